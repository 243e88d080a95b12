// Last steps of linking: what pronouns and pairs ("both sides") stand for, and who belongs to whom. Precise
// before complete: what stays open has no entity.
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

/// Fills `found.affiliations` from titles, appositions, "X of Y" and the countries in names of bodies.
/// `titles` is parallel to the mentions.
void find_affiliations(const Tree& tree, const std::vector<TokenRange>& titles, DocumentEntities& found);

}  // namespace claimgraph
