// The command line as CLI11 parses it: the program's options and its commands.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <CLI/App.hpp>

#include "cli/command.hpp"
#include "cli/session.hpp"

namespace claimgraph::cli {

class CommandLine {
  public:
    CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    [[nodiscard]] CLI::App& app() { return app_; }
    [[nodiscard]] const CLI::App& app() const { return app_; }
    [[nodiscard]] const GlobalOptions& options() const { return options_; }

    /// The command that was parsed, or null.
    [[nodiscard]] Command* chosen() const;

  private:
    CLI::App app_;
    GlobalOptions options_;
    std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> commands_;
};

}  // namespace claimgraph::cli
