#include "cli/query_options.hpp"

#include "cli/dates.hpp"
#include "cli/names.hpp"
#include "graph/model/error.hpp"
#include "graph/query/neighbours.hpp"

namespace claimgraph::cli {

std::vector<NodeIndex> nodes_named(const ClaimGraph& graph, const std::string& graph_name,
                                   const std::string& name) {
    std::vector<NodeIndex> found = find_by_name(graph, name);
    if (found.empty()) throw Error(unknown_name(graph, graph_name, name));
    return found;
}

void ClaimOptions::configure(CLI::App& app) {
    app.add_option("--relation", relations_, "Only edges of this relation (repeatable)")
        ->type_name("RELATION")
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--since", since_, "Only documents from this date on (ISO 8601, or 'last month')")
        ->type_name("DATE");
    app.add_option("--until", until_, "Only documents to this date")->type_name("DATE");
}

ClaimFilter ClaimOptions::filter(const ClaimGraph& graph) const {
    ClaimFilter out;
    out.relations = relations_;
    out.since = date_given(graph, since_, "--since");
    out.until = date_given(graph, until_, "--until");
    return out;
}

}  // namespace claimgraph::cli
