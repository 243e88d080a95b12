// A graph with persons, ministries, administrations and groups folded into their countries.
#pragma once

#include "graph/claim_graph.hpp"

namespace claimgraph {

/// Each actor that affiliated_with leads to a country, directly or over other actors, becomes that country:
/// the one with the most claims of the nearest. What then lies within one country is left out. Claims stay as
/// they are; counts are made anew.
[[nodiscard]] ClaimGraph roll_up(const ClaimGraph& graph);

}  // namespace claimgraph
