// `claimgraph add`, `remove` and `check`: documents into a store and out of it, and whether it is sound.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_add();
[[nodiscard]] std::unique_ptr<Command> make_remove();
[[nodiscard]] std::unique_ptr<Command> make_check();

}  // namespace claimgraph::cli
