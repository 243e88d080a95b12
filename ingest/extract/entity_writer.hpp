// Ends found in one document, written as entities of the model. The document's analysis, entities and
// measures must outlive it; const and thread-safe.
#pragma once

#include "graph/model/entity.hpp"
#include "graph/model/span.hpp"
#include "ingest/extract/scene.hpp"
#include "ingest/text/code_points.hpp"

namespace claimgraph {

class EntityWriter {
  public:
    EntityWriter(const Tree& tree, const DocumentEntities& entities, const Measures& measures)
        : tree_(tree), entities_(entities), measures_(measures), index_(tree.analysis().text) {}

    [[nodiscard]] Entity entity_of(const End& end) const;
    [[nodiscard]] Span span_of(TokenRange range) const;
    [[nodiscard]] const CodePointIndex& index() const { return index_; }

  private:
    const Tree& tree_;
    const DocumentEntities& entities_;
    const Measures& measures_;
    CodePointIndex index_;
};

}  // namespace claimgraph
