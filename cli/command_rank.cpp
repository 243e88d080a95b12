// `claimgraph rank`: how the nodes of a graph matter.
#include <algorithm>
#include <functional>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/query_options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/model/names.hpp"
#include "graph/query/rank.hpp"

namespace claimgraph::cli {
namespace {

class Rank final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph")->required();
        claims_.configure(app);
        app.add_option("--by", by_, "pagerank, betweenness or degree")
            ->check(CLI::IsMember({"pagerank", "betweenness", "degree"}))
            ->capture_default_str();
        app.add_option("--limit", limit_, "At most so many nodes; 0 for all")
            ->type_name("N")
            ->capture_default_str();
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer(
            "Communities and components are numbered from 0, the largest first.\n\n"
            "Examples:\n"
            "  claimgraph rank news.store\n"
            "  claimgraph rank news.graphml --relation imposes --by degree --format tsv");
    }

    void run(Session& session) override {
        const ClaimGraph graph = open_graph(session, file_);
        const GraphView view(graph, claims_.filter(graph));
        const std::vector<NodeRank> ranks = rank_nodes(view);
        const auto value = [&](std::size_t i) {
            if (by_ == "degree") return static_cast<double>(ranks[i].degree);
            return by_ == "pagerank" ? ranks[i].pagerank : ranks[i].betweenness;
        };
        std::vector<std::size_t> order(ranks.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
        if (limit_ > 0 && order.size() > limit_) order.resize(limit_);
        Table table({"id", "label", "kind", "degree", "pagerank", "betweenness", "community", "component",
                     "relations"});
        for (const std::size_t i : order) {
            const Node& node = graph.nodes()[view.nodes()[i]];
            std::vector<std::string> relations;
            for (const auto& [relation, count] : ranks[i].degree_of_relation)
                relations.push_back(relation + " " + std::to_string(count));
            table.add({node.id, node.label, std::string(to_string(node.kind)), ranks[i].degree,
                       ranks[i].pagerank, ranks[i].betweenness, std::size_t{ranks[i].community},
                       std::size_t{ranks[i].component}, relations});
        }
        table.write(std::cout, format_);
    }

  private:
    std::string file_;
    std::string format_;
    std::string by_ = "pagerank";
    std::size_t limit_ = 20;
    ClaimOptions claims_;
};

}  // namespace

std::unique_ptr<Command> make_rank() {
    return std::make_unique<Rank>();
}

}  // namespace claimgraph::cli
