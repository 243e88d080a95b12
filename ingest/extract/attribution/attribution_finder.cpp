#include "ingest/extract/attribution/attribution_finder.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/extract/attribution/cue_search.hpp"
#include "ingest/extract/attribution/phrases.hpp"
#include "ingest/extract/attribution/quotations.hpp"
#include "ingest/extract/attribution/reporting_lexicon.hpp"
#include "ingest/extract/attribution/text_search.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {
namespace {

TokenIndex size_of(const std::vector<TokenRange>& ranges) {
    TokenIndex size = 0;
    for (const TokenRange range : ranges) size += range.size();
    return size;
}

/// Which of two attributions that report each other is the outer one: a phrase ("according to"), else an
/// aside that follows.
bool is_outer(const Tree& tree, const AttributionSpans& a, const AttributionSpans& b) {
    const bool phrase_a = tree.base_relation(a.cue_head) == Deprel::case_;
    const bool phrase_b = tree.base_relation(b.cue_head) == Deprel::case_;
    return phrase_a != phrase_b ? phrase_a : a.cue_head > b.cue_head;
}

/// Of two attributions that report each other, as "X said that ..., according to Y" is found, the inner one's
/// content does without the words of the outer one.
void untangle(const Tree& tree, std::vector<AttributionSpans>& all) {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_sentence;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].cue_head != nlp::kNone) by_sentence[tree[all[i].cue_head].sentence].push_back(i);
    }
    for (auto& [sentence, indices] : by_sentence) {
        for (const std::size_t i : indices) {
            for (const std::size_t j : indices) {
                AttributionSpans& outer = all[i];
                AttributionSpans& inner = all[j];
                if (i == j || !outer.covers(inner.cue_head) || !inner.covers(outer.cue_head)) continue;
                if (!is_outer(tree, outer, inner)) continue;
                std::vector<TokenRange> holes(outer.cue);
                holes.insert(holes.end(), outer.source.begin(), outer.source.end());
                std::vector<TokenRange> rest;
                for (const TokenRange piece : inner.content) {
                    const std::vector<TokenRange> parts = attribution::without(tree, piece, holes);
                    rest.insert(rest.end(), parts.begin(), parts.end());
                }
                if (!rest.empty()) inner.content = std::move(rest);
            }
        }
    }
}

TokenIndex first_token(const AttributionSpans& spans) {
    return spans.cue.empty() ? spans.content.front().first
                             : std::min(spans.cue.front().first, spans.content.front().first);
}

}  // namespace

bool AttributionSpans::covers(TokenIndex token) const {
    return attribution::contains(content, token);
}

Attributions::Attributions(std::vector<AttributionSpans> spans, std::uint32_t token_count)
    : spans_(std::move(spans)), innermost_(token_count, nlp::kNone) {
    std::ranges::stable_sort(spans_, {}, first_token);
    // Larger contents are painted first, so that the smallest one stays on top.
    std::vector<std::uint32_t> order(spans_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, std::greater<>{},
                             [&](std::uint32_t i) { return size_of(spans_[i].content); });
    for (const std::uint32_t i : order) {
        AttributionSpans& inner = spans_[i];
        const TokenIndex anchor = inner.cue_head == nlp::kNone ? inner.content.front().first : inner.cue_head;
        inner.parent = innermost_[anchor];
        for (const TokenRange range : inner.content) {
            std::fill(innermost_.begin() + range.first, innermost_.begin() + range.last, i);
        }
    }
}

std::vector<std::uint32_t> Attributions::chain(TokenIndex token) const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < spans_.size(); ++i) {
        if (spans_[i].covers(token)) out.push_back(i);
    }
    std::ranges::stable_sort(out, {}, [&](std::uint32_t i) { return size_of(spans_[i].content); });
    return out;
}

struct AttributionFinder::Impl {
    explicit Impl(const LexiconFile& lexicon) : words(lexicon) {}
    attribution::ReportingLexicon words;
};

AttributionFinder::AttributionFinder(const LexiconFile& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
AttributionFinder::~AttributionFinder() = default;
AttributionFinder::AttributionFinder(AttributionFinder&&) noexcept = default;
AttributionFinder& AttributionFinder::operator=(AttributionFinder&&) noexcept = default;

Attributions AttributionFinder::find(const nlp::Analysis& analysis) const {
    const Tree tree(analysis);
    const attribution::Quotations quotations(analysis);
    attribution::CueSearch cues(impl_->words, tree, quotations);
    cues.run();
    attribution::TextSearch text(impl_->words, tree, quotations, cues);
    text.run();
    untangle(tree, cues.found());
    return {std::move(cues.found()), static_cast<std::uint32_t>(analysis.tokens.size())};
}

}  // namespace claimgraph
