// What pronouns and pairs ("both sides") stand for. Precise before complete: what stays open has no entity.
#pragma once

#include <vector>

#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/linking/mention_finder.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

/// What the mentions are before it is known what they stand for; parallel to `DocumentEntities::mentions`.
struct MentionSorts {
    std::vector<MentionClass> sorts;
    std::vector<Sense::Kind> senses;
};

/// Gives pronouns of the third person, descriptions ("the country", "the president") and pairs among
/// `found.mentions` their entities, by agreement, grammatical role and nearness (after Lappin and Leass, "An
/// algorithm for pronominal anaphora resolution", 1994), and by the engine's coreference chains where these
/// leave them open.
void resolve_references(const Tree& tree, const MentionSorts& sorts, DocumentEntities& found);

/// Gives "I" and "we" in quotations their speakers and those for whom these speak, by `found.affiliations`.
void resolve_speakers(const Tree& tree, const MentionSorts& sorts, DocumentEntities& found);

}  // namespace claimgraph
