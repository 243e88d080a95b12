// Who says what about whom, and who says the same or the opposite.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

struct SpeakerOnSubject {
    std::string speaker;
    NodeIndex about = 0;  ///< an end of the edges claimed
    std::size_t claims = 0;
    std::size_t confirmed = 0;           ///< claims that a report or another speaker makes as well
    std::size_t disputed = 0;            ///< claims that another speaker contradicts
    std::vector<const Claim*> examples;  ///< in the graph's order
};

/// The labels, folded, under which those speak whom documents call so, or who are nodes of this id, label or
/// alias; sorted. The name itself is among them, whether or not anyone bears it.
[[nodiscard]] std::vector<std::string> speakers_called(const ClaimGraph& graph, std::string_view name);

/// By speaker, then by number of claims, the most first. Reports in a document's own voice are not claims of
/// a speaker. `speaker`: only those called so, without regard to case; empty for all.
[[nodiscard]] std::vector<SpeakerOnSubject> who_says(const GraphView& view, const std::string& speaker);

}  // namespace claimgraph
