// The stages from a document to its statements: the one place where their order stands.
//
//     Document -> Engine -> Analysis -> Extractor -> Statement
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "graph/model/document.hpp"
#include "graph/model/reported_speech.hpp"
#include "graph/model/statement.hpp"
#include "ingest/extract/extractor.hpp"
#include "ingest/extract/lexicons.hpp"
#include "ingest/nlp/engine.hpp"

namespace claimgraph {

/// Model and lexicons are loaded once; const and thread-safe afterwards.
class TextAnalyzer {
  public:
    /// Statements of less confidence than `least_confidence` are left out; by default the model's own
    /// threshold decides. Throws ModelError or LexiconError.
    TextAnalyzer(const std::filesystem::path& model, const Lexicons& lexicons,
                 std::optional<double> least_confidence = {});

    /// The document's statements, with ids, in the order of their evidence.
    [[nodiscard]] std::vector<Statement> statements(const Document& document) const;

    /// Who says what in the document, statement or not, in the order of the text.
    [[nodiscard]] std::vector<ReportedSpeech> attributions(const Document& document) const;

    /// Why the document's statements are there, and why sentences have none.
    [[nodiscard]] std::vector<SentenceExplanation> explain(const Document& document) const;

  private:
    nlp::Engine engine_;
    Extractor extractor_;
};

}  // namespace claimgraph
