#include "ingest/nlp/names/name_tagger.hpp"

#include <algorithm>
#include <limits>

namespace claimgraph::nlp::names {

namespace {

constexpr std::uint32_t kSectionVersion = 1;
constexpr std::size_t kBuckets = 1U << 16;

SectionReader opened(const ModelFile& file) {
    SectionReader in(file, "names");
    if (in.value<std::uint32_t>() != kSectionVersion) in.fail("is of another version");
    return in;
}

}  // namespace

NameTagger::NameTagger(const ModelFile& file) : NameTagger(file, opened(file)) {}

NameTagger::NameTagger(const ModelFile&, SectionReader in) : gazetteer_(in) {
    starts_ = in.array<std::uint32_t>();
    keys_ = in.array<std::uint16_t>();
    weights_ = in.array<std::int8_t>();
    transitions_ = in.array<std::int32_t>();
    if (starts_.size() != kBuckets + 1 || starts_.front() != 0 || starts_.back() != keys_.size() ||
        !std::is_sorted(starts_.begin(), starts_.end()) || weights_.size() != keys_.size() * kLabels ||
        transitions_.size() != (kLabels + 1) * kLabels)
        in.fail("the tables are not as expected");
}

void NameTagger::add(std::span<const std::uint32_t> features, Scores& scores) const {
    for (const std::uint32_t feature : features) {
        const std::uint32_t end = starts_[(feature >> 16) + 1];
        for (std::uint32_t at = starts_[feature >> 16]; at < end; ++at) {
            if (keys_[at] != (feature & 0xFFFFU)) continue;
            const std::int8_t* row = weights_.data() + std::size_t{at} * kLabels;
            for (std::size_t l = 0; l < kLabels; ++l) scores[l] += row[l];
            break;
        }
    }
}

void NameTagger::decode(const Analysis& analysis, std::span<const Scores> scores,
                        std::vector<std::uint8_t>& labels) const {
    constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 2;
    std::vector<std::array<std::uint8_t, kLabels>> from;
    for (const Sentence& s : analysis.sentences) {
        if (s.first == s.last) continue;
        from.resize(s.last - s.first);
        Scores best;
        for (std::size_t l = 0; l < kLabels; ++l)
            best[l] = may_follow(kLabels, l) ? scores[s.first][l] + transitions_[kLabels * kLabels + l]
                                             : kImpossible;
        for (std::uint32_t i = s.first + 1; i < s.last; ++i) {
            Scores next;
            for (std::size_t l = 0; l < kLabels; ++l) {
                std::int32_t top = kImpossible;
                std::uint8_t at = 0;
                for (std::size_t p = 0; p < kLabels; ++p) {
                    if (best[p] == kImpossible || !may_follow(p, l)) continue;
                    const std::int32_t v = best[p] + transitions_[p * kLabels + l];
                    if (v > top) {
                        top = v;
                        at = static_cast<std::uint8_t>(p);
                    }
                }
                next[l] = top == kImpossible ? kImpossible : top + scores[i][l];
                from[i - s.first][l] = at;
            }
            // kept near zero, lest long sentences overflow
            const std::int32_t highest = *std::max_element(next.begin(), next.end());
            for (std::size_t l = 0; l < kLabels; ++l) best[l] = std::max(next[l] - highest, kImpossible);
        }
        auto label = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
        for (std::uint32_t i = s.last; i-- > s.first;) {
            labels[i] = label;
            label = from[i - s.first][label];
        }
    }
}

void NameTagger::tag(const Analysis& analysis, std::vector<std::uint8_t>& labels) const {
    NameFeatures features(analysis, gazetteer_, labels);
    std::vector<Scores> scores(analysis.tokens.size());
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < scores.size(); ++i) {
        found.clear();
        features.append(i, found);
        features.append_hints(i, found);
        add(found, scores[i]);
    }
    decode(analysis, scores, labels);
    features.observe(labels);
    for (std::uint32_t i = 0; i < scores.size(); ++i) {
        found.clear();
        features.append_evidence(i, found);
        add(found, scores[i]);
    }
    decode(analysis, scores, labels);
}

}  // namespace claimgraph::nlp::names
