// How the nodes of a graph matter: degrees by relation, PageRank, betweenness, communities and components.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

struct NodeRank {
    std::size_t degree = 0;  ///< edges at the node; a loop counts twice
    std::map<std::string, std::size_t> degree_of_relation;
    double pagerank = 0;     ///< sums to 1 over the view's nodes
    double betweenness = 0;  ///< shortest paths through the node, edges taken as undirected; 0..1
    std::uint32_t community = 0;
    std::uint32_t component = 0;
};

struct RankOptions {
    /// Betweenness is exact (Brandes, 2001) to so many nodes; beyond, it is estimated from paths that start
    /// at `pivots` nodes, evenly spread by id (Brandes and Pich, 2007).
    std::size_t exact_nodes = 2000;
    std::size_t pivots = 200;
};

/// One for each node of `view.nodes()`. Communities are found by moving nodes and folding (Blondel et al.,
/// "Fast unfolding of communities in large networks", 2008), nodes in the order of their ids, edges weighted
/// by claims; communities and components are numbered from 0, the largest first. Deterministic.
[[nodiscard]] std::vector<NodeRank> rank_nodes(const GraphView& view, const RankOptions& options = {});

}  // namespace claimgraph
