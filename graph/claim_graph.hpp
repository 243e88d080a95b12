// The graph of what was claimed: entities, one edge for each (subject, relation, object), and under each edge
// its claims, the pieces of evidence.
//
// Immutable once built and safe to read from many threads. Everything stands in an order that does not depend
// on the order of input: nodes by id, edges by source, target and relation, claims by document and place,
// documents by id. An index is a position in that order. Built by `ClaimGraphBuilder`.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/attribution.hpp"
#include "graph/model/document.hpp"
#include "graph/model/entity.hpp"
#include "graph/model/factuality.hpp"
#include "graph/model/statement.hpp"

namespace claimgraph {

using NodeIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;
using ClaimIndex = std::uint32_t;
using DocumentIndex = std::uint32_t;

inline constexpr std::uint32_t unknown_place = std::numeric_limits<std::uint32_t>::max();

struct Node {
    std::string id;     ///< unique, not empty, without white space: `country:CHN`, `actor:jane-doe`
    std::string label;  ///< the name that most mentions bear
    EntityKind kind = EntityKind::topic;
    std::string type;                  ///< finer type, or empty
    std::vector<std::string> aliases;  ///< other names, sorted, without the label
    std::size_t mentions = 0;          ///< distinct places where claims mention it
    std::size_t documents = 0;         ///< distinct documents of those claims
    bool operator==(const Node&) const = default;
};

/// One piece of evidence: what selections and summaries ask of a statement, and the statement itself as JSON.
struct Claim {
    DocumentIndex document = 0;
    std::uint32_t sentence = 0;
    std::uint32_t source_place = unknown_place;  ///< code point at which the edge's source is mentioned
    std::uint32_t target_place = unknown_place;
    Factuality factuality;
    AttributionType attribution = AttributionType::paraphrase;  ///< where `own_voice` is false
    bool own_voice = true;                                      ///< the document says it itself
    bool has_confidence = false;
    double confidence = 0;
    /// Label of the entity that says it; empty for a report in a news document's own voice.
    std::string speaker;
    std::string time;               ///< ISO 8601, as the statement has it; empty when it has none
    std::string json;               ///< the statement, by the codec of graph/json
    std::uint32_t quote_begin = 0;  ///< the evidence's text in `json`: a JSON string with its quotes
    std::uint32_t quote_size = 0;
    bool operator==(const Claim&) const = default;
};

/// What an edge was said to sum up to where its evidence is not all at hand (a file written without it).
struct EdgeSummary;

struct Edge {
    NodeIndex source = 0;
    NodeIndex target = 0;
    std::string relation;
    ClaimIndex claims_begin = 0;
    ClaimIndex claims_end = 0;
    std::shared_ptr<const EdgeSummary> given;  ///< null when the claims are all there is
};

/// What documents call one who speaks, where it is not the label.
struct SpeakerName {
    std::string label;  ///< `Claim::speaker`
    std::string name;
    auto operator<=>(const SpeakerName&) const = default;
};

class ClaimGraph {
  public:
    ClaimGraph();
    ~ClaimGraph();
    ClaimGraph(ClaimGraph&&) noexcept;
    ClaimGraph& operator=(ClaimGraph&&) noexcept;

    [[nodiscard]] std::span<const Node> nodes() const;
    [[nodiscard]] std::span<const Edge> edges() const;
    [[nodiscard]] std::span<const Claim> claims() const;
    [[nodiscard]] std::span<const Claim> claims(const Edge& edge) const;
    /// The documents that claims stand in; their texts are not kept.
    [[nodiscard]] std::span<const Document> documents() const;
    /// Sorted.
    [[nodiscard]] std::span<const SpeakerName> speaker_names() const;

    [[nodiscard]] std::optional<NodeIndex> find_node(std::string_view id) const;
    /// In ascending order.
    [[nodiscard]] std::vector<EdgeIndex> out_edges(NodeIndex node) const;
    [[nodiscard]] std::vector<EdgeIndex> in_edges(NodeIndex node) const;

    [[nodiscard]] const Document& document(const Claim& claim) const { return documents()[claim.document]; }
    /// The whole statement, parsed.
    [[nodiscard]] static Statement statement(const Claim& claim);
    /// The sentence, verbatim.
    [[nodiscard]] static std::string quote(const Claim& claim);

    struct Impl;

  private:
    friend class ClaimGraphBuilder;
    std::unique_ptr<Impl> impl_;
};

/// The claim of a statement, its speaker as the statement names it; `document` and, in the document's own
/// voice, `speaker` are left to fill in.
[[nodiscard]] Claim make_claim(const Statement& statement);

/// For whom a document speaks in its own voice: an official text for its publisher, an opinion for its
/// author; empty for news.
[[nodiscard]] std::string own_speaker(const Document& document);

}  // namespace claimgraph
