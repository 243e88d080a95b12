// Reads GraphML into a ClaimGraph: our own files without loss where they hold all evidence, and what Gephi,
// NetworkX, igraph and yEd write as far as it goes.
//
// Of our own files a graph comes back with its claims. An edge whose claims are not all in the file keeps the
// summary that the file gives. In other files the columns `label`, `kind`, `type`, `relation` and the like
// are taken where they are there; a node without a kind is a topic, an edge without a relation bears its
// label, or "related".
#pragma once

#include <iosfwd>
#include <string>

#include "graph/claim_graph.hpp"

namespace claimgraph {

/// Streams: memory above the graph is that of the largest element, and of edges that come before their nodes.
/// Throws FormatError naming `path` and line where the text is no well-formed GraphML or an evidence column
/// is at fault, IoError where reading fails. A document type declaration is refused.
[[nodiscard]] ClaimGraph read_graphml(std::istream& in, const std::string& path);

}  // namespace claimgraph
