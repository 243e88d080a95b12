// Mentions from trees and names. Stateless and thread-safe; linear in the tokens.
#pragma once

#include <cstdint>
#include <span>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

/// A name that the recogniser found: tokens [first, last) of one sentence.
struct NamedSpan {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    MentionKind kind = MentionKind::other;
};

/// Sets `analysis.mentions` (and empties `chains`): a mention for each noun phrase and personal or possessive
/// pronoun of the trees, without prepositions, coordinated phrases, appositions and what a copula adds, and
/// one for each name that is no whole noun phrase ("Ada Hale" in "mayor Ada Hale"), of form name. `names` are
/// in order and disjoint.
void build_mentions(Analysis& analysis, std::span<const NamedSpan> names);

}  // namespace claimgraph::nlp
