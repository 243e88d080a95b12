// Where the nodes of a graph are drawn: a force-directed layout, multi-level where the graph is large.
//
// Method: Y. Hu, "Efficient, High-Quality Force-Directed Graph Drawing", The Mathematica Journal 10 (2005):
// spring-electrical model, adaptive step, Barnes-Hut approximation, coarsening by matching, where leaves join
// the cluster of their hub. Components are drawn apart and packed, each with its longer axis level, and
// circles that overlap are pushed apart.
#pragma once

#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

/// The x axis goes right, the y axis up, as in Gephi. An edge is about 100 long.
struct Position {
    double x = 0;
    double y = 0;
    bool operator==(const Position&) const = default;
};

/// Edges between positions 0 to `nodes` - 1 of an array.
struct LayoutEdge {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
};

/// The radius of a node's circle: its area grows with the degree.
[[nodiscard]] double node_size(std::size_t degree);

/// `sizes` holds the nodes' radii, one a node. The result depends on the arguments only (fixed seed, one
/// thread, no functions that machines compute differently) and is rounded to hundredths. Time grows as
/// n log n + m, memory as n + m.
[[nodiscard]] std::vector<Position> lay_out(const std::vector<double>& sizes,
                                            const std::vector<LayoutEdge>& edges);

/// A position for each node of `view.nodes()`.
[[nodiscard]] std::vector<Position> lay_out(const GraphView& view);

}  // namespace claimgraph
