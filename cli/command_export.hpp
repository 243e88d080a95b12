// `claimgraph export`: a graph, or a part of it, in another format.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_export();

}  // namespace claimgraph::cli
