#include "ingest/nlp/names/name_features.hpp"

#include <algorithm>
#include <array>

#include "ingest/nlp/network/features.hpp"

namespace claimgraph::nlp::names {

namespace {

constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
    std::uint32_t h = a * 0x9E3779B1U ^ (b + 0x7F4A7C15U + (a << 6) + (a >> 2));
    h ^= h >> 15;
    h *= 0x85EBCA77U;
    h ^= h >> 13;
    return h;
}

template <class... T>
constexpr std::uint32_t key(std::uint32_t kind, T... values) {
    std::uint32_t h = kind * 0x27D4EB2FU + 0x165667B1U;
    ((h = mix(h, static_cast<std::uint32_t>(values))), ...);
    h ^= h >> 16;
    h *= 0xC2B2AE3DU;
    return h ^ (h >> 15);
}

std::uint32_t folded(std::uint64_t h) {
    return static_cast<std::uint32_t>(h ^ (h >> 32));
}

/// The letters' cases and digits with runs of more than two taken as two.
std::uint32_t word_shape(std::string_view form) {
    std::uint32_t h = 0;
    char last = 0;
    int run = 0;
    for (const char c : form.substr(0, 32)) {
        const char kind = c >= 'A' && c <= 'Z'                   ? 'X'
                          : c >= 'a' && c <= 'z'                 ? 'x'
                          : c >= '0' && c <= '9'                 ? 'd'
                          : static_cast<unsigned char>(c) > 0x7F ? 'u'
                                                                 : c;
        run = kind == last ? run + 1 : 1;
        last = kind;
        if (run <= 2) h = mix(h, static_cast<unsigned char>(kind));
    }
    return h;
}

std::uint8_t cased(std::string_view form) {
    switch (network::shape(form)) {
        case network::Shape::lower:
        case network::Shape::hyphenated_lower:
            return 1;
        case network::Shape::title:
        case network::Shape::hyphenated_title:
            return 2;
        case network::Shape::single_upper:
        case network::Shape::upper:
            return 3;
        case network::Shape::mixed:
            return 4;
        default:
            return 0;
    }
}

constexpr std::uint8_t kCareless = 3;  // after the network's casings

bool upper(std::uint8_t cased) {
    return cased >= 2;
}

}  // namespace

NameFeatures::NameFeatures(const Analysis& analysis, const Gazetteer& gazetteer,
                           std::span<const std::uint8_t> hints)
    : analysis_(analysis) {
    const auto size = static_cast<std::uint32_t>(analysis.tokens.size());
    words_.resize(size);
    hashes_.resize(size);
    adposition_.assign(size, kNone);
    casing_.reserve(analysis.sentences.size());
    std::vector<network::Shape> shapes;
    std::size_t started = 0;
    std::size_t lower_starts = 0;
    for (const Sentence& s : analysis.sentences) {
        shapes.clear();
        for (const Token& t : analysis.tokens_of(s)) shapes.push_back(network::shape(t.form));
        casing_.push_back(static_cast<std::uint8_t>(network::casing(shapes)));
        if (shapes.size() < 3) continue;
        ++started;
        lower_starts += shapes.front() == network::Shape::lower ? 1U : 0U;
    }
    // a writer who begins sentences with small letters writes names so, too
    if (lower_starts * 2 > started)
        for (std::uint8_t& style : casing_) style = style == 0 ? kCareless : style;
    for (std::uint32_t i = 0; i < size; ++i) describe(i);
    for (std::size_t i = 0; i < hints.size(); ++i) words_[i].hint = hints[i];
    match(gazetteer);
    count();
}

void NameFeatures::describe(std::uint32_t i) {
    const Token& t = analysis_.tokens[i];
    const network::Normalized lower = network::normalize(t.form);
    const std::string_view view = lower.view();
    hashes_[i] = network::hash(view);
    Word& w = words_[i];
    w.id = folded(hashes_[i]);
    w.shape = word_shape(t.form);
    for (std::size_t n = 0; n < 3; ++n) {
        const std::size_t length = n + 2;
        if (view.size() <= length) continue;
        w.prefix[n] = folded(network::hash(view.substr(0, length)));
        w.suffix[n] = folded(network::hash(view.substr(view.size() - length)));
    }
    w.tag = static_cast<std::uint8_t>(t.xpos);
    w.cased = cased(t.form);
    if (t.deprel == Deprel::case_ && t.head != kNone && t.head > i) adposition_[t.head] = i;
}

void NameFeatures::match(const Gazetteer& gazetteer) {
    constexpr auto kPhrase = static_cast<KnownSet>(~kGoesOn);
    for (const Sentence& s : analysis_.sentences) {
        const auto capital = [&](std::uint32_t i) {
            return i >= s.first && i < s.last && upper(words_[i].cased);
        };
        for (std::uint32_t i = s.first; i < s.last; ++i) {
            const bool starts = i == s.first || !capital(i - 1);
            std::uint64_t phrase = hashes_[i];
            KnownSet known = gazetteer.find(phrase);
            const std::uint32_t end = std::min(s.last, i + static_cast<std::uint32_t>(kMaxPhrase));
            for (std::uint32_t k = i; k < end; ++k) {
                if (k > i) {
                    if ((known & kGoesOn) == 0) break;
                    phrase = extended(phrase, hashes_[k]);
                    known = gazetteer.find(phrase);
                }
                const KnownSet found = known & kPhrase;
                if (found == 0) continue;
                words_[i].begins |= found;
                for (std::uint32_t j = i + 1; j <= k; ++j) words_[j].inside |= found;
                if (starts && !capital(k + 1))
                    for (std::uint32_t j = i; j <= k; ++j) words_[j].whole |= found;
            }
        }
    }
}

void NameFeatures::count() {
    for (const Sentence& s : analysis_.sentences) {
        const std::uint8_t casing = casing_[s.first < s.last ? analysis_.tokens[s.first].sentence : 0];
        for (std::uint32_t i = s.first; i < s.last; ++i) {
            Counts& c = counts_[words_[i].id];
            const std::uint8_t letters = words_[i].cased;
            if (letters == 1) ++c.lower;
            if (!upper(letters)) continue;
            ++c.upper;
            if (i > s.first && casing == 0) ++c.upper_inside;
            if (i > s.first && (words_[i - 1].begins & bit(Known::title)) != 0) ++c.titled;
        }
    }
}

const NameFeatures::Word& NameFeatures::word(std::uint32_t i, std::int64_t shift) const {
    const Sentence& s = analysis_.sentences[analysis_.tokens[i].sentence];
    const std::int64_t at = std::int64_t{i} + shift;
    return at < s.first || at >= s.last ? outside_ : words_[static_cast<std::size_t>(at)];
}

void NameFeatures::append(std::uint32_t token, std::vector<std::uint32_t>& out) const {
    const Token& t = analysis_.tokens[token];
    const Sentence& s = analysis_.sentences[t.sentence];
    const Word& w = words_[token];
    const Word& l1 = word(token, -1);
    const Word& l2 = word(token, -2);
    const Word& r1 = word(token, 1);
    const Word& r2 = word(token, 2);
    const bool first = token == s.first;
    const std::uint32_t style = casing_[t.sentence];
    const std::uint32_t manner = w.cased | (style << 3) | (first ? 32U : 0U);
    std::uint32_t kind = 0;
    const auto add = [&](auto... values) { out.push_back(key(kind++, values...)); };

    add(w.id);
    add(w.id, w.cased);
    add(l1.id, w.id);
    add(w.id, r1.id);
    static_assert(kWordFeatures == 4);
    add(0);
    add(manner);
    add(l1.id);
    add(r1.id);
    add(l2.id);
    add(r2.id);
    add(l1.id, manner);
    add(r1.id, manner);
    add(l1.id, l2.id);
    add(w.shape, first ? 1U : 0U, style);
    add(l1.shape, w.shape);
    add(w.shape, r1.shape);
    add(l1.shape, w.shape, r1.shape);
    for (std::size_t n = 0; n < 3; ++n) {
        if (w.prefix[n] != 0) out.push_back(key(kind, n, w.prefix[n]));
        if (w.suffix[n] != 0) out.push_back(key(kind + 1, n, w.suffix[n]));
    }
    kind += 2;
    if (l1.suffix[1] != 0) out.push_back(key(kind, l1.suffix[1]));
    if (r1.suffix[1] != 0) out.push_back(key(kind + 1, r1.suffix[1]));
    kind += 2;
    add(w.tag, manner);
    add(l1.tag, w.tag);
    add(w.tag, r1.tag);
    add(l1.tag, w.tag, r1.tag);
    add(l2.tag, l1.tag, w.tag);

    // known phrases around
    constexpr std::uint32_t kWhole = 700;
    const auto known = [&](const Word& at) {
        return static_cast<std::uint32_t>(at.begins) << 16 | static_cast<std::uint32_t>(at.inside);
    };
    for (std::uint32_t b = 0; b < kKnown; ++b) {
        const auto side = [&](const Word& at) {
            return ((at.begins >> b) & 1U) | (((at.inside >> b) & 1U) << 1U);
        };
        if (const std::uint32_t v = side(w); v != 0) {
            out.push_back(key(kind, b, v, manner));
            out.push_back(key(kind + 1, b, v, w.tag));
            out.push_back(key(kWhole, b, v, (w.whole >> b) & 1U, w.cased));
        }
        if (const std::uint32_t v = side(l1); v != 0) {
            out.push_back(key(kind + 2, b, v, w.cased));
        }
        if (const std::uint32_t v = side(r1); v != 0) {
            out.push_back(key(kind + 3, b, v, w.cased));
        }
        if (const std::uint32_t v = side(l2); v != 0) out.push_back(key(kind + 4, b, v, w.cased));
        if (const std::uint32_t v = side(r2); v != 0) out.push_back(key(kind + 5, b, v, w.cased));
    }
    kind += 6;
    add(known(w), manner);
    out.push_back(key(kWhole + 1, w.whole, w.cased, l1.cased, r1.cased));
    add(known(l1), known(w), w.cased);
    add(known(w), known(r1), w.cased);

    // the tree
    const auto relation = static_cast<std::uint32_t>(t.deprel);
    const std::uint32_t head = t.head;
    const bool compound = base(t.deprel) == Deprel::compound || base(t.deprel) == Deprel::flat;
    const std::int64_t distance =
        head == kNone ? 0 : std::clamp<std::int64_t>(std::int64_t{head} - std::int64_t{token}, -3, 3);
    add(relation, distance, w.cased);
    // the name's head speaks for its parts
    const std::uint32_t top = compound && head != kNone ? head : token;
    const Token& top_token = analysis_.tokens[top];
    const std::uint32_t governor = top_token.head == kNone ? 0 : words_[top_token.head].id;
    add(governor, static_cast<std::uint32_t>(top_token.deprel), w.cased);
    add(adposition_[top] == kNone ? 0U : words_[adposition_[top]].id,
        static_cast<std::uint32_t>(top_token.deprel), w.cased);
    if (top != token) {
        add(words_[top].id, w.cased);
        add(known(words_[top]), w.cased);
    } else {
        kind += 2;
    }

    // the rest of the document
    const auto found = counts_.find(w.id);
    const Counts& c = found->second;
    const std::uint32_t seen = std::min(c.lower, 2U) | (std::min(c.upper_inside, 2U) << 2U) |
                               (std::min(c.upper, 3U) << 4U) | (c.titled > 0 ? 64U : 0U);
    add(seen, manner);
    if (c.titled > 0) {
        add(w.cased);
    } else {
        ++kind;
    }
}

void NameFeatures::append_hints(std::uint32_t token, std::vector<std::uint32_t>& out) const {
    const Word& w = words_[token];
    if (w.hint == kLabels) return;
    const Word& l1 = word(token, -1);
    const Word& r1 = word(token, 1);
    constexpr std::uint32_t kFirst = 800;
    const std::uint32_t known = static_cast<std::uint32_t>(w.begins) << 16 | w.inside;
    if (w.hint != 0 || l1.hint % kLabels != 0 || r1.hint % kLabels != 0) {
        out.push_back(key(kFirst, w.hint, w.cased));
        out.push_back(key(kFirst + 1, l1.hint, w.hint, r1.hint));
    }
    out.push_back(key(kFirst + 2, w.hint, known));
    out.push_back(key(kFirst + 3, w.hint, w.tag, w.cased));
}

void NameFeatures::observe(std::span<const std::uint8_t> labels) {
    labels_.assign(labels.begin(), labels.end());
    for (auto& [id, c] : counts_) std::fill(std::begin(c.labels), std::end(c.labels), std::uint16_t{0});
    for (std::size_t i = 0; i < words_.size(); ++i) {
        // a word in lower case tells nothing unless it was taken for a name
        if (words_[i].cased == 0 || (words_[i].cased == 1 && labels[i] == 0)) continue;
        std::uint16_t& n = counts_[words_[i].id].labels[(labels[i] + 1U) / 2];
        n = static_cast<std::uint16_t>(std::min(n + 1, 1000));
    }
}

void NameFeatures::append_evidence(std::uint32_t token, std::vector<std::uint32_t>& out) const {
    const Word& w = words_[token];
    if (w.cased == 0) return;
    const Counts& c = counts_.find(w.id)->second;
    const std::size_t own = (labels_[token] + 1U) / 2;
    std::array<std::uint32_t, kClasses + 1> others{};
    std::uint32_t all = 0;
    for (std::size_t k = 0; k <= kClasses; ++k) {
        others[k] = c.labels[k] - (k == own && c.labels[k] > 0 ? 1U : 0U);
        all += others[k];
    }
    if (all == 0) return;
    std::size_t best = 0;
    for (std::size_t k = 1; k <= kClasses; ++k)
        if (others[k] > others[best]) best = k;
    const std::uint32_t share = others[best] * 3 / all;  // 0 to 3
    constexpr std::uint32_t kFirst = 900;
    out.push_back(key(kFirst, best, share, std::min(all, 4U), w.cased));
    out.push_back(key(kFirst + 1, best, share, own));
    for (std::size_t k = 1; k <= kClasses; ++k)
        if (others[k] > 0) out.push_back(key(kFirst + 2, k, others[k] * 4 >= all ? 1U : 0U, w.cased));
}

}  // namespace claimgraph::nlp::names
