// Amounts in running text, with normalised values: percentages, ranges, money with scale and ISO 4217
// currency, masses and other units, shares, counts.
//
// Loaded once, immutable, safe to share between threads.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/quantity.hpp"
#include "ingest/extract/lexicons.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// One amount: tokens [first, last) of one sentence.
struct QuantityMention {
    enum class Kind : std::uint8_t { percent, percentage_points, money, unit, count };
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Kind kind = Kind::count;
    /// Preset to `from` or `to` by "from 25% to 10%", to `share` by "a quarter of"; otherwise `amount`, which
    /// the extractor may turn into a rate or a share.
    QuantityRole role = QuantityRole::amount;
    double value = 0;
    std::string unit;  ///< percent, percentage point, ISO 4217, unit name, or the counted noun
    std::uint32_t per_first = nlp::kNone;  ///< tokens of "a tonne", "per lb", "a year"; kNone when absent
    std::uint32_t per_last = nlp::kNone;
    std::uint32_t counted = nlp::kNone;  ///< token of the noun that is counted ("4,000 companies")
};

/// Of the amounts of a document, in their order: those of tokens [first, last), as a pair of indices.
[[nodiscard]] inline std::pair<std::size_t, std::size_t> quantities_within(
    const std::vector<QuantityMention>& quantities, std::uint32_t first, std::uint32_t last) {
    const auto from = std::ranges::lower_bound(quantities, first, {}, &QuantityMention::first);
    const auto to = std::ranges::lower_bound(quantities, last, {}, &QuantityMention::first);
    return {static_cast<std::size_t>(from - quantities.begin()),
            static_cast<std::size_t>(to - quantities.begin())};
}

class QuantityFinder {
  public:
    /// Reads `units.tsv` and `currencies.tsv` of the folder. Throws LexiconError or IoError.
    explicit QuantityFinder(const Lexicons& lexicons);
    ~QuantityFinder();
    QuantityFinder(QuantityFinder&&) noexcept;
    QuantityFinder& operator=(QuantityFinder&&) noexcept;

    /// The amounts of tokens [first, last) of one sentence, in their order, without overlaps. Numbers that
    /// are dates, years or ordinals are left out.
    [[nodiscard]] std::vector<QuantityMention> find(const nlp::Analysis& analysis, std::uint32_t first,
                                                    std::uint32_t last) const;

  private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

}  // namespace claimgraph
