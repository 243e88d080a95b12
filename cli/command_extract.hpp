// `claimgraph extract`: statements as JSON Lines.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_extract();

}  // namespace claimgraph::cli
