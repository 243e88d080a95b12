// The best dependency tree under arc scores (Chu and Liu 1965; Edmonds 1967), with exactly one root.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace claimgraph::nlp::network {

/// `scores[d * (n + 1) + h]`: the score of head h (0 is the root, otherwise 1 + index) for word d of n > 0; a
/// word as its own head is ignored. Writes each word's head into `heads` (n of them). Ties go to the first
/// head. Takes each word's best head when that is a tree with one root, which is the usual case; otherwise
/// contracts cycles, and only then allocates. O(n^2) time and space.
void best_tree(std::span<const std::int32_t> scores, std::size_t n, std::span<std::uint32_t> heads);

/// Whether exactly one word hangs from the root (0) and all others reach it.
[[nodiscard]] bool is_tree(std::span<const std::uint32_t> heads);

}  // namespace claimgraph::nlp::network
