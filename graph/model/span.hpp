// A stretch of a document's text. Offsets count Unicode code points from 0; `end` is exclusive.
#pragma once

#include <compare>
#include <cstddef>

namespace claimgraph {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    auto operator<=>(const Span&) const = default;
};

}  // namespace claimgraph
