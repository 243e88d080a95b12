// The program without its `main`: parses the command line, runs the command, maps faults to exit codes.
#pragma once

#include "cli/exit_code.hpp"

namespace claimgraph::cli {

/// Never throws; messages go to standard error.
[[nodiscard]] ExitCode run_program(int argc, const char* const* argv);

}  // namespace claimgraph::cli
