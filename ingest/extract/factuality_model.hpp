// Whether it is so, as learned: the walk over the tree (factuality.hpp) says what the words above a predicate
// make of it; a multinomial logistic regression over that reading and the words themselves decides where the
// walk is usually wrong.
//
// Stateless; its weights are the statement ranker's.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/factuality.hpp"
#include "ingest/extract/features.hpp"
#include "ingest/extract/ranker.hpp"
#include "ingest/extract/scene.hpp"

namespace claimgraph {

inline constexpr std::array kAllStatuses{Status::actual,   Status::planned,   Status::threatened,
                                         Status::possible, Status::requested, Status::averted,
                                         Status::halted};

/// What the decision looks at, as readable names.
[[nodiscard]] std::vector<std::string> factuality_features(const Scene& scene, const PredicateEntry& entry,
                                                           TokenIndex predicate,
                                                           const FactualityReading& reading);

/// The weight that `feature` has in favour of `status` or of a negative polarity.
[[nodiscard]] FeatureId status_feature(Status status, std::string_view feature);
[[nodiscard]] FeatureId negation_feature(std::string_view feature);

/// The likeliest status and polarity; the walk's own unless another is clearly likelier.
[[nodiscard]] Factuality decide_factuality(const StatementRanker& ranker,
                                           const std::vector<std::string>& features,
                                           const Factuality& walked);

}  // namespace claimgraph
