// Where sentences end within a paragraph.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

/// No sentence has more tokens; longer ones are cut, at a semicolon or comma where there is one.
inline constexpr std::uint32_t kMaxSentenceTokens = 400;

/// Appends the words of one paragraph to `analysis.tokens` and its sentences to `analysis.sentences`. The
/// full stop of an abbreviation that ends a sentence becomes a token of its own. Stateless.
void add_sentences(const std::vector<Token>& words, std::uint32_t paragraph, Analysis& analysis);

}  // namespace claimgraph::nlp
