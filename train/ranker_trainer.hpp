// Trains the statement ranker: a logistic regression on the readings of predicates, matched against gold
// statements.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
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
    std::string sentence;
    std::vector<std::size_t> gold;  ///< statements of the document with this triple
    bool strict = false;
    bool taught = true;
    std::vector<FeatureId> features;
};

/// A predicate whose status and polarity gold tells.
struct FactualityExample {
    std::shared_ptr<const std::vector<std::string>> features;
    Factuality walked;
    Factuality gold;
};

struct RankedDocument {
    std::string id;
    std::vector<FactualityExample> factuality;
    std::vector<RankedOption> options;
    std::vector<bool> required;          ///< by gold statement
    std::vector<std::string> relations;  ///< by gold statement
    std::vector<std::string> triples;    ///< by gold statement, for reading
    std::vector<std::string> sentences;  ///< by gold statement
    /// By gold statement that no reading has: what is missing in its sentence ("predicate", "subject",
    /// "object", "both ends", or "pair" when it has each but not together; "unnamed" ends are in no reading
    /// of the document).
    std::vector<std::string> missing;
};

[[nodiscard]] RankedDocument propose(const nlp::Engine& engine, const Extractor& extractor,
                                     const GoldDocument& gold);

/// The gold statements that a reading has.
[[nodiscard]] std::set<std::size_t> reachable(const RankedDocument& document);

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

/// Required and reachable statements by relation.
[[nodiscard]] std::map<std::string, Counts> count_reachable(const RankedDocument& document);

struct RankerReport {
    std::vector<std::byte> section;  ///< for the model file
    double threshold = 0;
    double calibration_error = 0;  ///< expected calibration error of what is kept, ten bins, cross-validated
    Counts validated;              ///< five-fold cross-validation by document
    std::map<std::string, Counts> by_relation;
    std::vector<std::pair<double, Counts>> by_threshold;
    double walked_accuracy = 0;   ///< of status and polarity by the walk alone
    double learned_accuracy = 0;  ///< of what is learned, cross-validated
    Counts strict;                ///< what fills the ontology's slots, without a ranker
    std::size_t weights = 0;
    /// Required statements not found in cross-validation: document, relation, ends, cause (for readings that
    /// the ranker refused: their highest probability) and sentence, divided by tabs.
    std::vector<std::string> misses;
    /// Triples kept in cross-validation that gold has not, likewise.
    std::vector<std::string> spurious;
};

/// Cross-validation by document chooses the threshold; the weights are then fitted on all. `further`
/// documents are trained on in each fold and not validated on. Deterministic.
[[nodiscard]] RankerReport train_ranker(const std::vector<RankedDocument>& documents,
                                        const std::vector<RankedDocument>& further);

}  // namespace claimgraph::train
