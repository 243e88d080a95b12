// Names put right: the recogniser's spans mended by the trees, and their kinds by what the words, the titles
// before them and the other occurrences in the document tell. Stateless and thread-safe; linear in the
// tokens.
#pragma once

#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/mentions.hpp"

namespace claimgraph::nlp {

/// `names` are in order and disjoint, and stay so. Uses the tags and trees of `analysis`.
void refine_names(const Analysis& analysis, std::vector<NamedSpan>& names);

}  // namespace claimgraph::nlp
