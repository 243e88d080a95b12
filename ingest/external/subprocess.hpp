// Runs a program of the user's: text to its standard input, its standard output back, within limits of time
// and size.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "graph/model/error.hpp"

namespace claimgraph {

/// The program could not be started, failed, took too long or wrote too much.
class ProcessError : public Error {
  public:
    using Error::Error;
};

struct ProcessLimits {
    std::chrono::milliseconds time{60'000};
    std::size_t output = std::size_t{64} << 20U;  ///< bytes
};

/// Runs `command` with `sh -c`, its standard error being ours, and gives what it wrote. The program may close
/// its input unread. It and all that it started in its process group are killed when a limit is reached, and
/// whatever of the group is left when it ends. Throws ProcessError unless it exits with 0. Thread-safe.
[[nodiscard]] std::string run_process(const std::string& command, std::string_view input,
                                      const ProcessLimits& limits);

}  // namespace claimgraph
