// Words and phrases that names are made of, or that stand beside names, with what they tell.
//
// The table is compiled into the model from the lexicons and from public lists; it holds hashes of lower-case
// phrases, no text. Immutable and safe to share; refers to the model file's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/nlp/model_file.hpp"

namespace claimgraph::nlp::names {

/// What a phrase is known as; a phrase may be several things.
enum class Known : std::uint8_t {
    first_name,
    surname,
    person,             ///< a whole name of a well-known person
    country,            ///< countries, states, regions of the world
    place,              ///< cities, rivers, mountains
    organization,       ///< a whole name
    organization_word,  ///< "Inc", "ministry", "university"
    people,             ///< "Chinese", "Americans"
    title,              ///< "president", "mr."
    person_noun,
    organization_noun,
    place_noun,
    date_word,  ///< months and days of the week
    common      ///< usually in lower case
};
inline constexpr std::size_t kKnown = 14;
using KnownSet = std::uint16_t;
[[nodiscard]] constexpr KnownSet bit(Known k) {
    return static_cast<KnownSet>(1U << static_cast<unsigned>(k));
}
/// The phrase goes on in a longer one.
inline constexpr KnownSet kGoesOn = 1U << 15;

inline constexpr std::size_t kMaxPhrase = 8;  ///< words

/// The hash of a phrase: of its first word, then extended word by word.
[[nodiscard]] std::uint64_t hash_lower(std::string_view form);
[[nodiscard]] constexpr std::uint64_t extended(std::uint64_t phrase, std::uint64_t word) {
    std::uint64_t h = (phrase ^ 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL + word;
    h ^= h >> 31;
    h *= 0xBF58476D1CE4E5B9ULL;
    return h ^ (h >> 29);
}

/// An open-addressing hash table of phrases, as the model file has it.
struct GazetteerTable {
    std::vector<std::uint32_t> checks;  ///< the upper half of the hash, odd; 0 is an empty slot
    std::vector<std::uint16_t> sets;
};

class Gazetteer {
  public:
    explicit Gazetteer(SectionReader& in);
    explicit Gazetteer(const GazetteerTable& table)
        : checks_(table.checks), sets_(table.sets), mask_(table.checks.size() - 1) {}
    [[nodiscard]] KnownSet find(std::uint64_t phrase) const {
        const auto check = static_cast<std::uint32_t>(phrase >> 32) | 1U;
        for (std::size_t at = static_cast<std::size_t>(phrase) & mask_;; at = (at + 1) & mask_) {
            if (checks_[at] == check) return sets_[at];
            if (checks_[at] == 0) return 0;
        }
    }

  private:
    std::span<const std::uint32_t> checks_;
    std::span<const std::uint16_t> sets_;
    std::size_t mask_ = 0;
};

/// Collects phrases, as lists of words.
class GazetteerBuilder {
  public:
    void add(std::span<const std::string> words, Known known);
    [[nodiscard]] GazetteerTable build() const;

  private:
    std::map<std::uint64_t, KnownSet> entries_;
};

}  // namespace claimgraph::nlp::names
