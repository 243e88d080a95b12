// Token ranges of the parts of an attribution: verb groups, source phrases, contents without what interrupts
// them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/extract/token_range.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph::attribution {

/// The verb with its auxiliaries, negation and preceding adverbs, and its particle; ranges in the order of
/// the text.
[[nodiscard]] std::vector<TokenRange> verb_group(const Tree& tree, TokenIndex verb);

/// `phrase` without `holes`, and without commas, stops and dashes at the ends of what is left.
[[nodiscard]] std::vector<TokenRange> without(const Tree& tree, TokenRange phrase,
                                              std::span<const TokenRange> holes);

/// Sorts, and joins ranges that overlap, touch, or have only commas between them (`join_over_commas`).
void normalize(const Tree& tree, std::vector<TokenRange>& ranges, bool join_over_commas);

/// The range without punctuation at its ends, save quotation marks and brackets that belong to it.
[[nodiscard]] TokenRange trim(const Tree& tree, TokenRange range);

[[nodiscard]] bool overlaps(std::span<const TokenRange> ranges, TokenRange range);
[[nodiscard]] bool contains(std::span<const TokenRange> ranges, TokenIndex token);

/// The subject that the verb has, shares with a conjunct, or is controlled by; kNone if there is none.
/// `own` says whether it hangs on the verb itself.
struct Subject {
    TokenIndex head = kNone;
    bool own = false;
};
[[nodiscard]] Subject find_subject(const Tree& tree, TokenIndex verb);

[[nodiscard]] bool is_relative_pronoun(const Tree& tree, TokenIndex token);

}  // namespace claimgraph::attribution
