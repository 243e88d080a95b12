// Coreference measured against a gold analysis of the same text: MUC (Vilain et al. 1995), B3 (Bagga and
// Baldwin 1998) and CEAFe (Luo 2005), whose mean F1 is the CoNLL 2012 score. Singletons are left out on both
// sides; mentions match when their characters do.
#pragma once

#include <span>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/evaluation/score.hpp"

namespace claimgraph::nlp::evaluation {

struct CoreferenceScores {
    Score mentions;  ///< of all chains, by extent
    Score muc;
    Score b_cubed;
    Score ceaf_e;

    [[nodiscard]] double mean_f1() const { return (muc.f1() + b_cubed.f1() + ceaf_e.f1()) / 3; }
    CoreferenceScores& operator+=(const CoreferenceScores& other);
};

/// Entities as sets of mentions, which numbers name; a number stands in one entity of each side at most.
using Entities = std::vector<std::vector<std::size_t>>;
[[nodiscard]] CoreferenceScores score_entities(const Entities& gold, const Entities& system);

/// The chains of two analyses of equal texts.
[[nodiscard]] CoreferenceScores score_coreference(const Analysis& gold, const Analysis& system);

/// The largest sum of weights over pairs of a row and a column in which each stands at most once (Kuhn 1955,
/// Munkres 1957). `weights` has rows * columns values, none negative.
[[nodiscard]] double best_assignment(std::span<const double> weights, std::size_t rows, std::size_t columns);

}  // namespace claimgraph::nlp::evaluation
