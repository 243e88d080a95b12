#include "ingest/extract/attribution/text_search.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace claimgraph::attribution {
namespace {

using nlp::Sentence;

bool is_dash(std::string_view form) {
    return form == "-" || form == "--" || form == "\xE2\x80\x93" || form == "\xE2\x80\x94";
}

bool is_colon(std::string_view form) {
    return form == ":";
}

TokenIndex last_cue(const AttributionSpans& spans) {
    return spans.cue.empty() ? 0 : spans.cue.back().last - 1;
}

}  // namespace

TextSearch::TextSearch(const ReportingLexicon& words, const Tree& tree, const Quotations& quotations,
                       CueSearch& cues)
    : words_(words),
      tree_(tree),
      quotations_(quotations),
      cues_(cues),
      owner_(quotations.all().size(), kNone) {}

void TextSearch::run() {
    claim_quotations();
    for (std::uint32_t i = 0; i < quotations_.all().size(); ++i) {
        if (owner_[i] == kNone && quotations_.all()[i].direct) search_quotation(i);
    }
    const std::vector<Sentence>& sentences = tree_.analysis().sentences;
    for (const Sentence& sentence : sentences) {
        if (sentence.headline) search_headline(sentence);
    }
}

void TextSearch::claim_quotations() {
    const std::vector<AttributionSpans>& found = cues_.found();
    for (std::uint32_t a = 0; a < found.size(); ++a) {
        for (const TokenRange piece : found[a].content) {
            for (TokenIndex t = piece.first; t < piece.last; ++t) {
                const std::uint32_t q = quotations_.at(t);
                if (q == kNone) continue;
                const TokenRange tokens = quotations_.all()[q].tokens;
                if (tokens.contains(found[a].cue_head)) continue;
                if (piece.first <= tokens.first && tokens.last <= piece.last) owner_[q] = a;
                t = tokens.last - 1;
            }
        }
    }
}

void TextSearch::add_content(AttributionSpans& spans, TokenRange piece) const {
    std::vector<TokenRange> holes(spans.cue);
    if (!spans.inherited) holes.insert(holes.end(), spans.source.begin(), spans.source.end());
    const std::vector<TokenRange> rest = without(tree_, piece, holes);
    spans.content.insert(spans.content.end(), rest.begin(), rest.end());
    normalize(tree_, spans.content, false);
}

void TextSearch::append(AttributionSpans spans, std::uint32_t quotation) {
    owner_[quotation] = static_cast<std::uint32_t>(cues_.found().size());
    spans.type = AttributionType::quote;
    add_content(spans, quotations_.all()[quotation].tokens);
    if (!spans.content.empty()) cues_.found().push_back(std::move(spans));
}

const IdleCue* TextSearch::idle_beside(const Quotation& quotation) const {
    const IdleCue* best = nullptr;
    TokenIndex best_distance = kNone;
    const std::uint32_t first = tree_[quotation.tokens.first].sentence;
    const std::uint32_t last = tree_[quotation.tokens.last - 1].sentence;
    for (const IdleCue& cue : cues_.idle()) {
        if (quotations_.at(cue.verb) != kNone) continue;
        const std::uint32_t sentence = tree_[cue.verb].sentence;
        // A cue at the end of the sentence before must announce the quotation with a colon or comma.
        bool announced = false;
        if (sentence + 1 == first) {
            const TokenIndex end = tree_.analysis().sentences[sentence].last - 1;
            announced = is_colon(tree_[end].form) || tree_[end].form == ",";
        }
        if (!announced && (sentence < first || sentence > last)) continue;
        const TokenIndex distance = cue.verb < quotation.tokens.first ? quotation.tokens.first - cue.verb
                                                                      : cue.verb - quotation.tokens.last + 1;
        if (distance < best_distance) {
            best = &cue;
            best_distance = distance;
        }
    }
    return best;
}

std::uint32_t TextSearch::found_in_sentence(const Quotation& quotation) const {
    // `"...," he said, "..."`: the cue stands right before the second part.
    const std::uint32_t sentence = tree_[quotation.tokens.first].sentence;
    std::uint32_t best = kNone;
    for (std::uint32_t a = 0; a < cues_.found().size(); ++a) {
        const AttributionSpans& spans = cues_.found()[a];
        if (spans.cue.empty() || tree_[spans.cue_head].sentence != sentence) continue;
        if (spans.type != AttributionType::quote || last_cue(spans) >= quotation.tokens.first) continue;
        if (spans.content.front().first > spans.cue_head) continue;
        best = a;
    }
    return best;
}

TokenIndex TextSearch::any_verb_beside(const Quotation& quotation) const {
    // Any finite verb may tell of speech when its clause stands right beside a quotation that ends like one.
    if (!quotation.closed || quotation.tokens.size() < 4) return kNone;
    const std::string_view end = tree_[quotation.tokens.last - 2].form;
    if (end != "," && end != "?" && end != "!") return kNone;
    const Sentence& sentence = tree_.analysis().sentences[tree_[quotation.tokens.last - 1].sentence];
    const TokenIndex limit = std::min(sentence.last, quotation.tokens.last + 8);
    for (TokenIndex t = quotation.tokens.last; t < limit; ++t) {
        if (tree_[t].upos != Upos::verb) continue;
        const TokenIndex subject = tree_.child(t, {Deprel::nsubj});
        if (subject != kNone && quotations_.at(subject) == kNone) return t;
    }
    return kNone;
}

std::uint32_t TextSearch::previous_speech(TokenIndex before) const {
    std::uint32_t best = kNone;
    TokenIndex best_end = 0;
    for (std::uint32_t a = 0; a < cues_.found().size(); ++a) {
        const AttributionSpans& spans = cues_.found()[a];
        if (spans.source.empty() || spans.type == AttributionType::belief) continue;
        const TokenIndex end =
            std::max(spans.content.back().last, spans.cue.empty() ? 0 : spans.cue.back().last);
        // The outer of two that end together speaks.
        if (end <= before && end > best_end) {
            best = a;
            best_end = end;
        }
    }
    return best;
}

void TextSearch::search_quotation(std::uint32_t index) {
    const Quotation& quotation = quotations_.all()[index];
    if (const IdleCue* cue = idle_beside(quotation)) return append(cue->spans, index);
    if (const std::uint32_t a = found_in_sentence(quotation); a != kNone) {
        owner_[index] = a;
        return add_content(cues_.found()[a], quotation.tokens);
    }
    if (const TokenIndex verb = any_verb_beside(quotation); verb != kNone)
        return append(cues_.describe(verb), index);
    const std::vector<Sentence>& sentences = tree_.analysis().sentences;
    const std::uint32_t sentence = tree_[quotation.tokens.first].sentence;
    if (quotation.tokens.first != sentences[sentence].first || sentences[sentence].headline) return;
    const TokenIndex end = sentences[tree_[quotation.tokens.last - 1].sentence].last;
    if (end > quotation.tokens.last + 1) return;  // something beside it, but no speaker
    const std::uint32_t a = previous_speech(quotation.tokens.first);
    if (a == kNone) return;
    AttributionSpans& before = cues_.found()[a];
    const std::uint32_t last_sentence = tree_[before.content.back().last - 1].sentence;
    const std::uint32_t cue_sentence = before.cue.empty() ? last_sentence : tree_[before.cue_head].sentence;
    const std::uint32_t near = std::max(last_sentence, cue_sentence);
    if (sentences[near].paragraph == sentences[sentence].paragraph && near + 1 == sentence) {
        owner_[index] = a;
        return add_content(before, quotation.tokens);
    }
    if (sentences[sentence].paragraph > sentences[near].paragraph + 1) return;
    AttributionSpans spans;
    spans.source = before.source;
    spans.source_head = before.source_head;
    spans.inherited = true;
    append(std::move(spans), index);
}

void TextSearch::search_headline(const Sentence& sentence) {
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (quotations_.at(t) != kNone) continue;
        const bool colon = is_colon(tree_[t].form);
        const bool dash = is_dash(tree_[t].form) && t > sentence.first && tree_[t - 1].space_after;
        if (!colon && !dash) continue;
        const TokenRange before = trim(tree_, {sentence.first, t});
        const TokenRange after = trim(tree_, {t + 1, sentence.last});
        if (before.empty() || after.empty()) return;
        const TokenRange source = colon ? before : after;
        const TokenRange content = colon ? after : before;
        // A source is a short noun phrase; a content says something.
        const auto is_noun = [&](TokenIndex i) { return tree_.is_nominal(i); };
        TokenIndex head = kNone;
        bool plain = source.size() <= 6 && content.size() >= 3;
        for (TokenIndex i = source.first; i < source.last; ++i) {
            const Upos upos = tree_[i].upos;
            plain =
                plain && upos != Upos::verb && upos != Upos::aux && upos != Upos::sconj && upos != Upos::num;
            if (is_noun(i) && (head == kNone || !source.contains(tree_.head(i)))) head = i;
        }
        if (!plain || head == kNone) continue;
        if (dash) {
            const ReportingWord* word = words_.find(WordClass::noun, tree_.lemma(source.last - 1));
            if (!word || !word->takes(Frame::speaker)) continue;
        } else {
            const bool says = std::any_of(
                tree_.analysis().tokens.begin() + content.first,
                tree_.analysis().tokens.begin() + content.last,
                [](const nlp::Token& token) { return token.upos == Upos::verb || token.upos == Upos::aux; });
            if (!says) return;
        }
        AttributionSpans spans;
        spans.source = {source};
        spans.source_head = head;
        spans.cue = {{t, t + 1}};
        spans.cue_head = t;
        const std::uint32_t q = quotations_.at(content.first);
        spans.type =
            q != kNone && quotations_.all()[q].direct ? AttributionType::quote : AttributionType::paraphrase;
        spans.content = {content};
        cues_.found().push_back(std::move(spans));
        return;
    }
}

}  // namespace claimgraph::attribution
