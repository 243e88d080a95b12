// Trains the statement ranker: a logistic regression on the readings of predicates, matched against gold
// statements.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ingest/extract/extractor.hpp"
#include "ingest/nlp/engine.hpp"
#include "train/gold.hpp"

namespace claimgraph::train {

/// One reading. A reading that has a gold statement's ends but stands in another sentence teaches nothing.
struct RankedOption {
    Choice choice;
    std::string key;  ///< relation and names: what the scorer takes for one triple
    std::string relation;
    std::vector<std::size_t> gold;  ///< statements of the document with this triple
    bool strict = false;
    bool taught = true;
    std::vector<FeatureId> features;
};

struct RankedDocument {
    std::string id;
    std::vector<RankedOption> options;
    std::vector<bool> required;          ///< by gold statement
    std::vector<std::string> relations;  ///< by gold statement
};

[[nodiscard]] RankedDocument propose(const nlp::Engine& engine, const Extractor& extractor,
                                     const GoldDocument& gold);

struct Counts {
    std::size_t right = 0;  ///< kept triples that gold has, required or optional
    std::size_t wrong = 0;  ///< kept triples that it has not
    std::size_t found = 0;  ///< required statements whose triple is kept
    std::size_t required = 0;
    std::size_t reachable = 0;  ///< required statements whose triple is among the readings

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
    Counts& operator+=(const Counts& more);
};

struct RankerReport {
    std::vector<std::byte> section;  ///< for the model file
    double threshold = 0;
    double calibration_error = 0;  ///< expected calibration error of what is kept, ten bins, cross-validated
    Counts validated;              ///< five-fold cross-validation by document
    std::map<std::string, Counts> by_relation;
    Counts strict;  ///< what fills the ontology's slots, without a ranker
    std::size_t weights = 0;
};

/// Cross-validation by document chooses the threshold; the weights are then fitted on all. Deterministic.
[[nodiscard]] RankerReport train_ranker(const std::vector<RankedDocument>& documents);

}  // namespace claimgraph::train
