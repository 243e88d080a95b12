// `claimgraph diff`: what one graph has that another has not.
#include <array>
#include <iostream>
#include <string>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "graph/query/compare.hpp"

namespace claimgraph::cli {
namespace {

class Diff final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("BEFORE", before_, "Store or exported graph")->required();
        app.add_option("AFTER", after_, "Store or exported graph")->required();
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer("Examples:\n  claimgraph diff last-week.graphml news.store");
    }

    void run(Session& session) override {
        const ClaimGraph before = open_graph(session, before_);
        const ClaimGraph after = open_graph(session, after_);
        const GraphView old_view(before);
        const GraphView new_view(after);
        Table table({"change", "source", "relation", "target", "what", "quote"});
        constexpr std::array<std::string_view, 3> names{"added", "changed", "withdrawn"};
        for (const EdgeChange& change : compare(old_view, new_view)) {
            const bool gone = change.kind == EdgeChange::Kind::withdrawn;
            const GraphView& view = gone ? old_view : new_view;
            const EdgeIndex index = gone ? change.before.value_or(0) : change.after.value_or(0);
            // A whole view has all edges in their order.
            table.add({std::string(names.at(static_cast<std::size_t>(change.kind))), change.source,
                       change.relation, change.target, change.what, view.summary(view.edges()[index]).quote});
        }
        table.write(std::cout, format_);
    }

  private:
    std::string before_;
    std::string after_;
    std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_diff() {
    return std::make_unique<Diff>();
}

}  // namespace claimgraph::cli
