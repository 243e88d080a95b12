// The options of every command that reads articles or statements.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "ingest/pipeline.hpp"

namespace claimgraph {
class TextAnalyzer;
}

namespace claimgraph::cli {

class Session;

class InputOptions {
  public:
    InputOptions() = default;
    InputOptions(const InputOptions&) = delete;
    InputOptions& operator=(const InputOptions&) = delete;

    /// Declares the inputs and the options that describe them.
    void configure(CLI::App& app);

    /// Declares also what limits the statements; for commands that `run`.
    void configure_statements(CLI::App& app);

    /// Makes the extractor of a run, given its vocabulary, before the first document.
    using MakeAnalyze = std::function<Analyze(const RelationVocabulary& relations)>;

    /// Reads the inputs, analyses what is text, and passes all to `sink` in order. Lexicons are loaded, and
    /// the model only if there is a text and no other extractor. Throws UsageError and Error.
    void run(Session& session, StatementSink& sink, const MakeAnalyze& other = {}) const;

    /// What is printed for a document with text; called on any thread.
    using Print = std::function<std::string(const TextAnalyzer& analyzer, const Document& document)>;

    /// Reads inputs that are texts, and writes what `print` makes of each to `out`, in order. Files of
    /// statements are reported as faults. Throws UsageError and Error.
    void print(Session& session, std::ostream& out, const Print& print) const;

  private:
    struct Opened;

    [[nodiscard]] ReadOptions read_options() const;
    [[nodiscard]] std::unique_ptr<Opened> open(Session& session) const;

    std::vector<std::string> names_;
    std::string format_;
    std::string index_;
    DocumentMetadata defaults_;
    std::string voice_;
    std::vector<std::string> fields_;
    std::optional<double> min_confidence_;
};

}  // namespace claimgraph::cli
