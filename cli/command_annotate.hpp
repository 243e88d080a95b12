// `claimgraph annotate`: the language engine's analyses as CoNLL-U.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_annotate();

}  // namespace claimgraph::cli
