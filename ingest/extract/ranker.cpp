#include "ingest/extract/ranker.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "graph/model/error.hpp"

namespace claimgraph {
namespace {

// The section: a magic number, the number of weights, the threshold, then feature and weight pairs in the
// order of the features; little-endian, 4 bytes each.
constexpr std::uint32_t kMagic = 0x324b5253;  // "SRK2"

void put(std::vector<std::byte>& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<std::byte>((value >> shift) & 0xff));
}

std::uint32_t get(std::span<const std::byte> in, std::size_t word) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(std::to_integer<unsigned>(in[word * 4 + i])) << (8 * i);
    return value;
}

}  // namespace

StatementRanker StatementRanker::parse(std::span<const std::byte> section, std::optional<double> threshold) {
    StatementRanker ranker;
    if (section.empty()) return ranker;
    if (section.size() < 12 || section.size() % 4 != 0 || get(section, 0) != kMagic)
        throw ModelError("statement ranker: not a section that this version reads");
    const std::size_t count = get(section, 1);
    if (section.size() != 12 + count * 8)
        throw ModelError("statement ranker: expected " + std::to_string(count) + " weights, found " +
                         std::to_string(section.size()) + " bytes");
    ranker.threshold_ = threshold.value_or(std::bit_cast<float>(get(section, 2)));
    ranker.slots_.resize(std::bit_ceil(2 * count + 2));
    const std::size_t mask = ranker.slots_.size() - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const FeatureId feature = get(section, 3 + 2 * i);
        const auto weight = std::bit_cast<float>(get(section, 4 + 2 * i));
        if (!std::isfinite(weight)) throw ModelError("statement ranker: a weight is not a number");
        if (weight == 0) continue;
        std::size_t at = feature & mask;
        while (ranker.slots_[at].weight != 0) at = (at + 1) & mask;
        ranker.slots_[at] = {feature, weight};
    }
    return ranker;
}

std::vector<std::byte> StatementRanker::serialize(double threshold,
                                                  const std::map<FeatureId, double>& weights) {
    std::vector<std::byte> out;
    put(out, kMagic);
    put(out, static_cast<std::uint32_t>(weights.size()));
    put(out, std::bit_cast<std::uint32_t>(static_cast<float>(threshold)));
    for (const auto& [feature, weight] : weights) {
        put(out, feature);
        put(out, std::bit_cast<std::uint32_t>(static_cast<float>(weight)));
    }
    return out;
}

float StatementRanker::weight(FeatureId feature) const {
    if (slots_.empty()) return 0;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = feature & mask; slots_[at].weight != 0; at = (at + 1) & mask) {
        if (slots_[at].feature == feature) return slots_[at].weight;
    }
    return 0;
}

double StatementRanker::sum(std::span<const FeatureId> features) const {
    double sum = 0;
    for (const FeatureId feature : features) sum += weight(feature);
    return sum;
}

double StatementRanker::probability(double sum) {
    return 1 / (1 + std::exp(-sum));
}

}  // namespace claimgraph
