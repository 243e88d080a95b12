// Who says what in a text: attributions as spans of tokens (source, cue, content), after Pareti's scheme
// (S. Pareti, "A Database of Attribution Relations", LREC 2012) with beliefs, plans, demands and judgements.
//
// A finder is loaded once and shared by all threads; `find` is const and keeps no state between calls.
// Contents of two attributions nest or lie apart wherever the text lets them; they are never empty.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "graph/model/attribution.hpp"
#include "ingest/extract/lexicons.hpp"
#include "ingest/extract/token_range.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// How the content follows its cue.
enum class ContentForm : std::uint8_t {
    clause,     ///< what is said, thought or reported to be so; all quotations
    object,     ///< what is mentioned, judged or demanded
    infinitive  ///< what is planned, promised or asked to be done
};

/// One attribution. Range lists are in the order of the text, disjoint and not adjacent.
struct AttributionSpans {
    std::vector<TokenRange> source;          ///< empty when nobody is named
    std::uint32_t source_head = nlp::kNone;  ///< the source phrase's head token; kNone without a source
    std::vector<TokenRange> cue;             ///< empty when a quotation stands free
    std::uint32_t cue_head = nlp::kNone;     ///< the reporting word or colon
    std::vector<TokenRange> content;
    AttributionType type = AttributionType::paraphrase;
    ContentForm form = ContentForm::clause;
    std::uint32_t parent = nlp::kNone;  ///< index of the innermost attribution this one is reported in
    /// The source stands in an earlier sentence and was carried over ("he added" has its own, a free-standing
    /// quotation does not).
    bool inherited = false;

    [[nodiscard]] bool covers(std::uint32_t token) const;
};

/// The attributions of one text, in the order of their first cue or content token.
class Attributions {
  public:
    Attributions() = default;
    /// Sets the parents. `token_count` is the analysis' number of tokens, which no range exceeds.
    Attributions(std::vector<AttributionSpans> spans, std::uint32_t token_count);

    [[nodiscard]] const std::vector<AttributionSpans>& all() const { return spans_; }

    /// Index of the innermost attribution whose content holds `token`, or kNone.
    [[nodiscard]] std::uint32_t innermost(std::uint32_t token) const { return innermost_.at(token); }

    /// Indices of the attributions whose contents hold `token`, innermost first.
    [[nodiscard]] std::vector<std::uint32_t> chain(std::uint32_t token) const;

  private:
    std::vector<AttributionSpans> spans_;
    std::vector<std::uint32_t> innermost_;
};

class AttributionFinder {
  public:
    /// Reads the table of reporting words. Throws IoError, or LexiconError naming file and line.
    explicit AttributionFinder(const LexiconFile& lexicon);
    ~AttributionFinder();
    AttributionFinder(AttributionFinder&&) noexcept;
    AttributionFinder& operator=(AttributionFinder&&) noexcept;

    [[nodiscard]] Attributions find(const nlp::Analysis& analysis) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph
