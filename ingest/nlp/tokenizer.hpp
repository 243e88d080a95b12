// Text to tokens and sentences: paragraphs from the layout of the page, words by the conventions of the UD
// English treebanks, sentences within paragraphs.
//
// Stateless and thread-safe. Takes any bytes (what is no valid UTF-8 becomes tokens of its own) in time
// linear in the text. Every byte that is neither white space nor a control character lies in just one token.
#pragma once

#include <string_view>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

/// Sets `analysis.text`, `tokens` (all but tags, lemma and tree) and `sentences`; drops what these held
/// before. `text` must outlive the analysis.
void tokenize(std::string_view text, Analysis& analysis);

}  // namespace claimgraph::nlp
