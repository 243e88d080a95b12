// A graph from a file that the user names.
#pragma once

#include <string>

#include "graph/claim_graph.hpp"

namespace claimgraph::cli {

/// Reads GraphML; "-" is standard input. Throws IoError or FormatError.
[[nodiscard]] ClaimGraph read_graph_file(const std::string& path);

}  // namespace claimgraph::cli
