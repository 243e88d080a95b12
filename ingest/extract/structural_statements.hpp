// What a measure is laid on: the structural relations `targets` (whom it is aimed at) and `covers` (which
// goods), read off the measures' frames and from clauses that say it ("goods hit by tariffs").
#pragma once

#include <vector>

#include "ingest/extract/predicate_frames.hpp"
#include "ingest/extract/scene.hpp"

namespace claimgraph {

/// The candidates of the document, each pair of a measure and what it is laid on once for the frames.
[[nodiscard]] std::vector<StatementCandidate> find_structural_candidates(const Scene& scene);

}  // namespace claimgraph
