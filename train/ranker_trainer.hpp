// Trains the statement ranker: a logistic regression on proposals matched against gold statements.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/extractor.hpp"
#include "ingest/nlp/engine.hpp"
#include "train/gold.hpp"

namespace claimgraph::train {

/// The proposals of one document, and which of them are right.
struct RankedDocument {
    std::vector<std::vector<std::string>> features;
    std::vector<bool> right;     ///< the gold has the triple, required or optional
    std::vector<bool> required;  ///< the gold requires it
};

[[nodiscard]] RankedDocument propose(const nlp::Engine& engine, const Extractor& extractor,
                                     const GoldDocument& gold);

struct RankerReport {
    std::string section;  ///< for the model file
    double threshold = 0;
    double calibration_error = 0;  ///< expected calibration error over ten bins, cross-validated
    double kept_precision = 0;     ///< of proposals kept, cross-validated
    double kept_recall = 0;        ///< of right required proposals, cross-validated
};

/// Five-fold cross-validation by document chooses the threshold; the weights are then fitted on all.
/// Deterministic.
[[nodiscard]] RankerReport train_ranker(const std::vector<RankedDocument>& documents);

}  // namespace claimgraph::train
