// What the program's exit status means.
#pragma once

namespace claimgraph::cli {

enum class ExitCode : int {
    done = 0,
    failed = 1,  ///< nothing could be done, or some inputs were skipped for their faults
    usage = 2    ///< the command line is wrong
};

}  // namespace claimgraph::cli
