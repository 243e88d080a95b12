#include "graph/query/compare.hpp"

#include <tuple>
#include <utility>

namespace claimgraph {
namespace {

using Key = std::tuple<std::string_view, std::string_view, std::string_view>;

Key key_of(const GraphView& view, const GraphView::ViewEdge& view_edge) {
    const Edge& edge = view.edge(view_edge);
    const auto nodes = view.graph().nodes();
    return {nodes[edge.source].id, nodes[edge.target].id, edge.relation};
}

std::vector<std::string> differences(const EdgeSummary& a, const EdgeSummary& b) {
    std::vector<std::string> out;
    const auto differ = [&](std::string_view what, const std::string& before, const std::string& after) {
        if (before != after)
            out.push_back(std::string(what) + " " + (before.empty() ? "none" : before) + " to " +
                          (after.empty() ? "none" : after));
    };
    differ("label", a.label, b.label);
    differ("basis", std::string(to_string(a.basis)), std::string(to_string(b.basis)));
    differ("disputed", a.disputed ? "yes" : "no", b.disputed ? "yes" : "no");
    differ("claims", std::to_string(a.evidence), std::to_string(b.evidence));
    differ("documents", std::to_string(a.documents), std::to_string(b.documents));
    differ("outlets", std::to_string(a.outlets), std::to_string(b.outlets));
    differ("valid from", a.valid_from, b.valid_from);
    differ("valid to", a.valid_to, b.valid_to);
    return out;
}

}  // namespace

std::vector<EdgeChange> compare(const GraphView& before, const GraphView& after) {
    // Both are in the order of node ids and relations.
    std::vector<EdgeChange> out;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto made = [&](EdgeChange::Kind kind, const Key& key) {
        EdgeChange change;
        change.kind = kind;
        change.source = std::get<0>(key);
        change.target = std::get<1>(key);
        change.relation = std::get<2>(key);
        return change;
    };
    while (i < before.edges().size() || j < after.edges().size()) {
        const bool old_left = i < before.edges().size();
        const bool new_left = j < after.edges().size();
        const Key old_key = old_left ? key_of(before, before.edges()[i]) : Key();
        const Key new_key = new_left ? key_of(after, after.edges()[j]) : Key();
        if (!new_left || (old_left && old_key < new_key)) {
            EdgeChange change = made(EdgeChange::Kind::withdrawn, old_key);
            change.before = before.edges()[i++].edge;
            out.push_back(std::move(change));
        } else if (!old_left || new_key < old_key) {
            EdgeChange change = made(EdgeChange::Kind::added, new_key);
            change.after = after.edges()[j++].edge;
            out.push_back(std::move(change));
        } else {
            EdgeChange change = made(EdgeChange::Kind::changed, new_key);
            change.what = differences(before.summary(before.edges()[i]), after.summary(after.edges()[j]));
            change.before = before.edges()[i++].edge;
            change.after = after.edges()[j++].edge;
            if (!change.what.empty()) out.push_back(std::move(change));
        }
    }
    return out;
}

}  // namespace claimgraph
