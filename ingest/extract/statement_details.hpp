// The amounts and times that belong to a statement: what stands in the phrases of its measure or goods, and
// what hangs on the words that state it.
#pragma once

#include "graph/model/statement.hpp"
#include "ingest/extract/predicate_frames.hpp"
#include "ingest/extract/scene.hpp"

namespace claimgraph {

/// Fills quantities, time and duration; the statement's relation and status are set already.
void add_details(const Scene& scene, const StatementCandidate& candidate, Statement& statement);

}  // namespace claimgraph
