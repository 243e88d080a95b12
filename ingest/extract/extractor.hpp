// From an analysed document to statements.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/model/document.hpp"
#include "graph/model/reported_speech.hpp"
#include "graph/model/statement.hpp"
#include "ingest/extract/choice.hpp"
#include "ingest/extract/explanation.hpp"
#include "ingest/extract/features.hpp"
#include "ingest/extract/lexicons.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// A statement before it is decided whether it is one, with the features that the decision looks at.
struct Proposal {
    Statement statement;
    Choice choice;        ///< its place among the readings of its predicate; no probability yet
    bool strict = false;  ///< both ends fill slots of the ontology
    std::vector<FeatureId> features;
    Factuality walked;  ///< by the walk over the tree
    /// What the decision on the status looks at; shared by the readings of one predicate, null for structure.
    std::shared_ptr<const std::vector<std::string>> factuality;
};

/// Loaded once from the lexicon folder, shared by all threads; `extract` is const and thread-safe.
class Extractor {
  public:
    /// `ranker` is the model's section "statements" (see ranker.hpp); without it the proposals that fill the
    /// ontology's slots are statements, with no confidence. `least_confidence` takes the place of its
    /// threshold. Throws LexiconError naming file and line, or ModelError.
    explicit Extractor(const Lexicons& lexicons, std::span<const std::byte> ranker = {},
                       std::optional<double> least_confidence = {});
    ~Extractor();
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;

    /// The document's statements in the order of their evidence. `analysis` is of `document.text`.
    [[nodiscard]] std::vector<Statement> extract(const Document& document,
                                                 const nlp::Analysis& analysis) const;

    /// Why its statements are there, and why sentences have none; one explanation a sentence.
    [[nodiscard]] std::vector<SentenceExplanation> explain(const Document& document,
                                                           const nlp::Analysis& analysis) const;

    /// Who says what in the document, in the order of the text.
    [[nodiscard]] std::vector<ReportedSpeech> attributions(const Document& document,
                                                           const nlp::Analysis& analysis) const;

    /// All readings of the ontology's predicates, whatever the ranker thinks of them; without ids and
    /// quantities.
    [[nodiscard]] std::vector<Proposal> propose(const Document& document,
                                                const nlp::Analysis& analysis) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph
