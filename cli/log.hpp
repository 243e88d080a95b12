// Messages to standard error, and the sink for faults of single inputs. Thread-safe.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

#include "graph/model/diagnostics.hpp"

namespace spdlog {
class logger;
}

namespace claimgraph::cli {

class Log final : public Diagnostics {
  public:
    enum class Level { quiet, normal, verbose };

    explicit Log(Level level);
    ~Log() override;

    /// Prints and counts. Under `set_strict` an error is thrown as an Error instead.
    void report(const Diagnostic& fault) override;

    void set_strict(bool strict) { strict_ = strict; }

    void error(const std::string& message);
    void warning(const std::string& message);
    void info(const std::string& message);   ///< not when quiet
    void debug(const std::string& message);  ///< only when verbose

    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] std::size_t warnings() const { return warnings_; }

  private:
    std::unique_ptr<spdlog::logger> logger_;
    std::atomic<std::size_t> errors_ = 0;
    std::atomic<std::size_t> warnings_ = 0;
    bool strict_ = false;
};

}  // namespace claimgraph::cli
