// `claimgraph stats`: what a graph holds.
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/model/names.hpp"
#include "graph/query/graph_view.hpp"

namespace claimgraph::cli {
namespace {

class Stats final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph; - for standard input")->required();
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer("Examples:\n  claimgraph stats trade.graphml\n  claimgraph stats news.store --format tsv");
    }

    void run(Session& session) override {
        const ClaimGraph graph = open_graph(session, file_);
        const GraphView view(graph);
        std::map<std::string, std::size_t> kinds;
        std::map<std::string, std::size_t> relations;
        std::map<std::string, std::size_t> bases;
        std::set<std::string> speakers;
        std::set<std::string> outlets;
        std::size_t disputed = 0;
        for (const Node& node : graph.nodes()) ++kinds["nodes: " + std::string(to_string(node.kind))];
        for (const GraphView::ViewEdge& view_edge : view.edges()) {
            ++relations["edges: " + line_text(view.edge(view_edge).relation)];
            const EdgeSummary summary = view.summary(view_edge);
            ++bases["edges, " + std::string(to_string(summary.basis))];
            disputed += summary.disputed ? 1u : 0u;
            speakers.insert(summary.speakers.begin(), summary.speakers.end());
        }
        std::string first;
        std::string last;
        for (const Document& document : graph.documents()) {
            if (!document.outlet.empty()) outlets.insert(document.outlet);
            if (document.date.empty()) continue;
            if (first.empty() || document.date < first) first = document.date;
            last = std::max(last, document.date);
        }
        Table table({"what", "count"});
        table.add({std::string("nodes"), graph.nodes().size()});
        table.add({std::string("edges"), graph.edges().size()});
        table.add({std::string("claims"), graph.claims().size()});
        table.add({std::string("documents"), graph.documents().size()});
        table.add({std::string("outlets"), outlets.size()});
        table.add({std::string("speakers"), speakers.size()});
        table.add({std::string("first date"), first});
        table.add({std::string("last date"), last});
        table.add({std::string("edges, disputed"), disputed});
        for (const auto* counts : {&bases, &kinds, &relations}) {
            for (const auto& [what, count] : *counts) table.add({what, count});
        }
        table.write(std::cout, format_);
    }

  private:
    std::string file_;
    std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_stats() {
    return std::make_unique<Stats>();
}

}  // namespace claimgraph::cli
