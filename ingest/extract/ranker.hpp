// Decides which candidates are statements: a logistic regression over features of the predicate, its slots,
// the entities, scopes and the tree. Its output is the statement's confidence.
//
// Loaded once, immutable, safe to share. Sums run in the order of the features, so results do not depend on
// the machine.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ingest/extract/features.hpp"

namespace claimgraph {

class StatementRanker {
  public:
    /// A ranker without weights: what fills the ontology's slots is a statement, with no confidence.
    StatementRanker() = default;

    /// Reads what `serialize` wrote; `threshold` takes the place of its own. Throws ModelError when it is
    /// malformed.
    static StatementRanker parse(std::span<const std::byte> section, std::optional<double> threshold = {});
    [[nodiscard]] static std::vector<std::byte> serialize(double threshold,
                                                          const std::map<FeatureId, double>& weights);

    [[nodiscard]] bool empty() const { return slots_.empty(); }
    /// Candidates whose probability is below it are left out.
    [[nodiscard]] double threshold() const { return threshold_; }
    /// The weight of a feature; 0 when it has none.
    [[nodiscard]] float weight(FeatureId feature) const;
    [[nodiscard]] double sum(std::span<const FeatureId> features) const;
    /// The probability, 0..1, that a candidate with this sum of weights is a right statement.
    [[nodiscard]] static double probability(double sum);

  private:
    struct Slot {
        FeatureId feature = 0;
        float weight = 0;  ///< 0: the slot is free
    };
    std::vector<Slot> slots_;  ///< open addressing, a power of two, at most half full
    double threshold_ = 0;
};

}  // namespace claimgraph
