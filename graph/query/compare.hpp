// What one graph has that another has not: what a week of news added, changed and withdrew.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

struct EdgeChange {
    enum class Kind : std::uint8_t { added, changed, withdrawn };
    Kind kind = Kind::added;
    std::string source;  ///< id of the node
    std::string relation;
    std::string target;
    std::optional<EdgeIndex> before;  ///< in the first graph
    std::optional<EdgeIndex> after;   ///< in the second
    std::vector<std::string> what;    ///< "claims 2 to 3", "label imposes (threatened) to imposes"
};

/// By source, target and relation. Edges are the same by their nodes' ids and their relation.
[[nodiscard]] std::vector<EdgeChange> compare(const GraphView& before, const GraphView& after);

}  // namespace claimgraph
