// What the ranker looks at in a reading of a predicate: names of features for the predicate, for each end,
// and for the two ends together.
//
// Paths are those of dependency-based relation extraction (Bunescu and Mooney, "A shortest path dependency
// kernel for relation extraction", 2005); slots and scopes are ours.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/features.hpp"
#include "ingest/extract/scene.hpp"

namespace claimgraph {

/// A predicate read as one relation.
struct PredicateReading {
    const PredicateEntry* entry = nullptr;
    TokenIndex token = kNone;
    TokenRange range;
    std::vector<TokenIndex> clauses;  ///< the verb that it is or hangs on, then those above, at most four
    bool has_instrument = false;
    bool has_strict_subject = false;
    bool has_strict_object = false;
};

/// An end that a reading may have.
struct EndReading {
    End end;
    std::string slot;        ///< the entry's slot that it fills, or how the context gives it; empty: neither
    std::uint32_t set = 0;   ///< equal for coordinated ends and members of one plural
    std::uint32_t rank = 0;  ///< how many others of the same role lie nearer in the tree
    std::string path;  ///< relations from the end to the predicate; empty when it is not in the sentence
    std::uint32_t steps = 0;
};

class CandidateFeatures {
  public:
    explicit CandidateFeatures(const Scene& scene) : scene_(&scene) {
        for (const LinkedEntity& entity : scene.entities.entities)
            most_mentioned_ = std::max(most_mentioned_, entity.mentions.size());
    }

    void predicate(const PredicateReading& reading, FeatureSink sink) const;
    /// `role` is "s" or "o".
    void argument(const PredicateReading& reading, std::string_view role, const EndReading& argument,
                  FeatureSink sink) const;
    void pair(const PredicateReading& reading, const EndReading& subject, const EndReading& object,
              FeatureSink sink) const;

    /// The relations from `from` up to the common ancestor ("nsubj^") and down to `to` ("obj_"), at most six
    /// steps ("long" beyond). Coordinated words count as the first of them.
    [[nodiscard]] std::string path(TokenIndex from, TokenIndex to, std::uint32_t& steps) const;

  private:
    [[nodiscard]] bool is_of_another(std::uint32_t measure, std::uint32_t entity, TokenIndex t) const;
    [[nodiscard]] std::size_t sentences_back(const Measure& measure, TokenIndex t) const;

    const Scene* scene_;
    std::size_t most_mentioned_ = 0;  ///< mentions of the entity that the document mentions most
};

}  // namespace claimgraph
