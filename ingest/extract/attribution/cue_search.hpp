// Attributions that the trees show: reporting verbs, nouns and adjectives with their complements, and phrases
// such as "according to". One search serves one analysis.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/extract/attribution/attribution_finder.hpp"
#include "ingest/extract/attribution/phrases.hpp"
#include "ingest/extract/attribution/quotations.hpp"
#include "ingest/extract/attribution/reporting_lexicon.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph::attribution {

/// A reporting verb whose content the tree does not show: its quotation may stand beside it or in the next
/// sentence.
struct IdleCue {
    TokenIndex verb = kNone;
    AttributionSpans spans;  ///< source and cue only
};

class CueSearch {
  public:
    CueSearch(const ReportingLexicon& words, const Tree& tree, const Quotations& quotations);

    /// Searches all sentences.
    void run();

    [[nodiscard]] std::vector<AttributionSpans>& found() { return found_; }
    [[nodiscard]] std::vector<IdleCue>& idle() { return idle_; }

    /// Source and cue of the verb, without content.
    [[nodiscard]] AttributionSpans describe(TokenIndex verb) const;

  private:
    struct Content {
        std::vector<TokenRange> pieces;
        Frame frame = Frame::clause;
        const ReportingWord* word = nullptr;
        TokenIndex preposition = kNone;
    };

    void search_verb(TokenIndex verb);
    void search_noun(TokenIndex noun);
    void search_adjective(TokenIndex adjective);
    void search_phrases(TokenIndex first);

    [[nodiscard]] bool clause_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool embedding_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool infinitive_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool object_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool passive_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool preposition_content(TokenIndex head, WordClass word_class, Content& content) const;

    void set_source(AttributionSpans& spans, TokenIndex head, TokenIndex cue) const;
    void source_of_verb(AttributionSpans& spans, TokenIndex verb) const;
    void add_preposition(AttributionSpans& spans, TokenIndex preposition) const;
    void emit(AttributionSpans spans, Content content);

    const ReportingLexicon& words_;
    const Tree& tree_;
    const Quotations& quotations_;
    std::vector<AttributionSpans> found_;
    std::vector<IdleCue> idle_;
};

}  // namespace claimgraph::attribution
