// `claimgraph who-says`: claims by speaker.
#include <iostream>
#include <string>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/names.hpp"
#include "cli/query_commands.hpp"
#include "cli/query_options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/model/error.hpp"
#include "graph/query/neighbours.hpp"
#include "graph/query/speakers.hpp"

namespace claimgraph::cli {
namespace {

class WhoSays final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph")->required();
        app.add_option("NAME", name_, "Only this speaker: any name of it, without regard to case");
        claims_.configure(app);
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer(
            "Confirmed are claims that a report or another speaker makes as well, disputed those that "
            "another\n"
            "contradicts about the same time.\n\n"
            "Examples:\n  claimgraph who-says news.store\n  claimgraph who-says news.store 'Jane Doe'");
    }

    void run(Session& session) override {
        const ClaimGraph graph = open_graph(session, file_);
        const GraphView view(graph, claims_.filter(graph));
        const std::vector<SpeakerOnSubject> found = who_says(view, name_);
        // A node that says nothing is an empty answer.
        if (found.empty() && !name_.empty() && find_by_name(graph, name_).empty())
            throw Error(unknown_name(graph, file_, name_));
        Table table({"speaker", "about", "claims", "confirmed", "disputed", "quote"});
        for (const SpeakerOnSubject& row : found) {
            table.add({row.speaker, graph.nodes()[row.about].label, row.claims, row.confirmed, row.disputed,
                       ClaimGraph::quote(*row.examples.front())});
        }
        table.write(std::cout, format_);
    }

  private:
    std::string file_;
    std::string name_;
    std::string format_;
    ClaimOptions claims_;
};

}  // namespace

std::unique_ptr<Command> make_who_says() {
    return std::make_unique<WhoSays>();
}

}  // namespace claimgraph::cli
