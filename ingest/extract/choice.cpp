#include "ingest/extract/choice.hpp"

#include <map>

namespace claimgraph {

std::vector<std::size_t> choose(std::span<const Choice> choices, double threshold) {
    std::map<std::uint32_t, std::size_t> best;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].probability < threshold) continue;
        const auto [at, inserted] = best.emplace(choices[i].group, i);
        if (!inserted && choices[i].probability > choices[at->second].probability) at->second = i;
    }
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].probability < threshold) continue;
        const Choice& first = choices[best.at(choices[i].group)];
        if (choices[i].subject_set == first.subject_set && choices[i].object_set == first.object_set)
            kept.push_back(i);
    }
    return kept;
}

}  // namespace claimgraph
