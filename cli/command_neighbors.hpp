// `claimgraph neighbors` and `claimgraph stats`: what a graph file says around a node, and in figures.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_neighbors();

}  // namespace claimgraph::cli
