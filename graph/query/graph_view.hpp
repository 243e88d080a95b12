// A part of a graph: some edges, for each the claims that count, and the nodes at their ends. What an
// exporter writes and a query answers with.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/claim_graph.hpp"
#include "graph/edge_summary.hpp"

namespace claimgraph {

/// Which claims count. An empty list admits all.
struct ClaimFilter {
    std::vector<std::string> relations;
    std::vector<Status> statuses;
    std::vector<std::string> speakers;  ///< as `speakers_called` understands them
    std::string since;          ///< ISO 8601, of the document's date; one of unknown date does not pass
    std::string until;          ///< inclusive: "2024-03" takes all of March
    double min_confidence = 0;  ///< a claim without confidence passes

    [[nodiscard]] bool admits_all() const;
};

/// Refers to the graph, which must outlive it. Immutable; safe to read from many threads.
class GraphView {
  public:
    struct ViewEdge {
        EdgeIndex edge = 0;
        std::size_t claims_begin = 0;
        std::size_t claims_end = 0;
    };

    /// Everything, isolated nodes too.
    explicit GraphView(const ClaimGraph& graph);
    /// The edges that have claims which pass. An edge of which only a summary is at hand passes by its
    /// summary.
    GraphView(const ClaimGraph& graph, const ClaimFilter& filter);
    /// Of `view`, the edges given, and the nodes given with their ends.
    GraphView(const GraphView& view, std::span<const EdgeIndex> edges, std::span<const NodeIndex> nodes);

    /// The edges whose summaries `admits` says yes to, with their claims, and their ends.
    [[nodiscard]] GraphView where(const std::function<bool(const Edge&, const EdgeSummary&)>& admits) const;

    [[nodiscard]] const ClaimGraph& graph() const { return *graph_; }
    /// In ascending order.
    [[nodiscard]] std::span<const NodeIndex> nodes() const { return nodes_; }
    [[nodiscard]] std::span<const ViewEdge> edges() const { return edges_; }
    [[nodiscard]] const Edge& edge(const ViewEdge& edge) const { return graph_->edges()[edge.edge]; }
    [[nodiscard]] std::span<const Claim* const> claims(const ViewEdge& edge) const;
    [[nodiscard]] EdgeSummary summary(const ViewEdge& edge) const;

    struct NodeCounts {
        std::size_t mentions = 0;
        std::size_t documents = 0;
        std::size_t degree = 0;  ///< edges of the view at the node, either direction; a loop counts twice
    };
    /// Of each node of `nodes()`, by what the view selects.
    [[nodiscard]] std::vector<NodeCounts> node_counts() const;

  private:
    void take_ends();
    [[nodiscard]] std::string end_of_measure(NodeIndex measure, const std::string& since) const;

    const ClaimGraph* graph_;
    bool whole_ = false;  ///< every claim is selected
    std::vector<NodeIndex> nodes_;
    std::vector<ViewEdge> edges_;
    std::vector<const Claim*> claims_;
};

}  // namespace claimgraph
