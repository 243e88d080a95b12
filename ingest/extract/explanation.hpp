// Why a document's statements are there, and why a sentence has none: for those who write the lexicons.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/ranker.hpp"
#include "ingest/extract/scene.hpp"
#include "ingest/extract/transparent_nouns.hpp"

namespace claimgraph {

/// What is told of one sentence, as lines of text; indented by two spaces a level. They hold words of the
/// document as they stand.
struct SentenceExplanation {
    std::size_t sentence = 0;
    std::string text;
    std::vector<std::string> lines;
};

/// One explanation a sentence, in order. Each statement comes with its rule, its words, its ends with slot,
/// tree path and link, its scopes and sources, and the features that spoke for and against it; a sentence
/// without statements with what was considered there.
[[nodiscard]] std::vector<SentenceExplanation> explain(const Scene& scene,
                                                       const TransparentNouns& transparent,
                                                       const StatementRanker& ranker);

}  // namespace claimgraph
