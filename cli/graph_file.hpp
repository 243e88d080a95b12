// A graph from a file that the user names.
#pragma once

#include <string>

#include "graph/claim_graph.hpp"

namespace claimgraph::cli {

/// Reads a store, whole, or an exported graph (GraphML), told by the file's content; "-" is a graph on
/// standard input. Throws IoError, FormatError or StoreError.
[[nodiscard]] ClaimGraph read_graph_file(const std::string& path);

}  // namespace claimgraph::cli
