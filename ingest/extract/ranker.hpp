// Decides which candidates are statements: a logistic regression over named features of the predicate, its
// slots, the entities, scopes and the tree. Its output is the statement's confidence.
//
// Loaded once, immutable, safe to share. Sums run in the order of the features, so results do not depend on
// the machine.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/statement.hpp"
#include "ingest/extract/predicate_frames.hpp"
#include "ingest/extract/scene.hpp"

namespace claimgraph {

/// The features of a candidate: names, each once, in a fixed order. All have the value 1.
[[nodiscard]] std::vector<std::string> ranking_features(const Scene& scene,
                                                        const StatementCandidate& candidate,
                                                        const Statement& statement);

class StatementRanker {
  public:
    /// A ranker that keeps everything and gives no confidence.
    StatementRanker() = default;

    /// Reads what `serialize` wrote. Throws ModelError when it is malformed.
    static StatementRanker parse(std::string_view section);
    [[nodiscard]] static std::string serialize(double threshold,
                                               const std::map<std::string, double>& weights);

    [[nodiscard]] bool empty() const { return weights_.empty(); }
    /// The probability, 0..1, that the candidate is a right statement.
    [[nodiscard]] double probability(const std::vector<std::string>& features) const;
    /// Candidates below it are left out.
    [[nodiscard]] double threshold() const { return threshold_; }
    /// The weight of one feature; 0 when it has none.
    [[nodiscard]] double weight(const std::string& feature) const;

  private:
    std::map<std::string, double, std::less<>> weights_;
    double threshold_ = 0;
};

}  // namespace claimgraph
