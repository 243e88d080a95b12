// A progress line on standard error for work that lasts: shown after a second, on a terminal only.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace claimgraph::cli {

/// Not thread-safe: one thread, the one that gathers the results, advances it.
class Progress {
  public:
    /// `total` is 0 when unknown; `enabled` is false under `--quiet`.
    Progress(std::string what, std::size_t total, bool enabled);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void set_total(std::size_t total) { total_ = total; }
    void advance(std::size_t steps = 1);

    /// Takes the line away, so that a message can be printed; it comes back with the next step.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    void draw();

    std::string what_;
    std::size_t total_;
    std::size_t done_ = 0;
    bool enabled_;
    bool drawn_ = false;
    Clock::time_point start_ = Clock::now();
    Clock::time_point next_;
};

}  // namespace claimgraph::cli
