// Which mentions mean the same, by sieves in the order of their precision over entities that grow (Lee et al.
// 2013, "Deterministic coreference resolution based on entity-centric, precision-ranked rules"): speakers,
// equal names and phrases, appositions, parts of names and acronyms, repeated heads, pronouns.
//
// Stateless and thread-safe; linear in the mentions, as each looks back over a bounded window.
#pragma once

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

/// Sets `analysis.chains` and the `chain` of each mention from tagged and parsed tokens and
/// `analysis.mentions`. Of mentions with the same head only the longest stands in a chain; the names within
/// it share its `chain`.
void resolve_coreference(Analysis& analysis);

}  // namespace claimgraph::nlp
