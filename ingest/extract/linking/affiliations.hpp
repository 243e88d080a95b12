// The last step of linking: who holds an office in, works for or belongs to whom.
#pragma once

#include <vector>

#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/linking/mention_finder.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

/// Fills `found.affiliations` from words of office before and after names ("US Treasury Secretary Jane Doe",
/// "Jane Doe, a partner at Roe & Co"), from owners ("the BBC's John Roe", "Roe & Co's subsidiary, Doe Ltd")
/// and from the countries in the names of bodies and groups. Reads the words in their order and the tree only
/// where order does not tell: parsers often err in titles and appositions.
void find_affiliations(const EntityLexicons& lexicons, const Tree& tree,
                       const std::vector<OfficeWords>& offices, DocumentEntities& found);

}  // namespace claimgraph
