// Attributions that the layout of the text shows: quotations beside, before and after their cues, running on
// over sentences and paragraphs, or standing free; headlines with a colon or with their source at the end.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/extract/attribution/cue_search.hpp"

namespace claimgraph::attribution {

class TextSearch {
  public:
    /// Extends and completes what `cues` has found.
    TextSearch(const ReportingLexicon& words, const Tree& tree, const Quotations& quotations,
               CueSearch& cues);

    void run();

  private:
    void claim_quotations();
    void search_quotation(std::uint32_t index);
    void search_block(const nlp::Sentence& sentence);
    void search_headline(const nlp::Sentence& sentence);

    [[nodiscard]] std::uint32_t idle_beside(const Quotation& quotation) const;
    [[nodiscard]] std::uint32_t idle_after(const Quotation& quotation) const;
    [[nodiscard]] std::uint32_t interrupted_by_cue(const Quotation& quotation) const;
    [[nodiscard]] TokenIndex any_verb_beside(const Quotation& quotation) const;
    [[nodiscard]] std::uint32_t previous_speech(std::uint32_t sentence) const;

    void add_content(std::uint32_t attribution, TokenRange piece);
    std::uint32_t append(AttributionSpans spans, TokenRange content);
    void remember(std::uint32_t attribution);

    const ReportingLexicon& words_;
    const Tree& tree_;
    const Quotations& quotations_;
    CueSearch& cues_;
    std::vector<std::uint32_t> owner_;       ///< by quotation: the attribution whose content it is
    std::vector<std::uint32_t> idle_owner_;  ///< by idle cue: the attribution that it was completed to
    std::vector<std::uint32_t>
        last_speech_;  ///< by sentence: the attribution with a source that ends last in it
    std::vector<std::uint32_t>
        last_quote_;  ///< by sentence: the quotation's attribution whose cue is there, the last
};

}  // namespace claimgraph::attribution
