// The commands that ask a store or an exported graph; each has a file of its own.
#pragma once

#include <memory>

#include "cli/command.hpp"

namespace claimgraph::cli {

[[nodiscard]] std::unique_ptr<Command> make_conflicts();
[[nodiscard]] std::unique_ptr<Command> make_diff();
[[nodiscard]] std::unique_ptr<Command> make_explain();
[[nodiscard]] std::unique_ptr<Command> make_path();
[[nodiscard]] std::unique_ptr<Command> make_rank();
[[nodiscard]] std::unique_ptr<Command> make_search();
[[nodiscard]] std::unique_ptr<Command> make_stats();
[[nodiscard]] std::unique_ptr<Command> make_timeline();
[[nodiscard]] std::unique_ptr<Command> make_who_says();

}  // namespace claimgraph::cli
