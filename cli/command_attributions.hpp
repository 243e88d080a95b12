// `claimgraph attributions`: who says what in texts, as JSON Lines.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_attributions();

}  // namespace claimgraph::cli
