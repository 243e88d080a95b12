// What the entity linker found in a document as JSON Lines, for those who tend the lexicons.
#pragma once

#include <string>

#include "graph/model/document.hpp"
#include "ingest/extract/linking/document_entities.hpp"

namespace claimgraph {

/// One line an entity, in the order of their first mention: `document`, `entity` (name, kind, type, id),
/// `mentions` (text, offsets in code points, sentence, form; a mention of several, "both sides", under each);
/// then one line an affiliation. `entities` is of `analysis`, which is of `document.text`.
[[nodiscard]] std::string entities_json(const Document& document, const nlp::Analysis& analysis,
                                        const DocumentEntities& entities);

}  // namespace claimgraph
