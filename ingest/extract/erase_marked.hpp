// A list without some of its elements.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace claimgraph {

/// Takes out the elements that are marked; `marked` is as long as the list. The others stay in their order.
template <typename T>
void erase_marked(std::vector<T>& list, const std::vector<bool>& marked) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (marked[i]) continue;
        if (kept != i) list[kept] = std::move(list[i]);
        ++kept;
    }
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(kept), list.end());
}

}  // namespace claimgraph
