#include "cli/program.hpp"

#include <algorithm>
#include <exception>
#include <iostream>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/build_info.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"

namespace claimgraph::cli {

namespace {

constexpr const char* kFooter =
    "'claimgraph COMMAND --help' tells more, with examples.\n"
    "Exit status: 0 done, 1 processing failed or inputs were skipped, 2 wrong usage.";

void add_global_options(CLI::App& app, GlobalOptions& options) {
    app.add_option("--data", options.data, "Folder that holds lexicons/ and models/")->type_name("DIR");
    app.add_option("--threads", options.threads, "Worker threads (default: one a core)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--strict", options.strict, "Stop at the first faulty input, and write nothing");
    auto* quiet = app.add_flag("-q,--quiet", options.quiet, "Only warnings and errors, no progress");
    app.add_flag("-v,--verbose", options.verbose, "Say what is done")->excludes(quiet);
}

std::string usage_fault(const CLI::App* app, const CLI::Error& fault) {
    const auto sub = app->get_subcommands();
    const std::string help = "claimgraph " + (sub.empty() ? "" : sub.front()->get_name() + " ") + "--help";
    return "claimgraph: error: " + printable(fault.what()) + "\n'" + help + "' tells how it is used.\n";
}

ExitCode run_command(Command& command, const GlobalOptions& options) {
    Session session(options);
    try {
        command.run(session);
    } catch (const UsageError& fault) {
        session.log().error(fault.what());
        return ExitCode::usage;
    } catch (const std::bad_alloc&) {
        session.log().error("out of memory");
        return ExitCode::failed;
    } catch (const std::exception& fault) {
        session.log().error(fault.what());
        return ExitCode::failed;
    }
    const std::size_t errors = session.log().errors();
    if (errors == 0) return ExitCode::done;
    session.log().error(std::to_string(errors) + (errors == 1 ? " fault" : " faults") +
                        " in the input; the rest was processed");
    return ExitCode::failed;
}

}  // namespace

ExitCode run_program(int argc, const char* const* argv) {
    CLI::App app{"Builds a graph of who did what to whom, according to whom, from news articles.",
                 "claimgraph"};
    app.footer(kFooter);
    app.set_version_flag("--version", std::string("claimgraph ") + kVersion);
    app.require_subcommand(0, 1);
    app.failure_message(usage_fault);
    app.fallthrough();
    GlobalOptions options;
    add_global_options(app, options);

    std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> made;
    for (const CommandEntry& entry : commands()) {
        CLI::App* sub = app.add_subcommand(std::string(entry.name), std::string(entry.summary));
        made.emplace_back(sub, entry.make());
        made.back().second->configure(*sub);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        // Asking for help or the version is no error; everything else is wrong usage.
        return app.exit(fault) == 0 ? ExitCode::done : ExitCode::usage;
    }
    if (app.get_subcommands().empty()) {
        std::cerr << app.help();
        return ExitCode::usage;
    }
    const auto chosen =
        std::find_if(made.begin(), made.end(), [](const auto& m) { return m.first->parsed(); });
    return run_command(*chosen->second, options);
}

}  // namespace claimgraph::cli
