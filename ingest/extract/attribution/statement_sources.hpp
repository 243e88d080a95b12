// Who stands behind a statement: the chain of sources that its predicate is reported by.
#pragma once

#include <optional>
#include <vector>

#include "graph/model/attribution.hpp"
#include "ingest/extract/predicate_frames.hpp"
#include "ingest/extract/scene.hpp"

namespace claimgraph {

/// One link of a chain of sources, as found in the text.
struct SourceLink {
    End source;
    TokenRange cue;  ///< empty when a quotation stands free
    AttributionType type = AttributionType::paraphrase;
};

/// The entity that speaks through `head`, the head token of an attribution's source: an actor, a country, or
/// somebody described. Nothing when it is neither.
[[nodiscard]] std::optional<End> find_speaker(const Tree& tree, const DocumentEntities& entities,
                                              TokenIndex head);

/// The sources of a candidate, innermost first; empty for the article's own voice. What a doer announces of
/// its own deed is the deed; who asks for a deed is its source. Thread-safe.
[[nodiscard]] std::vector<SourceLink> find_sources(const Scene& scene, const StatementCandidate& candidate);

}  // namespace claimgraph
