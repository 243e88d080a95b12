// Candidates for statements. The ontology's predicates are found over the trees; each of their two ends may
// be any entity, measure or topic of the sentence that the relation can join, those that fill a grammatical
// slot of the entry among them, and some that the context gives. What the tree, the slots and the entities
// say of a reading becomes its features; the ranker decides.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ingest/extract/choice.hpp"
#include "ingest/extract/ends.hpp"
#include "ingest/extract/factuality.hpp"
#include "ingest/extract/features.hpp"
#include "ingest/extract/ranker.hpp"
#include "ingest/extract/scene.hpp"
#include "ingest/extract/transparent_nouns.hpp"

namespace claimgraph {

struct StatementCandidate {
    std::size_t relation = 0;
    const PredicateEntry* entry = nullptr;  ///< null for structural statements
    TokenIndex predicate = kNone;
    TokenRange predicate_range;
    End subject;
    End object;
    std::vector<End> counterparty;  ///< at most one
    std::vector<End> instrument;    ///< at most one
    std::vector<End> topic;         ///< at most one
    FactualityReading factuality;
    std::string role;       ///< affiliated_with
    double confidence = 1;  ///< 0..1, by the ranker
};

/// How a reading came about, for explanations.
struct OptionNotes {
    std::string subject_slot;  ///< the entry's slot that it fills, or how the context gives it; may be empty
    std::string object_slot;
    std::string subject_path;  ///< in the tree, to the predicate; empty when it is not in the sentence
    std::string object_path;
    std::vector<FeatureId> features;
    std::vector<std::string> names;  ///< of the features, as many
};

/// A reading with its features, for training.
struct CandidateOption {
    StatementCandidate candidate;
    Choice choice;
    bool filled = false;  ///< both ends fill slots of the entry
    bool strict = false;  ///< and it is not a weak one
    std::vector<FeatureId> features;
    std::optional<OptionNotes> notes;
};

/// The readings that `ranker` keeps, in the order of their predicates. An empty ranker keeps those whose both
/// ends fill slots.
[[nodiscard]] std::vector<StatementCandidate> find_candidates(const Scene& scene,
                                                              const TransparentNouns& transparent,
                                                              const StatementRanker& ranker);

/// All readings; those that are as one of `explained`, which are in the order of their predicates, with
/// notes.
[[nodiscard]] std::vector<CandidateOption> list_options(const Scene& scene,
                                                        const TransparentNouns& transparent,
                                                        std::span<const StatementCandidate> explained = {});

}  // namespace claimgraph
