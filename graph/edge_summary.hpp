// What the evidence under an edge adds up to. Computed anew from whatever claims are selected, never stored
// as truth.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim_graph.hpp"

namespace claimgraph {

/// Who vouches: news documents in their own voice, only sources (or documents that speak for a party), or
/// both.
enum class Basis { reported, claimed, both };

[[nodiscard]] std::string_view to_string(Basis basis);

struct EdgeSummary {
    /// The relation, and in brackets what a reader must know when no evidence is actual and positive:
    /// "imposes (threatened)", "complies (denied)".
    std::string label;
    std::vector<Status> statuses;  ///< distinct, in the order of the enumeration
    bool positive = false;         ///< some evidence is positive
    bool negative = false;         ///< some evidence is negative
    Basis basis = Basis::claimed;
    bool fact = false;                  ///< a news document reports it in its own voice, actual and positive
    std::vector<std::string> speakers;  ///< distinct, sorted
    std::string first_date;             ///< of the documents; empty when no date is known
    std::string last_date;
    std::size_t evidence = 0;   ///< claims
    std::size_t documents = 0;  ///< distinct documents
    double weight = 1;          ///< finite, above 0: the number of claims, at least 1
    bool disputed = false;      ///< speakers contradict each other about the same time (evidence/disputes)
    std::string valid_from;     ///< ISO 8601: since when it is said to be so; empty when not known
    std::string valid_to;     ///< when it is said to have ended, been halted or averted; empty while it holds
    double belief = 0;        ///< 0..1, that the label is so (evidence/belief)
    std::size_t outlets = 0;  ///< independent ones: copies of a sentence count for the earliest
    std::size_t copies = 0;   ///< claims that copy a sentence of an earlier document
    std::string quote;        ///< of the best evidence
    std::string quote_document;
    bool operator==(const EdgeSummary&) const = default;
};

/// `claims` are claims of one edge; an order by rank decides what is best, so the result does not depend on
/// theirs.
[[nodiscard]] EdgeSummary summarise(const ClaimGraph& graph, std::string_view relation,
                                    std::span<const Claim* const> claims);

/// The claim that says most plainly that it is so: actual and positive before others, reports before claims,
/// then by confidence. Null for none.
[[nodiscard]] const Claim* best_claim(const ClaimGraph& graph, std::span<const Claim* const> claims);

/// The label that `summarise` gives.
[[nodiscard]] std::string display_label(std::string_view relation, std::span<const Factuality> factualities);

/// Whether the document itself vouches for the claim: a news document in its own voice.
[[nodiscard]] bool is_reported(const Claim& claim, const Document& document);

}  // namespace claimgraph
