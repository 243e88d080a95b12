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
    void search_headline(const nlp::Sentence& sentence);

    [[nodiscard]] const IdleCue* idle_beside(const Quotation& quotation) const;
    [[nodiscard]] std::uint32_t found_in_sentence(const Quotation& quotation) const;
    [[nodiscard]] TokenIndex any_verb_beside(const Quotation& quotation) const;
    [[nodiscard]] std::uint32_t previous_speech(TokenIndex before) const;
    void add_content(AttributionSpans& spans, TokenRange piece) const;
    void append(AttributionSpans spans, std::uint32_t quotation);

    const ReportingLexicon& words_;
    const Tree& tree_;
    const Quotations& quotations_;
    CueSearch& cues_;
    std::vector<std::uint32_t> owner_;  ///< by quotation: the attribution whose content it is
};

}  // namespace claimgraph::attribution
