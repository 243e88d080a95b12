#include <algorithm>
#include <array>

#include "ingest/extract/attribution/clauses.hpp"
#include "ingest/extract/attribution/cue_search.hpp"

namespace claimgraph::attribution {

using nlp::Xpos;

bool CueSearch::is_circumstance(TokenIndex modifier) const {
    static constexpr std::array<std::string_view, 12> kPrepositions{
        "in", "during", "on", "at", "through", "by", "after", "before", "from", "via", "amid", "over"};
    const TokenRange range = tree_.subtree(modifier);
    const TokenIndex first = trim(tree_, range).first;
    return first > 0 && tree_[first - 1].form == "," && first < range.last &&
           tree_[first].upos == Upos::adp &&
           std::ranges::find(kPrepositions, tree_.lemma(first)) != kPrepositions.end();
}

TokenIndex CueSearch::dateline_end(TokenRange phrase) const {
    // "LIMA, Peru (Agency) - The ministry said": a place in capitals at the sentence's beginning, and a dash.
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[phrase.first].sentence];
    const std::string_view form = tree_[phrase.first].form;
    const bool capitals = form.size() > 2 && std::ranges::all_of(form, [](char c) {
                              return (c >= 'A' && c <= 'Z') || c == '.';
                          });
    if (phrase.first != sentence.first || !capitals) return kNone;
    for (TokenIndex t = phrase.first; t + 1 < phrase.last && t < phrase.first + 16; ++t) {
        if (is_dash(tree_[t])) return t;
    }
    return kNone;
}

TokenIndex CueSearch::with_title(TokenIndex first, TokenIndex head) const {
    // "..., Mines Minister Ana Silva said": a title that was hung on the clause before.
    if (tree_[head].upos != Upos::propn || first != head) return first;
    const TokenIndex begin = tree_.analysis().sentences[tree_[head].sentence].first;
    TokenIndex at = first;
    while (at > begin && first - at < 8 && quotations_.at(at - 1) == quotations_.at(head) &&
           (tree_[at - 1].upos == Upos::propn || tree_[at - 1].upos == Upos::noun ||
            tree_[at - 1].upos == Upos::adj)) {
        --at;
    }
    const bool set_off = at == begin || tree_[at - 1].form == "," || is_quotation_mark(tree_[at - 1]);
    return set_off && at < first ? at : first;
}

void CueSearch::set_source(AttributionSpans& spans, TokenIndex head, TokenIndex cue) const {
    if (head == kNone) return;
    spans.source_head = head;
    if (is_relative_pronoun(tree_, head)) {
        spans.source = {{head, head + 1}};
        // Linkers want what the pronoun stands for.
        for (TokenIndex up = cue; up != kNone; up = tree_.head(up)) {
            if (tree_.base_relation(up) == Deprel::acl && tree_.head(up) != kNone) {
                spans.source_head = tree_.head(up);
                break;
            }
        }
        return;
    }
    TokenRange phrase = tree_.subtree(head);
    if (const TokenIndex dash = dateline_end(phrase); dash != kNone && dash > head) {
        for (TokenIndex t = dash + 1; t < phrase.last; ++t) {
            if (!tree_.is_nominal(t) || (tree_.head(t) > dash && tree_.head(t) < phrase.last)) continue;
            head = t;
            break;
        }
        phrase.first = dash + 1;
        spans.source_head = head;
    }
    if (tree_.base_relation(head) == Deprel::nsubj && tree_.head(head) != kNone) {
        // A title and a name that the parser did not join.
        for (const TokenIndex c : tree_.children(tree_.head(head))) {
            if (tree_.base_relation(c) != Deprel::nsubj || tree_.subtree(c).first != phrase.last) continue;
            if (tree_[head].upos != Upos::propn) head = c;
            phrase.last = tree_.subtree(c).last;
        }
        spans.source_head = head;
    }
    std::vector<TokenRange> holes(spans.cue);
    for (const TokenIndex c : tree_.children(head)) {
        switch (tree_.base_relation(c)) {
            case Deprel::cc:
                if (c < head && !tree_.is_lemma(c, {"both", "either", "neither"}))
                    holes.push_back({c, c + 1});
                break;
            case Deprel::case_:
            case Deprel::mark:
            case Deprel::discourse:
            case Deprel::nsubj:
            case Deprel::csubj:
            case Deprel::cop:
            case Deprel::aux:
            case Deprel::advcl:
                if (c < head) holes.push_back(tree_.subtree(c));
                break;
            case Deprel::nmod:
            case Deprel::obl:
                // "The ministry, in a statement, said": how it is said, not who says it.
                if (c > head && is_circumstance(c)) holes.push_back(tree_.subtree(c));
                break;
            case Deprel::acl:
                // The phrase of a verb that modifies its own source ends before it.
                if (tree_.dominates(c, cue)) holes.push_back(tree_.subtree(c));
                break;
            default:
                break;
        }
    }
    if (cue > head) phrase.last = std::min(phrase.last, std::max(spans.cue.front().first, head + 1));
    for (TokenIndex t = phrase.first; t < phrase.last; ++t) {
        const std::uint32_t quoted = quotations_.at(t);
        const bool leaves = quoted != kNone && quoted != quotations_.at(head) &&
                            quoted != quotations_.at(cue) &&
                            quotations_.all()[quoted].tokens.first <= phrase.first;
        // What stands before a dash is the place of a dateline; what follows one, an aside.
        if (t < head && (is_dash(tree_[t]) || leaves)) phrase.first = t + 1;
        if (t > head && is_dash(tree_[t])) phrase.last = t;
    }
    // "The ministry on Tuesday said": the day is the cue's.
    if (phrase.last > head + 1 && is_time_adverbial(tree_, phrase.last - 1)) {
        for (TokenIndex t = phrase.last - 1; t > head && t + 4 > phrase.last; --t) {
            if (tree_.lemma(t) == "on" && tree_[t].upos == Upos::adp) phrase.last = t;
        }
    }
    phrase.first = with_title(phrase.first, head);
    spans.source = without(tree_, phrase, holes);
    std::erase_if(spans.source, [&](TokenRange r) { return !r.contains(head); });
    if (spans.source.empty()) spans.source = {{head, head + 1}};
}

TokenIndex CueSearch::subject_read_otherwise(TokenIndex verb) const {
    if (!is_finite(tree_[verb]) || verb == 0 || verb + 1 >= tree_.size()) return kNone;
    // `"...," writes Ana Silva`: behind what is said, the subject taken for an object.
    const nlp::Token& before = tree_[verb - 1];
    const bool unsaid = std::ranges::none_of(tree_.children(verb), [&](TokenIndex c) {
        return tree_[c].deprel == Deprel::nsubj && quotations_.at(c) == quotations_.at(verb);
    });
    if ((is_quotation_mark(before) || before.form == ",") && unsaid) {
        TokenIndex object = kNone;
        for (const TokenIndex c : tree_.children(verb)) {
            const Deprel relation = tree_.base_relation(c);
            const bool after = c > verb && tree_.subtree(c).first == verb + 1;
            if (after && (relation == Deprel::obj || relation == Deprel::xcomp || relation == Deprel::ccomp))
                object = c;
        }
        const bool names = object != kNone && tree_.is_nominal(object) && tree_[object].upos != Upos::pron &&
                           tree_.child(object, {Deprel::cop, Deprel::nsubj}) == kNone;
        if (names && (is_quotation_mark(before) || tree_[object].upos == Upos::propn)) return object;
    }
    // "those who insist": a relative pronoun that hangs elsewhere.
    if (tree_[verb].deprel == Deprel::acl_relcl) {
        const TokenIndex first = tree_.subtree(verb).first;
        if (first < verb && tree_[first].xpos == Xpos::wp) return first;
    }
    return kNone;
}

void CueSearch::set_source_after_quotation(AttributionSpans& spans, TokenIndex verb) const {
    // `"...," minister Ana Silva, along with others, said`: what stands between the two, however parsed.
    const TokenIndex last = spans.cue.front().first;
    const TokenIndex begin = tree_.analysis().sentences[tree_[verb].sentence].first;
    TokenIndex first = last;
    while (first > begin && last - first < 40 && quotations_.at(first - 1) == kNone) {
        if (is_finite(tree_[first - 1])) return;
        --first;
    }
    if (first == begin || !is_finite(tree_[verb]) || quotations_.at(first - 1) == kNone ||
        !quotations_.all()[quotations_.at(first - 1)].direct) {
        return;
    }
    const TokenRange range = trim(tree_, {first, last});
    for (TokenIndex t = range.first; t < range.last; ++t) {
        if (!tree_.is_nominal(t) || range.contains(tree_.head(t))) continue;
        spans.source = {range};
        spans.source_head = t;
        return;
    }
}

TokenIndex CueSearch::subject_outside(TokenIndex verb, std::uint32_t quotation) const {
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_.base_relation(c) == Deprel::nsubj && quotations_.at(c) != quotation) return c;
    }
    // Else the noun phrase right before the verb group.
    const TokenIndex first = verb_group(tree_, verb).front().first;
    if (first == 0 || !tree_.is_nominal(first - 1) || quotations_.at(first - 1) == quotation) return kNone;
    TokenIndex head = first - 1;
    const TokenIndex from = quotations_.all()[quotation].tokens.last;
    while (tree_.head(head) != kNone && tree_.head(head) >= from && tree_.head(head) < first &&
           tree_.is_nominal(tree_.head(head))) {
        head = tree_.head(head);
    }
    return head;
}

TokenIndex CueSearch::speaking_verb(TokenIndex verb) const {
    // "said prices rose, adding" and "rejected the claims, saying" go on with the speaker, not with who or
    // what the participle hangs on.
    const TokenIndex first = trim(tree_, tree_.subtree(verb)).first;
    const bool comma = first > 0 && tree_[first - 1].form == ",";
    if (tree_.head(verb) == kNone || tree_.head(verb) > verb) return verb;
    if (comma && is_gerund(tree_, verb) && tree_.child(verb, {Deprel::nsubj}) == kNone) {
        const Deprel relation = tree_.base_relation(verb);
        TokenIndex at = tree_.head(verb);
        if (relation == Deprel::acl && !is_further_report(verb)) return verb;
        if (relation != Deprel::advcl && relation != Deprel::acl) return verb;
        while (at != kNone && !is_clause(tree_, at)) at = tree_.head(at);
        if (at == kNone) return verb;
        const TokenIndex up = tree_.head(at);
        if (up != kNone && tree_.base_relation(at) == Deprel::ccomp &&
            words_.find(WordClass::verb, tree_.lemma(up))) {
            return up;
        }
        return at;
    }
    const TokenIndex clause = tree_.head(verb);
    const TokenIndex up = tree_.head(clause);
    const bool goes_on = up != kNone && up < verb && tree_.base_relation(clause) == Deprel::ccomp &&
                         speaks_on(up, clause, verb);
    return goes_on ? up : verb;
}

void CueSearch::source_of_verb(AttributionSpans& spans, TokenIndex verb) const {
    if (is_main_verb_of_root(tree_, verb)) return set_source(spans, tree_.head(verb), verb);
    if (is_passive(verb)) {
        for (const TokenIndex c : tree_.children(verb)) {
            if (is_agent(tree_, c)) return set_source(spans, c, verb);
        }
        return;
    }
    TokenIndex at = verb;
    const TokenIndex up = tree_.head(verb);
    if (up != kNone) {
        const Deprel relation = tree_.base_relation(verb);
        const ReportingWord* above =
            words_.find(tree_.is_verbal(up) ? WordClass::verb : WordClass::noun, tree_.lemma(up));
        // "continued to say": the aspectual verb is part of the cue.
        if (relation == Deprel::xcomp && above && above->takes(Frame::support) && up < verb) {
            std::vector<TokenRange> group = verb_group(tree_, up);
            spans.cue.push_back({group.front().first, verb + 1});
            normalize(tree_, spans.cue, false);
            at = up;
        }
        // "was quoted as saying".
        if ((relation == Deprel::advcl || relation == Deprel::xcomp || relation == Deprel::obl) &&
            is_gerund(tree_, verb) && (has_mark(tree_, verb, "as") || tree_.adposition(verb) == "as")) {
            TokenIndex speaker = tree_.child(up, {Deprel::nsubj_pass});
            if (speaker == kNone) speaker = tree_.child(up, {Deprel::obj});
            if (speaker != kNone && speaker < verb) {
                spans.cue.push_back({speaker < up ? verb_group(tree_, up).front().first : verb, verb + 1});
                normalize(tree_, spans.cue, false);
                return set_source(spans, speaker, verb);
            }
        }
        // "issued a statement saying": the issuer speaks, and all of it is the cue.
        if (relation == Deprel::acl && is_gerund(tree_, verb) && above && above->takes(Frame::message) &&
            tree_[up].deprel == Deprel::obj && tree_.head(up) != kNone) {
            const TokenIndex governor = tree_.head(up);
            const Subject subject = find_subject(tree_, governor);
            const std::vector<TokenRange> group = verb_group(tree_, governor);
            if (subject.head != kNone && governor < up) {
                spans.cue.push_back({group.front().first, verb + 1});
                normalize(tree_, spans.cue, false);
                return set_source(spans, subject.head, governor);
            }
        }
    }
    if (at == verb) at = speaking_verb(verb);
    const Subject subject = find_subject(tree_, at);
    TokenIndex head = subject.head;
    // Nobody speaks from within what is quoted.
    if (head != kNone && quotations_.at(head) != kNone && quotations_.at(head) != quotations_.at(at))
        head = subject_outside(at, quotations_.at(head));
    // "that sponsors said was meant": the relative pronoun is the clause's, not the speaker.
    if (head != kNone && head < at && is_relative_pronoun(tree_, head)) {
        for (const TokenIndex c : tree_.children(at)) {
            if (c > head && c < at && tree_[c].deprel == Deprel::nsubj) head = c;
        }
    }
    // "What he did matters, she added" and "LIMA - Silva said": of two subjects the one beside the cue, when
    // a verb or a dash stands between.
    if (head != kNone && head < at) {
        const auto parts = [](const nlp::Token& token) { return is_finite(token) || is_dash(token); };
        for (const TokenIndex c : tree_.children(at)) {
            if (c > head && c < at && tree_[c].deprel == Deprel::nsubj &&
                std::any_of(tree_.analysis().tokens.begin() + head, tree_.analysis().tokens.begin() + c,
                            parts)) {
                head = c;
            }
        }
    }
    // "..., said the minister": of two subjects the one that follows.
    if (head != kNone && head < at && at > 0 && tree_[at - 1].form == ",") {
        for (const TokenIndex c : tree_.children(at)) {
            if (c > at && tree_[c].deprel == Deprel::nsubj) head = c;
        }
    }
    if (head != kNone && tree_.lemma(head) == "it" && tree_[head].deprel == Deprel::expl) head = kNone;
    if (head == kNone && up != kNone && tree_.base_relation(at) == Deprel::parataxis && up < at &&
        tree_[at - 1].form == ",") {
        // "Reuters reported a source, whom it did not name, said": the object of one is the subject of the
        // other.
        const TokenIndex object = tree_.child(up, {Deprel::obj});
        if (object != kNone && object > up && object < at) head = object;
    }
    if (head == kNone && up != kNone && tree_.base_relation(at) == Deprel::ccomp && at < up &&
        is_finite(tree_[at])) {
        // "Growers hope for rain, the agency said": the clause's subject, hung on the cue.
        for (const TokenIndex c : tree_.children(up)) {
            if (c < at && tree_[c].deprel == Deprel::nsubj) head = c;
        }
    }
    if (head == kNone) head = subject_read_otherwise(at);
    if (head == kNone) return set_source_after_quotation(spans, at);
    set_source(spans, head, at);
}

}  // namespace claimgraph::attribution
