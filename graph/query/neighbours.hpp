// Finding nodes by name, and what lies around them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

/// The nodes whose id, label or an alias is `name`, without regard to case; ids before labels before aliases:
/// where one kind of name matches, the next is not looked at. In ascending order.
[[nodiscard]] std::vector<NodeIndex> find_by_name(const ClaimGraph& graph, std::string_view name);

/// The labels that are nearest to `name` by edit distance (Levenshtein, over code points of folded names),
/// nearest first.
[[nodiscard]] std::vector<std::string> nearest_names(const ClaimGraph& graph, std::string_view name,
                                                     std::size_t count);

enum class Direction { out, in, all };

/// The edges of `view` that paths of at most `depth` edges from `start` take, with their ends and `start`.
[[nodiscard]] GraphView neighbourhood(const GraphView& view, const std::vector<NodeIndex>& start,
                                      std::size_t depth, Direction direction);

}  // namespace claimgraph
