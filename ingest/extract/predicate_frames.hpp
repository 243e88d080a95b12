// Candidates for statements: the ontology's predicates over the trees, their slots filled with entities and
// measures of the kinds that the relation joins.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/factuality.hpp"
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
    bool inferred_subject = false;  ///< taken from the measure's frame, not from the predicate's own slots
    bool inferred_object = false;
    Slot::Kind subject_slot = Slot::Kind::subject;
    Slot::Kind object_slot = Slot::Kind::object;
    std::string role;  ///< affiliated_with
};

/// All candidates of the document, in the order of their predicates.
[[nodiscard]] std::vector<StatementCandidate> find_candidates(const Scene& scene,
                                                              const TransparentNouns& transparent);

}  // namespace claimgraph
