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
    bool search_participle(TokenIndex verb);
    void search_noun(TokenIndex noun);
    void search_adjective(TokenIndex adjective);
    [[nodiscard]] bool lacks_nothing(TokenIndex relative_clause) const;
    void search_phrases(TokenIndex first);
    void extend_to_apposition(AttributionSpans& spans) const;
    void cut_before_clause(AttributionSpans& spans, TokenIndex first) const;
    void search_view_of(TokenIndex preposition);

    [[nodiscard]] bool clause_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool embedding_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool infinitive_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool object_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool raising_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool passive_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool preposition_content(TokenIndex head, WordClass word_class, Content& content) const;

    [[nodiscard]] TokenIndex particle_of(TokenIndex head) const;
    /// A clause whose subject was taken for the verb's object; empty if there is none.
    [[nodiscard]] TokenRange clause_read_as_object(TokenIndex verb, const ReportingWord& word) const;
    /// The content that starts with "that" behind adverbials, where the tree shows none.
    [[nodiscard]] bool that_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool clause_before(TokenIndex verb, const ReportingWord& word,
                                     const AttributionSpans& spans, Content& content) const;
    /// The clause that follows its reporting verb, without what is the verb's own.
    [[nodiscard]] TokenRange clause_after(TokenIndex verb, TokenIndex clause) const;
    /// Whether `further`, hung on `clause`, reports what the speaker of `verb` says next.
    [[nodiscard]] bool speaks_on(TokenIndex verb, TokenIndex clause, TokenIndex further) const;
    [[nodiscard]] TokenIndex extend(TokenIndex head, TokenIndex last) const;
    /// A participle that reports: "adding", "saying".
    [[nodiscard]] bool is_further_report(TokenIndex t) const;
    [[nodiscard]] TokenIndex end_before_further_report(TokenRange range) const;
    /// Adds what is said before a cue that stands between commas.
    void add_front(const AttributionSpans& spans, Content& content) const;

    [[nodiscard]] bool is_passive(TokenIndex verb) const;
    /// The verb whose subject speaks in `verb`.
    [[nodiscard]] TokenIndex speaking_verb(TokenIndex verb) const;
    [[nodiscard]] TokenIndex subject_outside(TokenIndex verb, std::uint32_t quotation) const;

    [[nodiscard]] TokenRange from_quotation(TokenRange piece) const;
    [[nodiscard]] TokenIndex subject_read_otherwise(TokenIndex verb) const;
    [[nodiscard]] bool is_circumstance(TokenIndex modifier) const;
    [[nodiscard]] TokenIndex end_before_aside(TokenRange piece, TokenIndex cue, bool clause) const;
    /// A belief, plan or demand of which the text does not say whose it is.
    [[nodiscard]] bool is_nobodys(const AttributionSpans& spans, const Content& content, bool quoted) const;

    bool search_verb_as_noun(TokenIndex noun);
    void set_source_after_quotation(AttributionSpans& spans, TokenIndex verb) const;
    /// The dash behind the place that a report opens with, or kNone.
    [[nodiscard]] TokenIndex dateline_end(TokenRange phrase) const;
    [[nodiscard]] TokenIndex with_title(TokenIndex first, TokenIndex head) const;
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
