// Documents and statements in, a graph out: entities become nodes, statements with the same relation and ends
// become the claims of one edge.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/claim_graph.hpp"
#include "graph/entities/name_rules.hpp"

namespace claimgraph {

class ClaimGraphBuilder;

struct AssemblerOptions {
    /// Relations without direction: stored once, from the smaller node id to the greater.
    std::vector<std::string> symmetric_relations{"agrees", "cooperates", "negotiates"};
    /// What is known of names, for putting entities together across documents.
    NameRules names;
};

/// The graph depends on the set of documents and statements, not on their order. Not thread-safe.
class Assembler {
  public:
    explicit Assembler(AssemblerOptions options = {});
    ~Assembler();
    Assembler(Assembler&&) noexcept;
    Assembler& operator=(Assembler&&) noexcept;

    /// Throws Error where a document of the same id was added with other content.
    void add(Document document);
    /// A statement may come before its document, or without it: that document is then one of news, of unknown
    /// date.
    void add(const Statement& statement);

    /// Leaves the assembler empty.
    [[nodiscard]] ClaimGraph finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Puts the claim of a statement under its edge: in the order of a symmetric relation's ends, and with the
/// document's own speaker. Its document must be known to the builder.
void place_claim(ClaimGraphBuilder& builder, const AssemblerOptions& options, NodeIndex source,
                 const std::string& relation, NodeIndex target, Claim&& claim);

}  // namespace claimgraph
