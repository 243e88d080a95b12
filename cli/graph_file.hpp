// A graph from a file that the user names.
#pragma once

#include <string>

#include "graph/claim_graph.hpp"

namespace claimgraph::cli {

class Session;

/// Reads a store, whole, or an exported graph (GraphML), told by the file's content; "-" is a graph on
/// standard input. Throws IoError, FormatError or StoreError.
[[nodiscard]] ClaimGraph read_graph_file(const std::string& path);

/// The same, or a statement file (its name ends in .jsonl). Faulty statements go to the session's
/// diagnostics. Throws IoError, FormatError, StoreError or Error.
[[nodiscard]] ClaimGraph open_graph(Session& session, const std::string& path);

}  // namespace claimgraph::cli
