#include "cli/program.hpp"

#include <exception>
#include <iostream>
#include <new>
#include <string>

#include <CLI/CLI.hpp>

#include "cli/command_line.hpp"
#include "cli/session.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"

namespace claimgraph::cli {

namespace {

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
    CommandLine line;
    CLI::App& app = line.app();
    app.failure_message(usage_fault);
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
    return run_command(*line.chosen(), line.options());
}

}  // namespace claimgraph::cli
