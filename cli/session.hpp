// What one run of the program shares with its command: global options, messages, the data folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/data_directory.hpp"
#include "cli/log.hpp"

namespace claimgraph::cli {

struct GlobalOptions {
    std::string data;
    std::vector<std::string> ontologies;
    bool quiet = false;
    bool verbose = false;
    bool strict = false;
    unsigned threads = 0;  ///< 0: one a core
};

class Session {
  public:
    explicit Session(const GlobalOptions& options);

    [[nodiscard]] Log& log() { return log_; }
    [[nodiscard]] Diagnostics& diagnostics() { return log_; }

    /// Found when first asked for. Throws IoError.
    [[nodiscard]] const DataDirectory& data();

    /// Worker threads to use, at least 1.
    [[nodiscard]] unsigned threads() const;
    [[nodiscard]] bool quiet() const { return options_.quiet; }
    [[nodiscard]] bool strict() const { return options_.strict; }

  private:
    GlobalOptions options_;
    Log log_;
    std::optional<DataDirectory> data_;
};

}  // namespace claimgraph::cli
