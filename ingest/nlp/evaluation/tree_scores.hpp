// The measures of the CoNLL 2018 shared task (Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual
// Parsing from Raw Text to Universal Dependencies"), for raw text and for given tokens.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ingest/nlp/conllu.hpp"
#include "ingest/nlp/evaluation/score.hpp"

namespace claimgraph::nlp::evaluation {

/// Words are aligned by their characters, inside multi-word tokens by their longest common subsequence; all
/// F1 are over words but for the first two. Where tokens are given, F1 is accuracy.
struct TreeScores {
    Score tokens;
    Score sentences;
    Score words;
    Score upos;
    Score xpos;
    Score feats;  ///< universal features only, as in the task
    Score lemmas;
    Score uas;
    Score las;           ///< relations without subtypes: the task's LAS
    Score las_subtypes;  ///< relations with subtypes
    Score clas;          ///< as `las`, over content words only

    TreeScores& operator+=(const TreeScores& other);
};

/// `gold` and `system` must have the same characters but for white space; throws std::invalid_argument with
/// the first difference otherwise.
[[nodiscard]] TreeScores score_trees(std::span<const ConlluSentence> gold,
                                     std::span<const ConlluSentence> system);

}  // namespace claimgraph::nlp::evaluation
