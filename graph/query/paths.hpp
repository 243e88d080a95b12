// How two nodes hang together.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

struct PathStep {
    EdgeIndex edge = 0;
    bool forwards = true;  ///< from the edge's source to its target
    bool operator==(const PathStep&) const = default;
};

using Path = std::vector<PathStep>;

/// The fewest edges, whatever their direction, from a node of `from` to one of `to`; among equals the first
/// by edges. Empty when there is none of at most `max_length` edges.
[[nodiscard]] Path shortest_path(const GraphView& view, const std::vector<NodeIndex>& from,
                                 const std::vector<NodeIndex>& to, std::size_t max_length);

/// The path whose edges' beliefs have the greatest product (Dijkstra over their negative logarithms), of at
/// most `max_length` edges; among equals the shorter, then the first by edges.
[[nodiscard]] Path best_path(const GraphView& view, const std::vector<NodeIndex>& from,
                             const std::vector<NodeIndex>& to, std::size_t max_length);

}  // namespace claimgraph
