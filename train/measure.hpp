// Measures of the engine on a treebank's own sentences and tokens, and on its raw text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ingest/nlp/engine.hpp"
#include "ingest/nlp/evaluation/coreference_scores.hpp"
#include "ingest/nlp/evaluation/tree_scores.hpp"
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

struct RawScores {
    nlp::evaluation::TreeScores trees;
    nlp::evaluation::CoreferenceScores coreference;
};

/// Analyses the running text of each document of a CoNLL-U file. Throws IoError and FormatError.
[[nodiscard]] RawScores measure_raw(const nlp::Engine& engine, const std::string& path);

/// The names found in the sentences of an IOB2 file. Throws IoError and FormatError.
[[nodiscard]] nlp::evaluation::Score measure_names(const nlp::Engine& engine, const std::string& path);

}  // namespace claimgraph::train
