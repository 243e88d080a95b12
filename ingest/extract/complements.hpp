// What an adposition leads to, read along the words rather than along the tree: past amounts and nouns that
// hand on ("on $34 billion worth of steel"), and from a noun to the adposition that goes on after it,
// wherever the parser hung that phrase ("will hit Peru with tariffs of 25% on steel").
#pragma once

#include <vector>

#include "ingest/extract/quantities.hpp"
#include "ingest/extract/transparent_nouns.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

struct Complement {
    TokenIndex head = kNone;                ///< kNone when the words name nothing but an amount
    std::vector<TokenIndex> through;        ///< heads of the phrases that were read past, in order
    std::vector<std::uint32_t> quantities;  ///< amounts that were read past
};

/// Borrows its arguments.
class Complements {
  public:
    Complements(const Tree& tree, const std::vector<QuantityMention>& quantities,
                const TransparentNouns& transparent);

    /// The noun phrase that begins at `t`.
    [[nodiscard]] Complement at(TokenIndex t) const;

    /// The head of the phrase that the word `t` stands in before its head.
    [[nodiscard]] TokenIndex phrase_head(TokenIndex t) const;

    /// "on" or "against" (or a participle such as "targeting") that follows the measure's noun, past amounts,
    /// brackets, times and "imposed by ...".
    [[nodiscard]] TokenIndex adjacent(TokenIndex noun,
                                      std::vector<std::uint32_t>* quantities = nullptr) const;

    /// The heads of the noun phrases that are listed from `t` on, by commas and "and", however the parser
    /// joined them; a comma counts only in a list that "and" or "or" ends.
    [[nodiscard]] std::vector<TokenIndex> list(TokenIndex t) const;

    /// The word after "including", "such as" or "like" that goes on after the phrase of `noun`, or kNone.
    [[nodiscard]] TokenIndex examples_after(TokenIndex noun) const;

    /// The quantity that the word belongs to, or kNone.
    [[nodiscard]] std::uint32_t quantity_at(TokenIndex t) const { return quantity_at_[t]; }

  private:
    [[nodiscard]] bool ends_phrase(TokenIndex t) const;
    [[nodiscard]] TokenIndex sentence_end(TokenIndex t) const;
    [[nodiscard]] TokenIndex past_amount(TokenIndex t) const;
    [[nodiscard]] TokenIndex past_brackets(TokenIndex t) const;
    [[nodiscard]] TokenIndex past_time(TokenIndex t) const;

    const Tree& tree_;
    const std::vector<QuantityMention>& quantities_;
    const TransparentNouns& transparent_;
    std::vector<std::uint32_t> quantity_at_;
};

}  // namespace claimgraph
