// Attributions that the trees show: reporting verbs, nouns and adjectives with their complements, and phrases
// such as "according to". One search serves one analysis. cue_search.cpp finds the cues, cue_sources.cpp who
// speaks by them, cue_contents.cpp what is said.
#pragma once

#include <cstdint>
#include <string>
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

    // cues

    void search_verb(TokenIndex verb);
    bool search_participle(TokenIndex verb);
    void search_noun(TokenIndex noun);
    bool search_verb_as_noun(TokenIndex noun);
    void search_adjective(TokenIndex adjective);
    void search_phrases(TokenIndex first);
    void search_view_of(TokenIndex preposition);

    [[nodiscard]] bool is_passive(TokenIndex verb) const;
    /// The lemma as the lexicon has it: that of the analysis, or where it has no such verb, one that the form
    /// may come from ("touted", which the lemmatizer does not know).
    [[nodiscard]] std::string verb_lemma(TokenIndex verb) const;
    [[nodiscard]] TokenIndex particle_of(TokenIndex head) const;
    void add_preposition(AttributionSpans& spans, TokenIndex preposition) const;
    void emit(AttributionSpans spans, const Content& content);
    /// A belief, plan or demand of which the text does not say whose it is.
    [[nodiscard]] bool is_nobodys(const AttributionSpans& spans, const Content& content, bool quoted) const;

    // sources

    void source_of_verb(AttributionSpans& spans, TokenIndex verb) const;
    void set_source(AttributionSpans& spans, TokenIndex head, TokenIndex cue) const;
    void set_source_after_quotation(AttributionSpans& spans, TokenIndex verb) const;
    void extend_to_apposition(AttributionSpans& spans) const;
    void cut_before_clause(AttributionSpans& spans, TokenIndex first) const;

    /// The verb whose subject speaks in `verb`.
    [[nodiscard]] TokenIndex speaking_verb(TokenIndex verb) const;
    /// The verb's subject that is not in the quotation, or kNone.
    [[nodiscard]] TokenIndex subject_outside(TokenIndex verb, std::uint32_t quotation) const;
    /// The verb's subject where the parser called it something else, or kNone.
    [[nodiscard]] TokenIndex subject_read_otherwise(TokenIndex verb) const;
    /// The dash behind the place that a report opens with, or kNone.
    [[nodiscard]] TokenIndex dateline_end(TokenRange phrase) const;
    /// Where the title before a name begins.
    [[nodiscard]] TokenIndex with_title(TokenIndex first, TokenIndex head) const;
    /// Whether a modifier of the source tells how it is said.
    [[nodiscard]] bool is_circumstance(TokenIndex modifier) const;

    // contents; each is false when there is none of its kind

    [[nodiscard]] bool clause_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool embedding_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool infinitive_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool object_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool raising_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool passive_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    [[nodiscard]] bool preposition_content(TokenIndex head, WordClass word_class, Content& content) const;
    /// Starts with "that" behind adverbials, where the tree shows none.
    [[nodiscard]] bool that_content(TokenIndex verb, const ReportingWord& word, Content& content) const;
    /// Stands before the cue and its source, where the tree shows none.
    [[nodiscard]] bool clause_before(TokenIndex verb, const ReportingWord& word,
                                     const AttributionSpans& spans, Content& content) const;

    /// Adds what is said before a cue that stands between commas.
    void add_front(const AttributionSpans& spans, Content& content) const;
    /// A clause whose subject was taken for the verb's object; empty if there is none.
    [[nodiscard]] TokenRange clause_read_as_object(TokenIndex verb, const ReportingWord& word) const;
    /// The clause that follows its reporting verb, without what is the verb's own.
    [[nodiscard]] TokenRange clause_after(TokenIndex verb, TokenIndex clause) const;
    /// A relative clause with "that" that is what the noun says.
    [[nodiscard]] bool lacks_nothing(TokenIndex relative_clause) const;
    /// Whether `further`, hung on `clause`, reports what the speaker of `verb` says next.
    [[nodiscard]] bool speaks_on(TokenIndex verb, TokenIndex clause, TokenIndex further) const;
    /// A participle that reports: "adding", "saying".
    [[nodiscard]] bool is_further_report(TokenIndex t) const;
    /// `last`, or where what belongs to a content that ends there ends.
    [[nodiscard]] TokenIndex extend(TokenIndex head, TokenIndex last) const;
    [[nodiscard]] TokenIndex end_before_further_report(TokenRange range) const;
    [[nodiscard]] TokenIndex end_before_aside(TokenRange piece, TokenIndex cue, bool clause) const;
    [[nodiscard]] TokenRange from_quotation(TokenRange piece) const;

    const ReportingLexicon& words_;
    const Tree& tree_;
    const Quotations& quotations_;
    std::vector<AttributionSpans> found_;
    std::vector<IdleCue> idle_;
};

}  // namespace claimgraph::attribution
