// The second step of linking: which mentions by name, phrase or description are of one entity, and what its
// canonical name is. Works on one document; not shared.
#pragma once

#include <vector>

#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/linking/entity_lexicons.hpp"
#include "ingest/extract/linking/mention_finder.hpp"

namespace claimgraph {

/// Fills `entities` and sets `entity` of every candidate but pronouns and pairs.
void name_entities(const EntityLexicons& lexicons, const nlp::Analysis& analysis,
                   std::vector<MentionCandidate>& candidates, std::vector<LinkedEntity>& entities);

}  // namespace claimgraph
