// One command of the program: its options, and what it does. One file a command; `commands.cpp` has the
// table.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include <CLI/App.hpp>

namespace claimgraph::cli {

class Session;

class Command {
  public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    /// Declares options, which CLI11 stores in this object, and the examples of `--help`.
    virtual void configure(CLI::App& app) = 0;

    /// Does the work. Throws UsageError, or an Error where nothing can be done; faults of single inputs go to
    /// the session's diagnostics.
    virtual void run(Session& session) = 0;
};

/// A row of the table of commands.
struct CommandEntry {
    std::string_view name;
    std::string_view summary;
    std::unique_ptr<Command> (*make)();
};

/// All commands, in the order in which `--help` lists them.
[[nodiscard]] std::span<const CommandEntry> commands();

}  // namespace claimgraph::cli
