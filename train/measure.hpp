// Measures of the engine on a treebank's own sentences and tokens.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/nlp/engine.hpp"
#include "train/treebank.hpp"

namespace claimgraph::train {

/// Counts of right words, punctuation included, relations with their subtypes.
struct Accuracy {
    std::size_t tokens = 0;
    std::size_t upos = 0;
    std::size_t xpos = 0;
    std::size_t feats = 0;
    std::size_t lemma = 0;
    std::size_t unlabelled = 0;  ///< right heads
    std::size_t labelled = 0;    ///< right heads and relations
    double seconds = 0;          ///< in the engine
};

[[nodiscard]] Accuracy measure(const nlp::Engine& engine, const std::vector<TreebankSentence>& sentences);

}  // namespace claimgraph::train
