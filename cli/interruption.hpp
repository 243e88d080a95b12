// What is cleared away when the program is told to stop.
#pragma once

#include <filesystem>

namespace claimgraph::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP remove the file before they end the program; a signal that was
/// ignored stays so. Beyond a fixed number of files at once, and for names longer than PATH_MAX, nothing is
/// done. Thread-safe.
class RemovedOnSignal {
  public:
    explicit RemovedOnSignal(const std::filesystem::path& file);
    ~RemovedOnSignal();
    RemovedOnSignal(const RemovedOnSignal&) = delete;
    RemovedOnSignal& operator=(const RemovedOnSignal&) = delete;

  private:
    static constexpr int kNoSlot = -1;
    int slot_ = kNoSlot;
};

}  // namespace claimgraph::cli
