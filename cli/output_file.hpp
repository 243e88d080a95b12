// Where a command's data goes: standard output, or a file that appears whole or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <memory>
#include <optional>

#include "cli/interruption.hpp"

namespace claimgraph::cli {

/// Writes to a temporary file beside the target and renames it on `commit`; without a commit the target keeps
/// what it had, also where a signal ends the program. "-" is standard output. Not thread-safe.
class OutputFile {
  public:
    /// Throws IoError when the folder is missing or not writable.
    explicit OutputFile(const std::filesystem::path& target);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    [[nodiscard]] std::ostream& stream();

    /// Flushes, and puts the file in its place. Throws IoError when writing failed (a full disk, a closed
    /// pipe).
    void commit();

  private:
    std::filesystem::path target_;
    std::filesystem::path temporary_;           ///< empty for standard output and after the commit
    std::optional<RemovedOnSignal> on_signal_;  ///< while there is a temporary file
    std::ofstream file_;
};

}  // namespace claimgraph::cli
