// `claimgraph entities`: the entities of a store, and why forms of names belong to them.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_entities();

}  // namespace claimgraph::cli
