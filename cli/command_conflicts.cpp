// `claimgraph conflicts`: who contradicts whom.
#include <iostream>
#include <string>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/query_options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/evidence/copies.hpp"
#include "graph/evidence/days.hpp"
#include "graph/query/conflicts.hpp"

namespace claimgraph::cli {
namespace {

class Conflicts final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph")->required();
        claims_.configure(app);
        app.add_option("--limit", limit_, "At most so many conflicts, the heaviest")->type_name("N");
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer(
            "Disputed edges side by side, and numbers that differ for the same measure and time. The "
            "heaviest\n"
            "have the most independent outlets on both sides.\n\n"
            "Examples:\n"
            "  claimgraph conflicts news.store\n"
            "  claimgraph conflicts news.store --relation imposes --since 'last month'");
    }

    void run(Session& session) override {
        const ClaimGraph graph = open_graph(session, file_);
        const GraphView view(graph, claims_.filter(graph));
        std::vector<Conflict> found = conflicts(view);
        if (limit_ > 0 && found.size() > limit_) found.resize(limit_);
        Table table({"conflict", "kind", "edge", "source", "relation", "target", "position", "speaker",
                     "date", "document", "quote"});
        const auto nodes = graph.nodes();
        std::size_t number = 0;
        for (const Conflict& conflict : found) {
            ++number;
            const Edge& edge = graph.edges()[conflict.edge];
            for (std::size_t i = 0; i < conflict.claims.size(); ++i) {
                const Claim& claim = *conflict.claims[i];
                const Document& document = graph.document(claim);
                table.add({number,
                           std::string(conflict.kind == Conflict::Kind::dispute ? "dispute" : "number"),
                           "e" + std::to_string(conflict.edge), nodes[edge.source].label, edge.relation,
                           nodes[edge.target].label, conflict.positions[i],
                           claim.speaker.empty() ? publisher(document) : claim.speaker,
                           date_of(claim, document), document.id, ClaimGraph::quote(claim)});
            }
        }
        table.write(std::cout, format_);
    }

  private:
    std::string file_;
    std::string format_;
    ClaimOptions claims_;
    std::size_t limit_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_conflicts() {
    return std::make_unique<Conflicts>();
}

}  // namespace claimgraph::cli
