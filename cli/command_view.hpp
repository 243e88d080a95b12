// `claimgraph view`: a graph to look at, as a page for the browser or as a still picture.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_view();

}  // namespace claimgraph::cli
