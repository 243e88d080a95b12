// Manual pages in the macros of man(7), made of what `--help` tells.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include <CLI/App.hpp>

namespace claimgraph::cli {

/// The page of the program, or of one of its commands.
void write_manual_page(const CLI::App& app, std::ostream& out);

/// Writes claimgraph.1 and claimgraph-COMMAND.1 for each command into the folder. Throws IoError.
void write_manual(const CLI::App& program, const std::filesystem::path& folder);

}  // namespace claimgraph::cli
