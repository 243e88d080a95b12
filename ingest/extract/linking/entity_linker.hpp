// Finds the mentions of countries, actors and commodities in an analysed document and links them to entities,
// once a document: lexicons first, then the recogniser's names, then descriptions and pronouns.
//
// Loaded once, immutable, safe to share between threads.
#pragma once

#include <memory>

#include "graph/model/document.hpp"
#include "ingest/extract/lexicons.hpp"
#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

class EntityLexicons;

class EntityLinker {
  public:
    /// Reads the entity lexicons of the folder. Throws LexiconError naming file, line and field, or IoError.
    explicit EntityLinker(const Lexicons& lexicons);
    ~EntityLinker();
    EntityLinker(EntityLinker&&) noexcept;
    EntityLinker& operator=(EntityLinker&&) noexcept;

    /// `analysis` is of `document.text`.
    [[nodiscard]] DocumentEntities link(const Document& document, const nlp::Analysis& analysis) const;

    [[nodiscard]] const EntityLexicons& lexicons() const { return *lexicons_; }

  private:
    std::unique_ptr<const EntityLexicons> lexicons_;
};

}  // namespace claimgraph
