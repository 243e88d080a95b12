#include "cli/selection_options.hpp"

#include <algorithm>
#include <utility>

#include "cli/dates.hpp"
#include "cli/names.hpp"
#include "export/lifetimes.hpp"
#include "graph/model/names.hpp"
#include "graph/query/neighbours.hpp"
#include "graph/query/roll_up.hpp"

namespace claimgraph::cli {

namespace {

/// The nodes of these kinds and the edges among them; `kept` stay whatever their kind.
GraphView of_kinds(const GraphView& view, const std::vector<EntityKind>& kinds,
                   const std::vector<NodeIndex>& kept) {
    const auto admitted = [&](NodeIndex node) {
        return std::find(kinds.begin(), kinds.end(), view.graph().nodes()[node].kind) != kinds.end() ||
               std::find(kept.begin(), kept.end(), node) != kept.end();
    };
    std::vector<NodeIndex> nodes;
    std::copy_if(view.nodes().begin(), view.nodes().end(), std::back_inserter(nodes), admitted);
    std::vector<EdgeIndex> edges;
    for (const GraphView::ViewEdge& edge : view.edges()) {
        if (admitted(view.edge(edge).source) && admitted(view.edge(edge).target)) edges.push_back(edge.edge);
    }
    return GraphView(view, edges, nodes);
}

}  // namespace

void SelectionOptions::configure(CLI::App& app) {
    const auto repeatable = [&](const char* name, std::vector<std::string>& values, const char* type,
                                const char* help) {
        app.add_option(name, values, help)
            ->type_name(type)
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->group("Selection");
    };
    repeatable("--relation", relations_, "R", "Only edges of this relation (repeatable)");
    repeatable("--kind", kinds_, "KIND", "Only nodes of this kind, and edges among them (repeatable)");
    repeatable("--status", statuses_, "STATUS", "Only claims of this status (repeatable)");
    repeatable("--source", sources_, "NAME", "Only claims of this speaker (repeatable)");
    app.add_option("--since", since_, "Only documents from this date on (ISO 8601)")
        ->type_name("DATE")
        ->group("Selection");
    app.add_option("--until", until_, "Only documents to this date (ISO 8601)")
        ->type_name("DATE")
        ->group("Selection");
    app.add_option("--as-of", as_of_, "Only what holds at this date (ISO 8601), as far as it is dated")
        ->type_name("DATE")
        ->group("Selection");
    app.add_option("--min-belief", min_belief_, "Only edges that the evidence makes believed as much, 0 to 1")
        ->check(CLI::Range(0.0, 1.0))
        ->group("Selection");
    app.add_option("--min-confidence", min_confidence_, "Only claims of this confidence, 0 to 1, or of none")
        ->check(CLI::Range(0.0, 1.0))
        ->group("Selection");
    app.add_flag("--roll-up", roll_up_, "Persons, ministries and groups count as their countries")
        ->group("Selection");
    app.add_option("--around", around_, "Only what lies around this node: id, label or alias")
        ->type_name("NAME")
        ->group("Selection");
    app.add_option("--depth", depth_, "How many edges away from it")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str()
        ->group("Selection");
}

ClaimGraph SelectionOptions::prepare(ClaimGraph graph) const {
    return roll_up_ ? roll_up(graph) : std::move(graph);
}

GraphView SelectionOptions::believed_then(const GraphView& view) const {
    const auto day = parse_period(date_given(view.graph(), as_of_, "--as-of"));
    if (!as_of_.empty() && !day)
        throw UsageError("--as-of: expected YYYY, YYYY-MM or YYYY-MM-DD, found '" + as_of_ + "'");
    std::vector<EdgeIndex> edges;
    for (const GraphView::ViewEdge& edge : view.edges()) {
        const EdgeSummary summary = view.summary(edge);
        const auto from = parse_period(summary.valid_from);
        const auto to = parse_period(summary.valid_to);
        const bool then = !day || ((!from || from->begin <= day->end) && (!to || to->end >= day->begin));
        if (then && summary.belief >= min_belief_) edges.push_back(edge.edge);
    }
    return GraphView(view, edges, {});
}

GraphView SelectionOptions::select(const ClaimGraph& graph, const std::string& graph_name) const {
    ClaimFilter filter;
    filter.relations = relations_;
    filter.statuses = parse_names<Status>(statuses_, "--status");
    filter.speakers = sources_;
    filter.since = date_given(graph, since_, "--since");
    filter.until = date_given(graph, until_, "--until");
    filter.min_confidence = min_confidence_;
    const std::vector<EntityKind> kinds = parse_names<EntityKind>(kinds_, "--kind");
    // Without a filter, nodes without edges are there too.
    GraphView view = filter.admits_all() ? GraphView(graph) : GraphView(graph, filter);
    if (!as_of_.empty() || min_belief_ > 0) view = believed_then(view);
    std::vector<NodeIndex> start;
    if (!around_.empty()) {
        start = find_by_name(graph, around_);
        if (start.empty()) throw Error(unknown_name(graph, graph_name, around_));
        view = neighbourhood(view, start, depth_, Direction::all);
    }
    return kinds.empty() ? view : of_kinds(view, kinds, start);
}

}  // namespace claimgraph::cli
