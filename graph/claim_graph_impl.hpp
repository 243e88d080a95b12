// What a ClaimGraph holds. Private to this folder: Boost's types stay behind it.
#pragma once

#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/claim_graph.hpp"

namespace claimgraph {

/// Vertex descriptors are node indexes; the position of an edge is its index, since edges are sorted by their
/// source.
using Topology =
    boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                       boost::no_property, NodeIndex, EdgeIndex>;

struct ClaimGraph::Impl {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Claim> claims;
    std::vector<Document> documents;
    std::vector<SpeakerName> speaker_names;
    Topology topology;
};

}  // namespace claimgraph
