// Counts the distinct places, and the distinct documents, in which claims mention nodes.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <vector>

#include "graph/claim_graph.hpp"

namespace claimgraph {

class MentionCounter {
  public:
    /// Takes a claim of an edge from `source` to `target`, which are any numbers that stand for nodes.
    void add(std::uint32_t source, std::uint32_t target, const Claim& claim) {
        mentions_.push_back({source, claim.document, place(claim, claim.source_place)});
        mentions_.push_back({target, claim.document, place(claim, claim.target_place)});
    }

    /// Calls `result(node, mentions, documents)` for each node that was mentioned, and forgets all.
    template <class Result>
    void count(const Result& result) {
        std::sort(mentions_.begin(), mentions_.end());
        mentions_.erase(std::unique(mentions_.begin(), mentions_.end()), mentions_.end());
        for (std::size_t i = 0; i < mentions_.size();) {
            const std::size_t begin = i;
            std::size_t documents = 0;
            for (; i < mentions_.size() && mentions_[i].node == mentions_[begin].node; ++i) {
                if (i == begin || mentions_[i].document != mentions_[i - 1].document) ++documents;
            }
            result(mentions_[begin].node, i - begin, documents);
        }
        mentions_.clear();
    }

  private:
    struct Mention {
        std::uint32_t node;
        DocumentIndex document;
        std::uint64_t place;
        auto operator<=>(const Mention&) const = default;
    };

    /// A mention whose place is not known is told from others by its sentence.
    static std::uint64_t place(const Claim& claim, std::uint32_t at) {
        return at == unknown_place ? (std::uint64_t{1} << 32) + claim.sentence : std::uint64_t{at};
    }

    std::vector<Mention> mentions_;
};

}  // namespace claimgraph
