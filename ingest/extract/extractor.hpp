// From an analysed document to statements.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "graph/model/document.hpp"
#include "graph/model/statement.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// Loaded once from the lexicon folder, shared by all threads; `extract` is const and thread-safe.
class Extractor {
  public:
    /// Throws LexiconError naming file and line.
    explicit Extractor(const std::filesystem::path& lexicons);
    ~Extractor();
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;

    /// The document's statements in the order of their evidence. `analysis` is of `document.text`.
    [[nodiscard]] std::vector<Statement> extract(const Document& document,
                                                 const nlp::Analysis& analysis) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph
