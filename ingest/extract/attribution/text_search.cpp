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

TokenIndex end_of(const AttributionSpans& spans) {
    return std::max(spans.content.back().last, spans.cue.empty() ? 0 : spans.cue.back().last);
}

}  // namespace

TextSearch::TextSearch(const ReportingLexicon& words, const Tree& tree, const Quotations& quotations,
                       CueSearch& cues)
    : words_(words),
      tree_(tree),
      quotations_(quotations),
      cues_(cues),
      owner_(quotations.all().size(), kNone),
      idle_owner_(cues.idle().size(), kNone),
      last_speech_(tree.analysis().sentences.size(), kNone),
      last_quote_(tree.analysis().sentences.size(), kNone) {}

void TextSearch::run() {
    for (std::uint32_t a = 0; a < cues_.found().size(); ++a) remember(a);
    claim_quotations();
    for (std::uint32_t i = 0; i < quotations_.all().size(); ++i) {
        if (owner_[i] == kNone && quotations_.all()[i].direct) search_quotation(i);
    }
    for (const Sentence& sentence : tree_.analysis().sentences) {
        // A title may end with a stop of its own.
        if (sentence.headline || sentence.first == 0) {
            search_headline(sentence);
        }
        if (!sentence.headline) search_block(sentence);
    }
}

void TextSearch::remember(std::uint32_t attribution) {
    const AttributionSpans& spans = cues_.found()[attribution];
    if (spans.type == AttributionType::quote && spans.cue_head != kNone) {
        last_quote_[tree_[spans.cue_head].sentence] = attribution;
    }
    if (spans.source.empty() || spans.type == AttributionType::belief) return;
    const TokenIndex end = end_of(spans);
    std::uint32_t& last = last_speech_[tree_[end - 1].sentence];
    // Of two that end together the first found is the outer one.
    if (last == kNone || end > end_of(cues_.found()[last])) last = attribution;
}

void TextSearch::claim_quotations() {
    const std::vector<AttributionSpans>& found = cues_.found();
    for (std::uint32_t a = 0; a < found.size(); ++a) {
        for (const TokenRange piece : found[a].content) {
            for (TokenIndex t = piece.first; t < piece.last; ++t) {
                const std::uint32_t q = quotations_.at(t);
                if (q == kNone) continue;
                const TokenRange tokens = quotations_.all()[q].tokens;
                t = tokens.last - 1;
                if (tokens.contains(found[a].cue_head)) continue;
                if (piece.first <= tokens.first && tokens.last <= piece.last) owner_[q] = a;
            }
        }
    }
}

void TextSearch::add_content(std::uint32_t attribution, TokenRange piece) {
    AttributionSpans& spans = cues_.found()[attribution];
    std::vector<TokenRange> holes(spans.cue);
    if (!spans.inherited) holes.insert(holes.end(), spans.source.begin(), spans.source.end());
    const std::vector<TokenRange> rest = without(tree_, piece, holes);
    spans.content.insert(spans.content.end(), rest.begin(), rest.end());
    normalize(tree_, spans.content, false);
    if (!spans.content.empty()) remember(attribution);
}

std::uint32_t TextSearch::append(AttributionSpans spans, TokenRange content) {
    spans.content.clear();
    cues_.found().push_back(std::move(spans));
    const auto index = static_cast<std::uint32_t>(cues_.found().size() - 1);
    add_content(index, content);
    if (cues_.found()[index].content.empty()) {
        cues_.found().pop_back();
        return kNone;
    }
    return index;
}

std::uint32_t TextSearch::idle_beside(const Quotation& quotation) const {
    const std::vector<Sentence>& sentences = tree_.analysis().sentences;
    const std::uint32_t first = tree_[quotation.tokens.first].sentence;
    const std::uint32_t last = tree_[quotation.tokens.last - 1].sentence;
    TokenIndex from = sentences[first].first;
    if (first > 0) {
        // A cue in the sentence before must announce the quotation at its end.
        const std::string_view end = tree_[from - 1].form;
        if (is_colon(end) || end == ",") from = sentences[first - 1].first;
    }
    const std::vector<IdleCue>& idle = cues_.idle();
    auto cue = std::ranges::lower_bound(idle, from, {}, &IdleCue::verb);
    std::uint32_t best = kNone;
    TokenIndex best_distance = kNone;
    for (; cue != idle.end() && cue->verb < sentences[last].last; ++cue) {
        if (quotations_.at(cue->verb) != kNone) continue;
        const TokenIndex distance = cue->verb < quotation.tokens.first
                                        ? quotation.tokens.first - cue->verb
                                        : cue->verb - quotation.tokens.last + 1;
        if (distance < best_distance) {
            best = static_cast<std::uint32_t>(cue - idle.begin());
            best_distance = distance;
        }
    }
    return best;
}

std::uint32_t TextSearch::idle_after(const Quotation& quotation) const {
    // `"Is that all?" she said.`: the question mark ends a sentence, and the cue stands in one of its own.
    const std::vector<Sentence>& sentences = tree_.analysis().sentences;
    const std::uint32_t next = tree_[quotation.tokens.last - 1].sentence + 1;
    if (!quotation.closed || next >= sentences.size() || quotation.tokens.last != sentences[next].first ||
        sentences[next].paragraph != sentences[next - 1].paragraph) {
        return kNone;
    }
    const std::vector<IdleCue>& idle = cues_.idle();
    const auto cue = std::ranges::lower_bound(idle, sentences[next].first, {}, &IdleCue::verb);
    if (cue == idle.end() || cue->verb >= sentences[next].last) return kNone;
    const AttributionSpans& spans = cue->spans;
    if (spans.source.empty() || quotations_.at(cue->verb) != kNone) return kNone;
    const TokenIndex first = std::min(spans.source.front().first, spans.cue.front().first);
    const TokenIndex between = std::max(spans.source.front().first, spans.cue.front().first) -
                               std::min(spans.source.back().last, spans.cue.back().last);
    if (first != sentences[next].first || between > 1) return kNone;
    return static_cast<std::uint32_t>(cue - idle.begin());
}

std::uint32_t TextSearch::interrupted_by_cue(const Quotation& quotation) const {
    // `"...," he said, "..."`: the cue stands between two parts.
    const std::uint32_t a = last_quote_[tree_[quotation.tokens.first].sentence];
    if (a == kNone) return kNone;
    const AttributionSpans& spans = cues_.found()[a];
    const bool between =
        spans.content.front().first < spans.cue_head && spans.cue_head < quotation.tokens.first;
    // `"What we want," he said, "is peace"`, of which the second part was found first.
    const TokenIndex first = spans.source.empty()
                                 ? spans.cue.front().first
                                 : std::min(spans.source.front().first, spans.cue.front().first);
    const bool before = quotation.tokens.last == first && spans.cue_head < spans.content.front().first;
    return between || before ? a : kNone;
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

std::uint32_t TextSearch::previous_speech(std::uint32_t sentence) const {
    const std::vector<Sentence>& sentences = tree_.analysis().sentences;
    const std::uint32_t paragraph = sentences[sentence].paragraph;
    while (sentence-- > 0 && sentences[sentence].paragraph + 1 >= paragraph) {
        if (last_speech_[sentence] != kNone) return last_speech_[sentence];
    }
    return kNone;
}

void TextSearch::search_quotation(std::uint32_t index) {
    const Quotation& quotation = quotations_.all()[index];
    std::uint32_t i = idle_beside(quotation);
    if (i == kNone) i = idle_after(quotation);
    if (i != kNone) {
        if (idle_owner_[i] == kNone) {
            AttributionSpans spans = cues_.idle()[i].spans;
            spans.type = AttributionType::quote;
            idle_owner_[i] = append(std::move(spans), quotation.tokens);
        } else {
            add_content(idle_owner_[i], quotation.tokens);
        }
        owner_[index] = idle_owner_[i];
        return;
    }
    if (const std::uint32_t a = interrupted_by_cue(quotation); a != kNone) {
        owner_[index] = a;
        return add_content(a, quotation.tokens);
    }
    if (const TokenIndex verb = any_verb_beside(quotation); verb != kNone) {
        AttributionSpans spans = cues_.describe(verb);
        spans.type = AttributionType::quote;
        owner_[index] = append(std::move(spans), quotation.tokens);
        return;
    }
    const std::vector<Sentence>& sentences = tree_.analysis().sentences;
    const std::uint32_t sentence = tree_[quotation.tokens.first].sentence;
    if (quotation.tokens.first != sentences[sentence].first || sentences[sentence].headline) return;
    const TokenIndex end = sentences[tree_[quotation.tokens.last - 1].sentence].last;
    if (end > quotation.tokens.last + 1) return;  // something beside it, but no speaker
    std::uint32_t a = kNone;
    // A quotation right after a sentence with one goes on with it.
    if (sentence > 0 && sentences[sentence - 1].paragraph == sentences[sentence].paragraph)
        a = last_quote_[sentence - 1];
    if (a == kNone || cues_.found()[a].source.empty()) a = previous_speech(sentence);
    if (a == kNone) return;
    const AttributionSpans& before = cues_.found()[a];
    const std::uint32_t near = tree_[end_of(before) - 1].sentence;
    if (sentences[near].paragraph == sentences[sentence].paragraph && near + 1 == sentence) {
        owner_[index] = a;
        return add_content(a, quotation.tokens);
    }
    AttributionSpans spans;
    spans.source = before.source;
    spans.source_head = before.source_head;
    spans.type = AttributionType::quote;
    spans.inherited = true;
    owner_[index] = append(std::move(spans), quotation.tokens);
}

void TextSearch::search_block(const Sentence& sentence) {
    // "She wrote:" and then a paragraph of its own, without quotation marks.
    if (sentence.first + 2 > sentence.last || !is_colon(tree_[sentence.last - 1].form)) return;
    const std::vector<Sentence>& sentences = tree_.analysis().sentences;
    const std::uint32_t next = tree_[sentence.first].sentence + 1;
    if (next >= sentences.size() || sentences[next].paragraph != sentence.paragraph + 1) return;
    if (quotations_.at(sentences[next].first) != kNone || sentences[next].headline) return;
    const std::vector<IdleCue>& idle = cues_.idle();
    const auto end = std::ranges::lower_bound(idle, sentence.last, {}, &IdleCue::verb);
    if (end == idle.begin()) return;
    const auto i = static_cast<std::uint32_t>(end - idle.begin() - 1);
    if (idle[i].verb < sentence.first || idle_owner_[i] != kNone) return;
    std::uint32_t last = next;
    while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[next].paragraph) ++last;
    AttributionSpans spans = idle[i].spans;
    spans.type = AttributionType::quote;
    idle_owner_[i] = append(std::move(spans), {sentences[next].first, sentences[last].last});
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
