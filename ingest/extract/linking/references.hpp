// What pronouns and pairs ("both sides") stand for. Precise before complete: what stays open has no entity.
#pragma once

#include <vector>

#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/linking/mention_finder.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

/// Gives pronouns and pairs among `found.mentions` their entities, by agreement, grammatical role and
/// nearness (after Lappin and Leass, "An algorithm for pronominal anaphora resolution", 1994). `sorts` is
/// parallel to the mentions.
void resolve_references(const Tree& tree, const std::vector<MentionClass>& sorts, DocumentEntities& found);

}  // namespace claimgraph
