// `claimgraph path`: how two nodes hang together.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/query_options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "export/exporter.hpp"
#include "graph/query/paths.hpp"

namespace claimgraph::cli {
namespace {

class PathBetween final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph")->required();
        app.add_option("FROM", from_, "id, label or alias of a node")->required();
        app.add_option("TO", to_, "id, label or alias of a node")->required();
        app.add_option("--max-length", max_length_, "At most so many edges")
            ->type_name("N")
            ->check(CLI::Range(1, 100))
            ->capture_default_str();
        claims_.configure(app);
        add_format_option(app, format_, {"table", "tsv", "json", "graphml"});
        app.footer(
            "The shortest path, and the one whose evidence is best: the product of its edges' beliefs is "
            "the\n"
            "greatest. Edges are followed in either direction.\n\n"
            "Examples:\n"
            "  claimgraph path news.store Nvidia Vietnam\n"
            "  claimgraph path news.graphml 'fish tariff' Norland --relation imposes --max-length 3");
    }

    void run(Session& session) override {
        const ClaimGraph graph = open_graph(session, file_);
        const GraphView view(graph, claims_.filter(graph));
        const auto from = nodes_named(graph, file_, from_);
        const auto to = nodes_named(graph, file_, to_);
        const Path shortest = shortest_path(view, from, to, max_length_);
        const Path best = best_path(view, from, to, max_length_);
        if (format_ == "graphml") {
            std::vector<EdgeIndex> edges;
            for (const Path& path : {shortest, best}) {
                for (const PathStep& step : path) edges.push_back(step.edge);
            }
            std::sort(edges.begin(), edges.end());
            edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
            find_export_format("graphml")->write(GraphView(view, edges, {}), {}, std::cout);
            return;
        }
        Table table({"path", "step", "source", "relation", "target", "belief", "basis", "quote"});
        add_path(table, view, shortest, best == shortest ? "shortest, best" : "shortest");
        if (best != shortest) add_path(table, view, best, "best");
        table.write(std::cout, format_);
    }

  private:
    static void add_path(Table& table, const GraphView& view, const Path& path, const std::string& name) {
        const auto nodes = view.graph().nodes();
        std::size_t number = 0;
        for (const PathStep& step : path) {
            const std::vector<EdgeIndex> one{step.edge};
            const GraphView single(view, one, {});
            const Edge& edge = view.graph().edges()[step.edge];
            const EdgeSummary summary = single.summary(single.edges().front());
            table.add({name, ++number, nodes[edge.source].label, summary.label, nodes[edge.target].label,
                       summary.belief, std::string(to_string(summary.basis)), summary.quote});
        }
    }

    std::string file_;
    std::string from_;
    std::string to_;
    std::string format_;
    std::size_t max_length_ = 6;
    ClaimOptions claims_;
};

}  // namespace

std::unique_ptr<Command> make_path() {
    return std::make_unique<PathBetween>();
}

}  // namespace claimgraph::cli
