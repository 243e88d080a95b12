// Where faults of single inputs go: reported, counted, and the work goes on.
#pragma once

#include <cstddef>
#include <string>

namespace claimgraph {

/// One fault. `line` counts from 1 and is 0 when unknown; `field` is a JSON path or column name, or empty.
struct Diagnostic {
    enum class Severity { warning, error };
    Severity severity = Severity::error;
    std::string path;
    std::size_t line = 0;
    std::string field;
    std::string message;  ///< what was expected and what was found
};

/// A sink for faults. Implementations that are shared between threads must be thread-safe.
class Diagnostics {
  public:
    virtual ~Diagnostics() = default;
    virtual void report(const Diagnostic& fault) = 0;
};

/// "path:line: field: message", leaving out what is unknown.
[[nodiscard]] std::string to_string(const Diagnostic& fault);

}  // namespace claimgraph
