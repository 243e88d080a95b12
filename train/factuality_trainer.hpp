// Trains the weights of factuality_model.hpp on predicates whose status and polarity gold tells.
#pragma once

#include <map>
#include <vector>

#include "ingest/extract/features.hpp"
#include "train/ranker_trainer.hpp"

namespace claimgraph::train {

/// Weights for status_feature and negation_feature. Deterministic.
[[nodiscard]] std::map<FeatureId, double> fit_factuality(const std::vector<const RankedDocument*>& documents);

}  // namespace claimgraph::train
