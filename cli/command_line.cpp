#include "cli/command_line.hpp"

#include <algorithm>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/build_info.hpp"

namespace claimgraph::cli {

namespace {

constexpr const char* kFooter =
    "'claimgraph COMMAND --help' tells more, with examples.\n"
    "Exit status: 0 done, 1 processing failed or inputs were skipped, 2 wrong usage.";

void add_global_options(CLI::App& app, GlobalOptions& options) {
    app.add_option("--data", options.data, "Folder that holds lexicons/ and models/")->type_name("DIR");
    app.add_option("--ontology", options.ontologies,
                   "File that adds relations, predicates or other rows to the lexicons (may be repeated)")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--threads", options.threads, "Worker threads (default: one a core)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--strict", options.strict, "Stop at the first faulty input, and write nothing");
    auto* quiet = app.add_flag("-q,--quiet", options.quiet, "Only warnings and errors, no progress");
    app.add_flag("-v,--verbose", options.verbose, "Say what is done")->excludes(quiet);
}

}  // namespace

CommandLine::CommandLine()
    : app_("Builds a graph of who did what to whom, according to whom, from news articles.", "claimgraph") {
    app_.footer(kFooter);
    app_.set_version_flag("--version", std::string("claimgraph ") + kVersion);
    app_.require_subcommand(0, 1);
    app_.fallthrough();
    add_global_options(app_, options_);
    for (const CommandEntry& entry : cli::commands()) {
        CLI::App* sub = app_.add_subcommand(std::string(entry.name), std::string(entry.summary));
        commands_.emplace_back(sub, entry.make());
        commands_.back().second->configure(*sub);
    }
}

Command* CommandLine::chosen() const {
    const auto at = std::find_if(commands_.begin(), commands_.end(),
                                 [](const auto& command) { return command.first->parsed(); });
    return at == commands_.end() ? nullptr : at->second.get();
}

}  // namespace claimgraph::cli
