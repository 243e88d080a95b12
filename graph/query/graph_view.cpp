#include "graph/query/graph_view.hpp"

#include <algorithm>
#include <numeric>

#include "graph/evidence/days.hpp"
#include "graph/mention_counts.hpp"
#include "graph/node_ids.hpp"
#include "graph/query/speakers.hpp"

namespace claimgraph {
namespace {

/// A filter made ready to be asked often.
class Admission {
  public:
    Admission(const ClaimGraph& graph, const ClaimFilter& filter) : filter_(filter) {
        for (const std::string& name : filter.speakers) {
            const std::vector<std::string> called = speakers_called(graph, name);
            speakers_.insert(speakers_.end(), called.begin(), called.end());
        }
    }

    [[nodiscard]] bool relation(const std::string& name) const {
        return filter_.relations.empty() || contains(filter_.relations, name);
    }
    [[nodiscard]] bool status(Status status) const {
        return filter_.statuses.empty() || contains(filter_.statuses, status);
    }
    [[nodiscard]] bool speaker(const std::string& name) const {
        return speakers_.empty() || (!name.empty() && contains(speakers_, fold_name(name)));
    }
    [[nodiscard]] bool dates(const std::string& first, const std::string& last) const {
        // Of two dates, the shorter decides how exactly they are compared.
        if (!filter_.since.empty() && (last.empty() || last < filter_.since.substr(0, last.size())))
            return false;
        if (filter_.until.empty()) return true;
        return !first.empty() && first.compare(0, filter_.until.size(), filter_.until) <= 0;
    }
    [[nodiscard]] bool claim(const Claim& claim, const Document& document) const {
        return status(claim.factuality.status) && dates(document.date, document.date) &&
               (!claim.has_confidence || claim.confidence >= filter_.min_confidence) &&
               speaker(claim.speaker);
    }
    [[nodiscard]] bool summary(const EdgeSummary& given) const {
        return std::any_of(given.statuses.begin(), given.statuses.end(),
                           [&](Status s) { return status(s); }) &&
               dates(given.first_date, given.last_date) &&
               (speakers_.empty() || std::any_of(given.speakers.begin(), given.speakers.end(),
                                                 [&](const std::string& name) { return speaker(name); }));
    }

  private:
    template <class Values, class Value>
    static bool contains(const Values& values, const Value& value) {
        return std::find(values.begin(), values.end(), value) != values.end();
    }

    const ClaimFilter& filter_;
    std::vector<std::string> speakers_;
};

}  // namespace

bool ClaimFilter::admits_all() const {
    return relations.empty() && statuses.empty() && speakers.empty() && since.empty() && until.empty() &&
           min_confidence <= 0;
}

GraphView::GraphView(const ClaimGraph& graph) : GraphView(graph, ClaimFilter{}) {
    nodes_.resize(graph.nodes().size());
    std::iota(nodes_.begin(), nodes_.end(), 0u);
}

GraphView::GraphView(const ClaimGraph& graph, const ClaimFilter& filter)
    : graph_(&graph), whole_(filter.admits_all()) {
    const Admission admission(graph, filter);
    claims_.reserve(whole_ ? graph.claims().size() : 0);
    for (EdgeIndex i = 0; i < graph.edges().size(); ++i) {
        const Edge& edge = graph.edges()[i];
        if (!admission.relation(edge.relation)) continue;
        const std::size_t begin = claims_.size();
        for (const Claim& claim : graph.claims(edge)) {
            if (whole_ || admission.claim(claim, graph.document(claim))) claims_.push_back(&claim);
        }
        const bool by_summary = edge.claims_begin == edge.claims_end &&
                                (whole_ || (edge.given && admission.summary(*edge.given)));
        if (claims_.size() > begin || by_summary) edges_.push_back({i, begin, claims_.size()});
    }
    take_ends();
}

GraphView::GraphView(const GraphView& view, std::span<const EdgeIndex> edges,
                     std::span<const NodeIndex> nodes)
    : graph_(view.graph_), nodes_(nodes.begin(), nodes.end()) {
    for (const EdgeIndex index : edges) {
        const auto at =
            std::lower_bound(view.edges_.begin(), view.edges_.end(), index,
                             [](const ViewEdge& edge, EdgeIndex wanted) { return edge.edge < wanted; });
        if (at == view.edges_.end() || at->edge != index) continue;
        const std::size_t begin = claims_.size();
        const auto claims = view.claims(*at);
        claims_.insert(claims_.end(), claims.begin(), claims.end());
        edges_.push_back({index, begin, claims_.size()});
    }
    std::sort(edges_.begin(), edges_.end(),
              [](const ViewEdge& a, const ViewEdge& b) { return a.edge < b.edge; });
    take_ends();
}

GraphView GraphView::where(const std::function<bool(const Edge&, const EdgeSummary&)>& admits) const {
    std::vector<EdgeIndex> edges;
    for (const ViewEdge& view_edge : edges_) {
        if (admits(edge(view_edge), summary(view_edge))) edges.push_back(view_edge.edge);
    }
    return GraphView(*this, edges, {});
}

void GraphView::take_ends() {
    for (const ViewEdge& edge : edges_) {
        nodes_.push_back(this->edge(edge).source);
        nodes_.push_back(this->edge(edge).target);
    }
    std::sort(nodes_.begin(), nodes_.end());
    nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
}

std::span<const Claim* const> GraphView::claims(const ViewEdge& edge) const {
    return std::span(claims_).subspan(edge.claims_begin, edge.claims_end - edge.claims_begin);
}

EdgeSummary GraphView::summary(const ViewEdge& view_edge) const {
    const Edge& edge = this->edge(view_edge);
    const std::size_t selected = view_edge.claims_end - view_edge.claims_begin;
    if (edge.given && selected == edge.claims_end - edge.claims_begin) return *edge.given;
    EdgeSummary out = summarise(*graph_, edge.relation, claims(view_edge));
    if (edge.relation == "imposes" && out.valid_to.empty() && !out.valid_from.empty())
        out.valid_to = end_of_measure(edge.target, out.valid_from);
    return out;
}

/// When the measure is first said to have been removed, on the day given or after; empty when it is not.
std::string GraphView::end_of_measure(NodeIndex measure, const std::string& since) const {
    std::string end;
    for (const EdgeIndex index : graph_->in_edges(measure)) {
        if (graph_->edges()[index].relation != "removes") continue;
        const auto at = std::lower_bound(
            edges_.begin(), edges_.end(), index,
            [](const ViewEdge& view_edge, EdgeIndex wanted) { return view_edge.edge < wanted; });
        if (at == edges_.end() || at->edge != index) continue;
        for (const Claim* claim : claims(*at)) {
            if (claim->factuality != Factuality{Status::actual, Polarity::positive}) continue;
            const std::string date = date_of(*claim, graph_->document(*claim));
            if (!date.empty() && date >= since && (end.empty() || date < end)) end = date;
        }
    }
    return end;
}

std::vector<GraphView::NodeCounts> GraphView::node_counts() const {
    std::vector<NodeCounts> counts(nodes_.size());
    const auto position = [&](NodeIndex node) {
        return static_cast<std::size_t>(std::lower_bound(nodes_.begin(), nodes_.end(), node) -
                                        nodes_.begin());
    };
    MentionCounter counter;
    for (const ViewEdge& view_edge : edges_) {
        const Edge& edge = this->edge(view_edge);
        const auto source = static_cast<std::uint32_t>(position(edge.source));
        const auto target = static_cast<std::uint32_t>(position(edge.target));
        ++counts[source].degree;
        ++counts[target].degree;
        if (whole_) continue;
        for (const Claim* claim : claims(view_edge)) counter.add(source, target, *claim);
    }
    if (whole_) {
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            counts[i].mentions = graph_->nodes()[nodes_[i]].mentions;
            counts[i].documents = graph_->nodes()[nodes_[i]].documents;
        }
        return counts;
    }
    counter.count([&](std::uint32_t node, std::size_t mentions, std::size_t documents) {
        counts[node].mentions = mentions;
        counts[node].documents = documents;
    });
    return counts;
}

}  // namespace claimgraph
