#include "ingest/nlp/names/gazetteer.hpp"

#include <algorithm>
#include <bit>

#include "ingest/nlp/network/features.hpp"

namespace claimgraph::nlp::names {

std::uint64_t hash_lower(std::string_view form) {
    return network::hash(network::normalize(form).view());
}

Gazetteer::Gazetteer(SectionReader& in) {
    checks_ = in.array<std::uint32_t>();
    sets_ = in.array<std::uint16_t>();
    mask_ = checks_.size() - 1;
    if (!std::has_single_bit(checks_.size()) || sets_.size() != checks_.size() ||
        std::find(checks_.begin(), checks_.end(), 0U) == checks_.end())
        in.fail("the table of known phrases is not as expected");
}

void GazetteerBuilder::add(std::span<const std::string> words, Known known) {
    if (words.empty() || words.size() > kMaxPhrase) return;
    std::uint64_t phrase = hash_lower(words.front());
    for (std::size_t i = 1; i < words.size(); ++i) {
        entries_[phrase] |= kGoesOn;
        phrase = extended(phrase, hash_lower(words[i]));
    }
    entries_[phrase] |= bit(known);
}

GazetteerTable GazetteerBuilder::build() const {
    const std::size_t slots = std::bit_ceil(entries_.size() * 4 / 3 + 2);
    GazetteerTable table{std::vector<std::uint32_t>(slots), std::vector<std::uint16_t>(slots)};
    for (const auto& [phrase, set] : entries_) {
        std::size_t at = static_cast<std::size_t>(phrase) & (slots - 1);
        while (table.checks[at] != 0) at = (at + 1) & (slots - 1);
        table.checks[at] = static_cast<std::uint32_t>(phrase >> 32) | 1U;
        table.sets[at] = set;
    }
    return table;
}

}  // namespace claimgraph::nlp::names
