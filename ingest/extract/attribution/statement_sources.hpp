// Who stands behind a statement: the chain of sources that its predicate is reported by.
#pragma once

#include <optional>
#include <vector>

#include "graph/model/attribution.hpp"
#include "ingest/extract/attribution/speakers.hpp"
#include "ingest/extract/predicate_frames.hpp"
#include "ingest/extract/scene.hpp"

namespace claimgraph {

/// One link of a chain of sources, as found in the text.
struct SourceLink {
    End source;
    TokenRange cue;  ///< empty when a quotation stands free
    AttributionType type = AttributionType::paraphrase;
};

/// The sources of a document's candidates. The scene must outlive it; const and thread-safe.
class StatementSources {
  public:
    explicit StatementSources(const Scene& scene)
        : scene_(scene), speakers_(scene.tree, scene.entities, scene.attributions) {}

    /// Innermost first; empty for the article's own voice. What a doer announces, promises or plans is the
    /// deed; who asks for a deed is its source.
    [[nodiscard]] std::vector<SourceLink> find(const StatementCandidate& candidate) const;

  private:
    [[nodiscard]] bool reports(const AttributionSpans& spans, TokenIndex predicate) const;
    /// An actor that more than its place in the text tells to be one.
    [[nodiscard]] bool is_known(const End& source) const;
    [[nodiscard]] bool is_doer(const AttributionSpans& spans, const End& source,
                               const StatementCandidate& candidate) const;
    [[nodiscard]] std::optional<End> asker(TokenIndex cue) const;
    void add_requester(const StatementCandidate& candidate, std::vector<SourceLink>& chain) const;

    const Scene& scene_;
    Speakers speakers_;
};

}  // namespace claimgraph
