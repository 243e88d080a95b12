// Puts a ClaimGraph together from nodes, edges and claims that come in any order.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "graph/claim_graph.hpp"
#include "graph/edge_summary.hpp"

namespace claimgraph {

/// Indexes that `add_...` returns hold for the builder only. Not thread-safe.
class ClaimGraphBuilder {
  public:
    ClaimGraphBuilder();
    ~ClaimGraphBuilder();
    ClaimGraphBuilder(ClaimGraphBuilder&&) noexcept;
    ClaimGraphBuilder& operator=(ClaimGraphBuilder&&) noexcept;

    /// A document given again with the same content is the same one. Throws Error where the content differs;
    /// a document of which only the id was known is completed.
    DocumentIndex add_document(Document document);
    /// The document of this id; one of which only the id is known when it has not been added.
    DocumentIndex document(std::string_view id);
    [[nodiscard]] const Document& document(DocumentIndex index) const;

    /// The id must be new. `mentions` and `documents` are taken as they are unless `build` counts them.
    NodeIndex add_node(Node node);
    [[nodiscard]] const Node& node(NodeIndex index) const;
    /// The same (source, relation, target) gives the same edge.
    EdgeIndex add_edge(NodeIndex source, std::string_view relation, NodeIndex target);
    void set_summary(EdgeIndex edge, EdgeSummary summary);
    /// A claim given twice counts once.
    void add_claim(EdgeIndex edge, Claim claim);
    /// What a document calls the speaker of this label. May be told more than once.
    void add_speaker_name(std::string_view label, std::string_view name);

    enum class Counts { keep, recount };
    /// Sorts everything into the graph's order and leaves the builder empty.
    [[nodiscard]] ClaimGraph build(Counts counts);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph
