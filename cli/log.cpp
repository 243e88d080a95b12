#include "cli/log.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_color_sinks.h>

#include "cli/terminal.hpp"
#include "graph/model/error.hpp"

namespace claimgraph::cli {

Log::Log(Level level) {
    const auto mode =
        colours_wanted(Stream::standard_error) ? spdlog::color_mode::always : spdlog::color_mode::never;
    logger_ = std::make_unique<spdlog::logger>("claimgraph",
                                               std::make_shared<spdlog::sinks::stderr_color_sink_mt>(mode));
    logger_->set_pattern("claimgraph: %^%l%$: %v");
    logger_->set_level(level == Level::quiet    ? spdlog::level::warn
                       : level == Level::normal ? spdlog::level::info
                                                : spdlog::level::debug);
}

Log::~Log() = default;

void Log::report(const Diagnostic& fault) {
    if (fault.severity == Diagnostic::Severity::warning) {
        ++warnings_;
        warning(to_string(fault));
        return;
    }
    if (strict_) throw Error(to_string(fault));
    ++errors_;
    error(to_string(fault));
}

void Log::error(const std::string& message) {
    logger_->error("{}", printable(message));
}
void Log::warning(const std::string& message) {
    logger_->warn("{}", printable(message));
}
void Log::info(const std::string& message) {
    logger_->info("{}", printable(message));
}
void Log::debug(const std::string& message) {
    logger_->debug("{}", printable(message));
}

}  // namespace claimgraph::cli
