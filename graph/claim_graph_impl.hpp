// What a ClaimGraph holds. Private to this folder: Boost's types stay behind it.
#pragma once

#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include "graph/claim_graph.hpp"

namespace claimgraph {

/// Vertex descriptors are node indexes; each edge bears its index.
using Topology = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                                       boost::property<boost::edge_index_t, EdgeIndex>>;

struct ClaimGraph::Impl {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Claim> claims;
    std::vector<Document> documents;
    Topology topology;
};

}  // namespace claimgraph
