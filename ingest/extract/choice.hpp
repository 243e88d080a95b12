// Which of the ways to read a predicate are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace claimgraph {

/// One way to fill the two ends of a predicate. Numbers of groups and sets are the caller's.
struct Choice {
    std::uint32_t group = 0;        ///< readings of one predicate as one relation
    std::uint32_t subject_set = 0;  ///< equal for coordinated ends and the members of one plural
    std::uint32_t object_set = 0;
    double probability = 0;
};

/// The positions of the choices kept, ascending: in each group the most probable one at or above `threshold`
/// (the first of equals), with those at or above it that differ from it only by coordinated ends.
[[nodiscard]] std::vector<std::size_t> choose(std::span<const Choice> choices, double threshold);

}  // namespace claimgraph
