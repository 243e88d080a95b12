// Where speakers contradict each other: on whether something is so, and on numbers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

struct Conflict {
    enum class Kind : std::uint8_t {
        dispute,  ///< one says yes, another no (evidence/disputes)
        number    ///< different rates of one role and unit, by different speakers, for the same time
    };
    Kind kind = Kind::dispute;
    EdgeIndex edge = 0;
    std::vector<const Claim*> claims;    ///< of all sides
    std::vector<std::string> positions;  ///< of each claim: "imposes (denied)", "20 percent"
    double weight = 0;                   ///< the smaller side's independent outlets, before the larger's
};

/// The heaviest first; then by edge.
[[nodiscard]] std::vector<Conflict> conflicts(const GraphView& view);

}  // namespace claimgraph
