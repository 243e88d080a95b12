// The name tagger in use: a linear-chain conditional random field (Lafferty et al. 2001) over hashed
// features, read in two passes, the second with what the first found elsewhere in the document.
//
// Weights and scores are integers, so that results do not depend on the processor. Immutable and safe to
// share; refers to the model file's bytes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/names/gazetteer.hpp"
#include "ingest/nlp/names/name_features.hpp"

namespace claimgraph::nlp::names {

inline constexpr std::int32_t kScale = 24;  ///< steps of a score a unit
using Scores = std::array<std::int32_t, kLabels>;

/// Whether `next` may follow `label` (kLabels for the start of a sentence).
[[nodiscard]] constexpr bool may_follow(std::size_t label, std::size_t next) {
    const bool goes_on = next != 0 && next % 2 == 0;
    return !goes_on || (label < kLabels && label != 0 && (label + 1) / 2 == next / 2);
}

class NameTagger {
  public:
    /// Reads section "names"; `file` must outlive this. Throws ModelError when it is not as expected.
    explicit NameTagger(const ModelFile& file);

    /// The label of each token of a document with tags and trees. `labels` holds the network's labels and
    /// gets the tagger's.
    void tag(const Analysis& analysis, std::vector<std::uint8_t>& labels) const;

  private:
    void add(std::span<const std::uint32_t> features, Scores& scores) const;
    void decode(const Analysis& analysis, std::span<const Scores> scores,
                std::vector<std::uint8_t>& labels) const;

    Gazetteer gazetteer_;
    std::span<const std::uint32_t> starts_;      ///< where the keys of each upper half begin, and their end
    std::span<const std::uint16_t> keys_;        ///< lower halves of the features' hashes, in order
    std::span<const std::int8_t> weights_;       ///< kLabels a key
    std::span<const std::int32_t> transitions_;  ///< [label][next], and [kLabels][next] at the start

    NameTagger(const ModelFile& file, SectionReader in);
};

}  // namespace claimgraph::nlp::names
