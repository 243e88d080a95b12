// `claimgraph build`: a graph from articles and statements, in one go.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_build();

}  // namespace claimgraph::cli
