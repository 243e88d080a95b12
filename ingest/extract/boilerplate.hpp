// Tells the article apart from what stands around it: bylines, captions, source lines, author notes,
// copyright, prompts to read or subscribe. General rules over the words and shape of a sentence and its place
// in the document.
#pragma once

#include <vector>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// By sentence: true where nothing should be extracted.
[[nodiscard]] std::vector<bool> find_boilerplate(const nlp::Analysis& analysis);

}  // namespace claimgraph
