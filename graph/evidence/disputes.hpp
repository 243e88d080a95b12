// Where speakers contradict each other about the same time, which is not the same as things changing.
//
// Two claims of one edge are opposed when their speakers differ and one says yes, the other no, to the same
// status (actual, planned or threatened) of the same time: their times overlap, or, where one has none, their
// documents are of one month (31 days) or the same. That something holds, and that it was halted or averted,
// is opposed on the same days only: else it is a step in time.
#pragma once

#include <span>
#include <vector>

#include "graph/claim_graph.hpp"

namespace claimgraph {

[[nodiscard]] bool are_opposed(const ClaimGraph& graph, const Claim& a, const Claim& b);

/// Whether any two are opposed.
[[nodiscard]] bool is_disputed(const ClaimGraph& graph, std::span<const Claim* const> claims);

/// The claims that some other is opposed to, in their order.
[[nodiscard]] std::vector<const Claim*> opposed_claims(const ClaimGraph& graph,
                                                       std::span<const Claim* const> claims);

}  // namespace claimgraph
