// Who the sources of a document's attributions are: pronouns, descriptions ("the official", "the president")
// and misspelt names resolved with what attribution knows, that one speaker mostly goes on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ingest/extract/attribution/attribution_finder.hpp"
#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/scene.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

/// The entity or the described person that speaks through `head`, the head token of a source, by the linker
/// alone: an actor, a country, or somebody described. Nothing when it is neither.
[[nodiscard]] std::optional<End> find_speaker(const Tree& tree, const DocumentEntities& entities,
                                              TokenIndex head);

/// The speakers of all attributions of one document; immutable once built.
class Speakers {
  public:
    Speakers(const Tree& tree, const DocumentEntities& entities, const Attributions& attributions);

    /// Of the attribution with this index; nothing when nobody is named or known.
    [[nodiscard]] const std::optional<End>& of(std::uint32_t attribution) const {
        return speakers_[attribution];
    }

  private:
    std::vector<std::optional<End>> speakers_;
};

}  // namespace claimgraph
