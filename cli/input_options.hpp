// The options of every command that reads articles or statements.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "ingest/pipeline.hpp"

namespace claimgraph::cli {

class Session;

class InputOptions {
  public:
    InputOptions() = default;
    InputOptions(const InputOptions&) = delete;
    InputOptions& operator=(const InputOptions&) = delete;

    /// Declares the inputs and the options that describe them.
    void configure(CLI::App& app);

    /// Reads the inputs, analyses what is text, and passes all to `sink` in order. Lexicons are loaded, and
    /// the model only if there is a text. Throws UsageError and Error.
    void run(Session& session, StatementSink& sink) const;

  private:
    [[nodiscard]] ReadOptions read_options() const;

    std::vector<std::string> names_;
    std::string format_;
    std::string index_;
    DocumentMetadata defaults_;
    std::string voice_;
    std::vector<std::string> fields_;
};

}  // namespace claimgraph::cli
