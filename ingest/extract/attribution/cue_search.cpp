#include "ingest/extract/attribution/cue_search.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace claimgraph::attribution {
namespace {

using nlp::VerbForm;
using nlp::Xpos;

bool has_mark(const Tree& tree, TokenIndex clause, std::string_view word) {
    for (const TokenIndex c : tree.children(clause)) {
        if (tree.base_relation(c) == Deprel::mark && tree.lemma(c) == word) return true;
    }
    return false;
}

bool is_infinitive(const Tree& tree, TokenIndex clause) {
    return has_mark(tree, clause, "to");
}

bool is_gerund(const Tree& tree, TokenIndex clause) {
    return tree[clause].xpos == Xpos::vbg;
}

bool is_clause(const Tree& tree, TokenIndex head) {
    if (tree.is_verbal(head)) return true;
    return tree.child(head, {Deprel::cop, Deprel::nsubj, Deprel::csubj}) != kNone;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

bool iequals(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool is_comma_like(const nlp::Token& token) {
    return token.upos == Upos::punct || is_quotation_mark(token);
}

bool is_dash(const nlp::Token& token) {
    return token.form == "--" || token.form == "\xE2\x80\x93" || token.form == "\xE2\x80\x94" ||
           (token.form == "-" && token.space_after);
}

ContentForm form_of(Frame frame) {
    switch (frame) {
        case Frame::object:
        case Frame::ing:
            return ContentForm::object;
        case Frame::to:
        case Frame::hearer:
            return ContentForm::infinitive;
        default:
            return ContentForm::clause;
    }
}

/// The innermost clause around `t`; words from `first` on belong to the last of coordinated clauses.
TokenIndex clause_of(const Tree& tree, TokenIndex t, TokenIndex first = 0) {
    while (tree.head(t) != kNone) {
        switch (tree.base_relation(t)) {
            case Deprel::conj: {
                // "..., but according to Silva, prices fell"
                const TokenIndex cc = tree.child(t, {Deprel::cc});
                if (cc != kNone && cc < first && first < t &&
                    tree.child(t, {Deprel::nsubj, Deprel::nsubj_pass}) != kNone) {
                    return t;
                }
                t = tree.head(t);
                break;
            }
            case Deprel::ccomp:
            case Deprel::advcl:
            case Deprel::csubj:
            case Deprel::parataxis:
                return t;
            case Deprel::acl:
                return t;
            default:
                t = tree.head(t);
        }
    }
    return t;
}

bool is_time_adverbial(const Tree& tree, TokenIndex t) {
    if (tree[t].deprel == Deprel::obl_unmarked || tree[t].deprel == Deprel::nmod_unmarked) return true;
    if (tree[t].xpos == Xpos::cd) return true;
    static constexpr std::array<std::string_view, 30> kTimes{
        "monday",    "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",    "january",
        "march",     "february", "april",     "june",     "july",   "august",   "september", "october",
        "november",  "december", "week",      "month",    "year",   "night",    "morning",   "evening",
        "afternoon", "today",    "yesterday", "tomorrow", "day",    "weekend"};
    const std::string lemma = lowered(tree.lemma(t));
    return std::ranges::find(kTimes, std::string_view(lemma)) != kTimes.end();
}

bool is_agent(const Tree& tree, TokenIndex oblique) {
    const bool by = tree[oblique].deprel == Deprel::obl_agent ||
                    (tree.base_relation(oblique) == Deprel::obl && tree.adposition(oblique) == "by");
    if (!by) return false;
    const std::string_view lemma = tree.lemma(oblique);
    return !is_time_adverbial(tree, oblique) && lemma != "end" && lemma != "middle" && lemma != "beginning";
}

bool is_finite(const nlp::Token& token) {
    return token.xpos == Xpos::vbd || token.xpos == Xpos::vbz || token.xpos == Xpos::vbp ||
           token.xpos == Xpos::md;
}

/// Auxiliaries and form of a verb: two that agree can stand side by side in one clause.
std::string tense_of(const Tree& tree, TokenIndex verb) {
    std::string tense;
    for (const TokenIndex c : tree.children(verb)) {
        if (tree.base_relation(c) == Deprel::aux && c < verb) tense.append(tree.lemma(c)).append(" ");
    }
    return tense + std::to_string(static_cast<int>(tree[verb].xpos));
}

/// The noun at the sentence's root with its only verb hanging on it ("officials in the port called for"):
/// a clause that was read as a phrase.
bool is_main_verb_of_root(const Tree& tree, TokenIndex verb) {
    const TokenIndex up = tree.head(verb);
    if (up == kNone || up > verb || tree.base_relation(verb) != Deprel::acl ||
        tree.base_relation(up) != Deprel::root || !tree.is_nominal(up) ||
        (tree[verb].xpos != Xpos::vbn && tree[verb].xpos != Xpos::vbd)) {
        return false;
    }
    if (tree[verb - 1].upos == Upos::punct) return false;
    const nlp::Sentence& sentence = tree.analysis().sentences[tree[verb].sentence];
    const TokenRange own = tree.subtree(verb);
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (t != verb && is_finite(tree[t]) && !own.contains(t)) return false;
    }
    return true;
}

}  // namespace

CueSearch::CueSearch(const ReportingLexicon& words, const Tree& tree, const Quotations& quotations)
    : words_(words), tree_(tree), quotations_(quotations) {}

void CueSearch::run() {
    for (TokenIndex t = 0; t < tree_.size(); ++t) {
        switch (tree_[t].upos) {
            case Upos::verb:
                search_verb(t);
                break;
            case Upos::noun:
                search_noun(t);
                break;
            case Upos::adj:
                search_adjective(t);
                break;
            default:
                break;
        }
        search_phrases(t);
        search_view_of(t);
    }
}

AttributionSpans CueSearch::describe(TokenIndex verb) const {
    AttributionSpans spans;
    spans.cue = verb_group(tree_, verb);
    spans.cue_head = verb;
    source_of_verb(spans, verb);
    return spans;
}

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
    // "What he did matters, she added": of two subjects the one beside the cue, when a verb stands between.
    if (head != kNone && head < at) {
        for (const TokenIndex c : tree_.children(at)) {
            if (c > head && c < at && tree_[c].deprel == Deprel::nsubj &&
                std::any_of(tree_.analysis().tokens.begin() + head, tree_.analysis().tokens.begin() + c,
                            is_finite)) {
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

TokenIndex CueSearch::extend(TokenIndex head, TokenIndex last) const {
    // What follows without a comma belongs to the content, wherever the parser hung it.
    for (const TokenIndex c : tree_.children(head)) {
        const TokenRange range = tree_.subtree(c);
        if (c < head || range.first != last || tree_[range.first].upos == Upos::punct) continue;
        if (is_time_adverbial(tree_, c) || is_further_report(c)) continue;
        if (tree_.is_lemma(range.first, {"during", "despite", "until", "since", "amid", "ever"})) continue;
        switch (tree_.base_relation(c)) {
            case Deprel::obl:
            case Deprel::nmod:
            case Deprel::xcomp:
            case Deprel::advcl:
            case Deprel::acl:
            case Deprel::ccomp:
                last = range.last;
                break;
            default:
                break;
        }
    }
    return last;
}

bool CueSearch::is_further_report(TokenIndex t) const {
    if (!is_gerund(tree_, t) || tree_.child(t, {Deprel::nsubj}) != kNone) return false;
    const ReportingWord* word = words_.find(WordClass::verb, tree_.lemma(t));
    return word && (word->takes(Frame::quote) || word->takes(Frame::clause));
}

TokenIndex CueSearch::end_before_further_report(TokenRange range) const {
    for (TokenIndex t = range.first + 2; t < range.last; ++t) {
        if (quotations_.at(t) != quotations_.at(range.first) && quotations_.at(t) != kNone) continue;
        const bool set_off = tree_[t - 1].form == "," || is_dash(tree_[t - 1]) ||
                             (is_quotation_mark(tree_[t - 1]) && tree_[t - 2].form == ",");
        if (set_off && is_further_report(t)) return is_quotation_mark(tree_[t - 1]) ? t : t - 1;
    }
    return range.last;
}

TokenRange CueSearch::clause_after(TokenIndex verb, TokenIndex clause) const {
    TokenRange range = tree_.subtree(clause);
    // Adverbials of the reporting verb may hang in the clause: "said on Monday that", "pledged Saturday to".
    TokenIndex mark = kNone;
    for (const TokenIndex c : tree_.children(clause)) {
        if (c > clause) break;
        const Deprel relation = tree_.base_relation(c);
        if (relation == Deprel::mark) {
            mark = c;
            break;
        }
        if (relation == Deprel::nsubj || relation == Deprel::csubj || relation == Deprel::aux ||
            relation == Deprel::advmod || relation == Deprel::cc) {
            break;
        }
        if (relation == Deprel::obl && tree_.subtree(c).first == verb + 1 && is_time_adverbial(tree_, c)) {
            range.first = tree_.subtree(c).last;
        }
    }
    if (mark != kNone && quotations_.at(mark) == quotations_.at(verb)) range.first = mark;
    // Another report of the same speaker ends the clause: "was patronizing, noting ...".
    for (const TokenIndex c : tree_.children(clause)) {
        if (c < clause || !speaks_on(verb, clause, c)) continue;
        range.last = std::min(range.last, tree_.subtree(c).first);
    }
    if (range.last == tree_.subtree(clause).last) {
        range.last = extend(verb, range.last);
        for (const TokenIndex c : tree_.children(verb)) {
            // "they were old and have ...": the second half of the clause, hung on the reporting verb.
            if (tree_.base_relation(c) == Deprel::conj && tree_.subtree(c).first == range.last &&
                tree_.is_verbal(c) && is_finite(tree_[c]) && tree_[c].xpos != tree_[verb].xpos &&
                tree_.child(c, {Deprel::nsubj}) == kNone) {
                range.last = tree_.subtree(c).last;
            }
        }
    }
    return range;
}

bool CueSearch::speaks_on(TokenIndex verb, TokenIndex clause, TokenIndex further) const {
    if (!tree_.is_verbal(further) || tree_.child(further, {Deprel::nsubj, Deprel::mark}) != kNone)
        return false;
    if (quotations_.at(further) != quotations_.at(verb)) return false;
    const ReportingWord* word = words_.find(WordClass::verb, tree_.lemma(further));
    if (!word) return false;
    const TokenRange range = tree_.subtree(further);
    const Deprel relation = tree_.base_relation(further);
    if (relation == Deprel::advcl && is_gerund(tree_, further)) {
        const TokenIndex first = trim(tree_, range).first;
        return first > 0 && tree_[first - 1].form == "," && is_further_report(further);
    }
    if (relation != Deprel::conj) return false;
    // "argued that ..., but suggested that ..."
    const bool reports = word->takes(Frame::clause) && tree_.child(further, {Deprel::ccomp}) != kNone;
    return reports || (tense_of(tree_, further) == tense_of(tree_, verb) &&
                       tense_of(tree_, clause) != tense_of(tree_, verb));
}

bool CueSearch::clause_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    if (!word.takes(Frame::clause) && !word.takes(Frame::quote)) return false;
    const bool object = tree_.child(verb, {Deprel::obj}) != kNone;
    for (const TokenIndex c : tree_.children(verb)) {
        const Deprel relation = tree_.base_relation(c);
        const bool comma = c > 0 && tree_[tree_.subtree(c).first].form == ",";
        // ", recalling the time": what the speaker does, not what is said.
        bool complement = relation == Deprel::ccomp && !(c > verb && comma && is_gerund(tree_, c));
        if (relation == Deprel::advcl && c > verb && !comma) {
            complement =
                has_mark(tree_, c, "whether") || (has_mark(tree_, c, "if") && word.takes(Frame::whether));
        }
        bool beside = false;
        if (relation == Deprel::parataxis && c > verb) {
            const TokenIndex first = trim(tree_, tree_.subtree(c)).first;
            beside = first > 0 && is_comma_like(tree_[first - 1]) && is_clause(tree_, c) &&
                     (!object || is_quotation_mark(tree_[first]));
        }
        if (!complement && !beside) continue;
        TokenRange piece = complement && c > verb ? clause_after(verb, c) : tree_.subtree(c);
        for (const TokenIndex d : tree_.children(verb)) {
            // The clause's subject, hung on the cue.
            if (c < verb && d < c && tree_[d].deprel == Deprel::nsubj)
                piece.first = std::min(piece.first, tree_.subtree(d).first);
        }
        content.pieces.push_back(piece);
    }
    if (content.pieces.empty() && word.takes(Frame::clause)) {
        if (const TokenRange piece = clause_read_as_object(verb, word); !piece.empty())
            content.pieces.push_back(piece);
    }
    content.frame = word.takes(Frame::clause) ? Frame::clause : Frame::quote;
    return !content.pieces.empty();
}

TokenRange CueSearch::clause_read_as_object(TokenIndex verb, const ReportingWord& word) const {
    const TokenIndex last = tree_.analysis().sentences[tree_[verb].sentence].last;
    bool before = false;
    for (const TokenIndex c : tree_.children(verb)) {
        before = before || (c < verb && tree_[c].deprel == Deprel::nsubj);
        // "said the image that they chose harks back": two subjects, of which the second has lost its verb.
        const bool second =
            before && c > verb && tree_[c].deprel == Deprel::nsubj && tree_[verb + 1].form != ",";
        // "saying calling them so helps nobody": not a verb that takes a gerund.
        const bool gerund =
            c > verb && tree_[c].deprel == Deprel::xcomp && is_gerund(tree_, c) && !word.takes(Frame::ing);
        if (second || gerund) return {tree_.subtree(c).first, last};
    }
    const TokenIndex object = tree_.child(verb, {Deprel::obj, Deprel::iobj});
    if (object == kNone || object < verb) return {};
    // "reported the service had spoken": behind the object stands its verb.
    const TokenIndex behind = tree_.subtree(object).last;
    if (behind < last && is_finite(tree_[behind]) && quotations_.at(behind) == quotations_.at(verb))
        return {tree_.subtree(object).first, last};
    // "said their count of ships and planes showed nothing": the object's verb, coordinated with the cue.
    if (!word.takes(Frame::object) && !word.takes(Frame::hearer) && tree_[object].upos != Upos::pron) {
        for (const TokenIndex c : tree_.children(verb)) {
            if (c > behind && tree_.base_relation(c) == Deprel::conj && is_finite(tree_[c]) &&
                tree_.subtree(c).first <= behind + 1 && tree_[behind].form != ",") {
                return {tree_.subtree(object).first, last};
            }
        }
    }
    // "told workers they would leave": no relative clause has a subject and lacks nothing.
    for (const TokenIndex c : tree_.children(object)) {
        if (!word.takes(Frame::hearer) || tree_[c].deprel != Deprel::acl_relcl) continue;
        const TokenIndex subject = tree_.child(c, {Deprel::nsubj});
        if (subject == kNone || tree_.subtree(c).first != tree_.subtree(subject).first ||
            tree_[subject].upos != Upos::pron || is_relative_pronoun(tree_, subject)) {
            continue;
        }
        return tree_.subtree(c);
    }
    // "hopes voters see it": an object with a verb of its own that is no infinitive.
    for (const TokenIndex c : tree_.children(verb)) {
        if (tree_.base_relation(c) == Deprel::xcomp && c > object && tree_.is_verbal(c) &&
            (is_finite(tree_[c]) || tree_[c].xpos == Xpos::vb) && tree_.child(c, {Deprel::mark}) == kNone) {
            return {tree_.subtree(object).first, tree_.subtree(c).last};
        }
    }
    return {};
}

bool CueSearch::that_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    if (!word.takes(Frame::clause)) return false;
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[verb].sentence];
    for (TokenIndex t = verb + 1; t + 2 < sentence.last; ++t) {
        if (is_finite(tree_[t]) || is_quotation_mark(tree_[t])) return false;
        if (!iequals(tree_[t].form, "that") || tree_.is_verbal(t + 1)) continue;
        const ReportingWord* noun = words_.find(WordClass::noun, tree_.lemma(t - 1));
        if (noun && noun->takes(Frame::clause)) return false;
        const bool clause = std::any_of(tree_.analysis().tokens.begin() + t,
                                        tree_.analysis().tokens.begin() + sentence.last, is_finite);
        if (!clause) return false;
        content.pieces.push_back({t, sentence.last});
        content.frame = Frame::clause;
        return true;
    }
    return false;
}

void CueSearch::add_front(const AttributionSpans& spans, Content& content) const {
    if (spans.source.empty() || spans.source.front().first > spans.cue.front().first) return;
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[spans.cue_head].sentence];
    const TokenIndex first = spans.source.front().first;
    const TokenIndex last = spans.cue.back().last;
    // "In Lima, the minister said, prices rose": the cue is an aside in what is said.
    if (first > sentence.first + 1 && last < sentence.last && tree_[first - 1].form == "," &&
        tree_[last].form == "," && quotations_.at(spans.cue_head) == quotations_.at(sentence.first) &&
        std::ranges::all_of(content.pieces, [&](TokenRange piece) {
            const TokenIndex begin = trim(tree_, piece).first;
            return piece.first >= last && begin < piece.last && !is_quotation_mark(tree_[begin]);
        })) {
        content.pieces.push_back({sentence.first, first - 1});
    }
    for (TokenRange& piece : content.pieces) {
        if (piece.first == sentence.first && piece.size() > 2 && tree_[piece.first].upos == Upos::cconj)
            ++piece.first;
    }
}

bool CueSearch::clause_before(TokenIndex verb, const ReportingWord& word, const AttributionSpans& spans,
                              Content& content) const {
    // "Prices rose, said the minister" and "Prices rose, the minister said", when the tree has lost it.
    if ((!word.takes(Frame::clause) && !word.takes(Frame::quote)) || spans.source.empty()) return false;
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[verb].sentence];
    const TokenIndex first = std::min(spans.source.front().first, spans.cue.front().first);
    if (first < sentence.first + 3 || tree_[first - 1].form != "," || !is_finite(tree_[verb])) return false;
    if (quotations_.at(verb) != quotations_.at(sentence.first)) return false;
    const bool clause = std::any_of(tree_.analysis().tokens.begin() + sentence.first,
                                    tree_.analysis().tokens.begin() + first, is_finite);
    const TokenIndex end = std::max(spans.source.back().last, spans.cue.back().last);
    const bool aside = end < sentence.last && tree_[end].form == "," && spans.source.front().first < verb;
    if (aside && std::any_of(tree_.analysis().tokens.begin() + end,
                             tree_.analysis().tokens.begin() + sentence.last, is_finite)) {
        // "The trouble, she writes, began early"
        content.pieces = {{sentence.first, first - 1}, {end + 1, sentence.last}};
        content.frame = Frame::clause;
        return true;
    }
    const bool last = end + 3 > sentence.last;
    if (!clause || (!last && spans.source.front().first < verb)) return false;
    content.pieces.push_back({sentence.first, first - 1});
    content.frame = Frame::clause;
    return true;
}

bool CueSearch::embedding_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    if (!word.takes(Frame::clause) && !word.takes(Frame::quote)) return false;
    const TokenIndex up = tree_.head(verb);
    if (up == kNone) return false;
    const Deprel relation = tree_.base_relation(verb);
    const bool as_clause =
        relation == Deprel::advcl && (has_mark(tree_, verb, "as") || has_mark(tree_, verb, "like"));
    const bool beside = relation == Deprel::parataxis;
    if (!as_clause && !beside) return false;
    // "as insurers find buyers" says nothing of the clause beside it.
    const TokenIndex object = tree_.child(verb, {Deprel::obj, Deprel::ccomp});
    if (as_clause && object != kNone && tree_.lemma(object) != "it") return false;
    const TokenRange own = trim(tree_, tree_.subtree(verb));
    if (!as_clause && find_subject(tree_, verb).head == kNone && tree_.child(verb, {Deprel::obj}) == kNone)
        return false;
    const TokenIndex sentence_last = tree_.analysis().sentences[tree_[verb].sentence].last;
    const bool after = own.first > 0 && is_comma_like(tree_[own.first - 1]);
    const bool before = own.last < sentence_last && is_comma_like(tree_[own.last]);
    const bool at_start = own.first == tree_.analysis().sentences[tree_[verb].sentence].first;
    if (!after && !before && !(as_clause && at_start)) return false;
    TokenIndex top = up;
    while (as_clause && tree_.base_relation(top) == Deprel::xcomp && tree_.head(top) != kNone)
        top = tree_.head(top);
    if (beside && !is_clause(tree_, top)) {
        while (tree_.head(top) != kNone && !is_clause(tree_, top)) top = tree_.head(top);
    }
    content.pieces = without(tree_, tree_.subtree(top), std::array{own});
    content.frame = word.takes(Frame::clause) ? Frame::clause : Frame::quote;
    return !content.pieces.empty();
}

bool CueSearch::infinitive_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    TokenIndex object = kNone;
    for (const TokenIndex c : tree_.children(verb)) {
        const Deprel relation = tree_.base_relation(c);
        if ((relation == Deprel::obj || relation == Deprel::iobj) && !is_time_adverbial(tree_, c)) object = c;
        if (relation != Deprel::xcomp && relation != Deprel::ccomp && relation != Deprel::advcl) continue;
        if (c < verb) continue;
        const bool to = is_infinitive(tree_, c);
        const bool ing = is_gerund(tree_, c) && relation != Deprel::advcl;
        if ((to && word.takes(Frame::to)) || (ing && word.takes(Frame::ing) && object == kNone)) {
            TokenRange piece = tree_.subtree(c);
            if (object != kNone && object > verb && object < c && !word.takes(Frame::hearer)) {
                piece.first = std::min(piece.first, tree_.subtree(object).first);
            }
            content.pieces.push_back(piece);
            content.frame = to ? Frame::to : Frame::ing;
            // "expects India to cut": somebody else's deed, as in a clause.
            if (to && object != kNone && !word.takes(Frame::hearer)) content.frame = Frame::clause;
            return true;
        }
    }
    return false;
}

bool CueSearch::object_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    TokenIndex object = tree_.child(verb, {Deprel::obj});
    if (object == kNone && tree_[verb].deprel == Deprel::acl_relcl && word.takes(Frame::predicative)) {
        // "what he called a victory"
        object = tree_.child(verb, {Deprel::xcomp});
        if (object == kNone || object < verb) return false;
        content.pieces.push_back(tree_.subtree(object));
        content.frame = Frame::predicative;
        return true;
    }
    // "a campaign to support users" tells a purpose, nobody's judgement.
    const bool purpose = is_infinitive(tree_, verb) && tree_.base_relation(verb) != Deprel::xcomp;
    if (object == kNone || purpose) return false;
    TokenRange phrase = tree_.subtree(object);
    phrase.last = end_before_further_report(phrase);
    TokenIndex last = phrase.last;
    bool as = false;
    bool predicative = false;
    for (const TokenIndex c : tree_.children(verb)) {
        if (c < object || c < verb) continue;
        const Deprel relation = tree_.base_relation(c);
        const std::string_view adposition = tree_.adposition(c);
        if (relation == Deprel::obl && !is_time_adverbial(tree_, c)) {
            as = as || adposition == "as";
            if (adposition == "as" || adposition == "for" || adposition == "of" || adposition == "to" ||
                adposition == "with" || adposition == "over") {
                last = std::max(last, tree_.subtree(c).last);
            }
        } else if (relation == Deprel::xcomp) {
            predicative = true;
            as = as || adposition == "as" || has_mark(tree_, c, "as");
            last = std::max(last, tree_.subtree(c).last);
        } else if (relation == Deprel::advcl) {
            const bool marked_as = has_mark(tree_, c, "as");
            as = as || marked_as;
            if (marked_as || has_mark(tree_, c, "for") || has_mark(tree_, c, "of")) {
                last = std::max(last, tree_.subtree(c).last);
            }
        }
    }
    // "called the speech a blunder": the second phrase taken for an apposition or a second object.
    for (const TokenIndex c : tree_.children(object)) {
        predicative = predicative || (tree_[c].deprel == Deprel::appos && tree_.subtree(c).first > object &&
                                      tree_[tree_.subtree(c).first - 1].form != ",");
    }
    for (TokenIndex t = phrase.first; t < phrase.last; ++t)
        predicative = predicative || is_quotation_mark(tree_[t]);
    for (const TokenIndex c : tree_.children(verb)) {
        if (c == object || tree_[c].deprel != Deprel::obj || tree_.subtree(c).first != phrase.last) continue;
        predicative = true;
        last = std::max(last, tree_.subtree(c).last);
    }
    Frame frame = Frame::object;
    if (as && word.takes(Frame::as)) {
        frame = Frame::as;
    } else if (predicative && word.takes(Frame::predicative)) {
        frame = Frame::predicative;
    } else if (!word.takes(Frame::object)) {
        return false;
    }
    content.frame = frame;
    content.pieces.push_back(phrase);
    last = extend(verb, last);
    if (phrase.last <= verb) {
        if (last > verb) content.pieces.push_back({verb + 1, last});
    } else {
        content.pieces.back().last = last;
    }
    return true;
}

bool CueSearch::raising_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    // "It appears that", "the levy seems to rise": somebody's impression, nobody's words.
    if (!word.takes(Frame::raising)) return false;
    const TokenIndex subject = tree_.child(verb, {Deprel::nsubj, Deprel::expl});
    for (const TokenIndex c : tree_.children(verb)) {
        const Deprel relation = tree_.base_relation(c);
        const bool clause = relation == Deprel::ccomp || relation == Deprel::csubj;
        if (c < verb || (!clause && relation != Deprel::xcomp)) continue;
        if (!clause && subject != kNone) content.pieces.push_back(tree_.subtree(subject));
        content.pieces.push_back(clause ? clause_after(verb, c) : tree_.subtree(c));
        content.frame = Frame::raising;
        return true;
    }
    return false;
}

bool CueSearch::passive_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    const TokenIndex subject = tree_.child(verb, {Deprel::nsubj_pass, Deprel::csubj_pass});
    TokenIndex complement = kNone;
    bool agent = false;
    for (const TokenIndex c : tree_.children(verb)) {
        const Deprel relation = tree_.base_relation(c);
        if ((relation == Deprel::xcomp || relation == Deprel::ccomp || relation == Deprel::advcl) &&
            c > verb && is_infinitive(tree_, c)) {
            complement = c;
        }
        agent = agent || is_agent(tree_, c);
    }
    if (complement != kNone && (word.takes(Frame::passive) || word.takes(Frame::hearer))) {
        if (subject != kNone) content.pieces.push_back(tree_.subtree(subject));
        content.pieces.push_back(tree_.subtree(complement));
        content.frame = word.takes(Frame::passive) ? Frame::passive : Frame::hearer;
        return true;
    }
    if (subject != kNone && (word.takes(Frame::as) || word.takes(Frame::predicative))) {
        for (const TokenIndex c : tree_.children(verb)) {
            const Deprel relation = tree_.base_relation(c);
            const bool as = relation == Deprel::obl && tree_.adposition(c) == "as" && word.takes(Frame::as);
            const bool predicative = relation == Deprel::xcomp && !is_infinitive(tree_, c);
            if (c < verb || (!as && !predicative)) continue;
            content.pieces.push_back(tree_.subtree(subject));
            content.pieces.push_back(tree_.subtree(c));
            content.frame = Frame::passive;
            return true;
        }
    }
    // "a measure opposed by unions"
    if (agent && subject == kNone && word.takes(Frame::object) && tree_.base_relation(verb) == Deprel::acl &&
        tree_.head(verb) != kNone && tree_.head(verb) < verb) {
        content.pieces.push_back(tree_.phrase(tree_.head(verb)));
        content.frame = Frame::object;
        return true;
    }
    const bool judged = word.takes(Frame::object) && word.takes(Frame::quote);
    if ((agent || judged) && subject != kNone && word.takes(Frame::object)) {
        content.pieces.push_back(tree_.subtree(subject));
        for (const TokenIndex c : tree_.children(verb)) {
            const std::string_view marker = tree_.adposition(c);
            if (c > verb && !is_agent(tree_, c) &&
                (marker == "for" || marker == "of" || marker == "as" || marker == "with" ||
                 has_mark(tree_, c, "for")))
                content.pieces.push_back(tree_.subtree(c));
        }
        content.frame = agent ? Frame::object : Frame::passive;
        return true;
    }
    return false;
}

TokenIndex CueSearch::particle_of(TokenIndex head) const {
    const TokenIndex particle = tree_.child(head, {Deprel::compound_prt});
    if (particle != kNone || head + 1 >= tree_.size() || tree_.head(head + 1) != head) return particle;
    // "pushed back against", "took issue with"
    const Deprel relation = tree_.base_relation(head + 1);
    const bool alone = tree_.subtree(head + 1).size() == 1 &&
                       (relation == Deprel::advmod || relation == Deprel::obj) && tree_.is_verbal(head);
    return alone ? head + 1 : kNone;
}

bool CueSearch::preposition_content(TokenIndex head, WordClass word_class, Content& content) const {
    const TokenIndex particle = particle_of(head);
    std::string lemma(tree_.lemma(head));
    if (particle != kNone) lemma.append(" ").append(tree_.lemma(particle));
    for (const TokenIndex c : tree_.children(head)) {
        if (c < head) continue;
        const Deprel relation = tree_.base_relation(c);
        if (relation != Deprel::obl && relation != Deprel::nmod && relation != Deprel::advcl &&
            relation != Deprel::acl && relation != Deprel::xcomp && relation != Deprel::ccomp &&
            relation != Deprel::obj) {
            continue;
        }
        for (const TokenIndex marker : tree_.children(c)) {
            const Deprel role = tree_.base_relation(marker);
            if (marker > c || (role != Deprel::case_ && role != Deprel::mark)) continue;
            const ReportingWord* word = words_.find(word_class, lemma, tree_.lemma(marker));
            if (!word) continue;
            TokenRange piece = tree_.subtree(c);
            if (piece.first > marker) continue;
            piece.first = marker + 1;
            piece.last = extend(head, end_before_further_report(piece));
            content.pieces.push_back(piece);
            content.word = word;
            content.frame = Frame::object;
            content.preposition = marker;
            return true;
        }
    }
    return false;
}

bool CueSearch::is_passive(TokenIndex verb) const {
    if (is_main_verb_of_root(tree_, verb)) return false;
    // "Asked about it, she said": no past tense opens a clause without its subject.
    const bool opens =
        tree_[verb].xpos == Xpos::vbd && tree_.base_relation(verb) == Deprel::advcl &&
        tree_.child(verb, {Deprel::nsubj, Deprel::mark, Deprel::obj, Deprel::ccomp}) == kNone &&
        tree_.subtree(verb).first == verb;
    return opens || tree_.is_passive(verb);
}

bool CueSearch::search_participle(TokenIndex verb) {
    // "is worried about", "were intrigued by": an adjective of feeling in the shape of a verb.
    if (tree_[verb].xpos != Xpos::vbn && tree_[verb].xpos != Xpos::vbd) return false;
    const std::string form = lowered(tree_[verb].form);
    Content content;
    content.word = words_.find(WordClass::adj, form);
    for (const TokenIndex c : tree_.children(verb)) {
        if (c < verb) continue;
        const Deprel relation = tree_.base_relation(c);
        if (content.word && relation == Deprel::ccomp && content.word->takes(Frame::clause)) {
            content.pieces = {clause_after(verb, c)};
            content.frame = Frame::clause;
            break;
        }
        const TokenIndex marker = tree_.child(c, {Deprel::case_, Deprel::mark});
        if (marker == kNone || marker > c) continue;
        const ReportingWord* word = words_.find(WordClass::adj, form, tree_.lemma(marker));
        if (!word) continue;
        content.word = word;
        content.pieces = {{marker + 1, extend(verb, tree_.subtree(c).last)}};
        content.frame = Frame::object;
        content.preposition = marker;
        break;
    }
    TokenIndex subject = tree_.child(verb, {Deprel::nsubj_pass, Deprel::nsubj});
    if (subject == kNone) subject = find_subject(tree_, verb).head;
    if (content.pieces.empty() || subject == kNone || tree_.base_relation(verb) == Deprel::amod) return false;
    AttributionSpans spans;
    spans.cue = verb_group(tree_, verb);
    spans.cue_head = verb;
    set_source(spans, subject, verb);
    add_preposition(spans, content.preposition);
    emit(std::move(spans), std::move(content));
    return true;
}

void CueSearch::search_verb(TokenIndex verb) {
    if (tree_.is_passive(verb) && search_participle(verb)) return;
    Content content;
    const std::string_view lemma = tree_.lemma(verb);
    const TokenIndex particle = particle_of(verb);
    const ReportingWord* word = nullptr;
    if (particle != kNone) word = words_.find(WordClass::verb, lemma, tree_.lemma(particle));
    TokenIndex with = kNone;
    if (!word) {
        // "make clear", "make it known"
        with = tree_.child(verb, {Deprel::xcomp});
        if (verb + 2 < tree_.size() && tree_.lemma(verb + 1) == "it" && tree_[verb + 2].upos == Upos::adj)
            with = verb + 2;
        if (with != kNone && tree_[with].upos != Upos::verb)
            word = words_.find(WordClass::verb, lemma, tree_.lemma(with));
        if (!word) with = kNone;
    }
    if (!word) word = words_.find(WordClass::verb, lemma);
    content.word = word;
    const bool passive = is_passive(verb);
    bool found = false;
    if (word) {
        found = clause_content(verb, *word, content);
        if (!found && with != kNone) found = clause_content(with, *word, content);
        if (!found && passive) found = passive_content(verb, *word, content);
        if (!found && !passive) found = infinitive_content(verb, *word, content);
        if (!found) found = raising_content(verb, *word, content);
        if (!found) found = embedding_content(verb, *word, content);
        if (!found && !passive) found = object_content(verb, *word, content);
    }
    if (!found) {
        found = preposition_content(verb, WordClass::verb, content);
        if (found && passive && !content.word->takes(Frame::passive)) {
            found = false;
            content = {};
            content.word = word;
        } else if (found && passive) {
            content.frame = Frame::passive;
        }
    }
    if (!found && word && !passive) found = that_content(verb, *word, content);
    if (!found && !word) return;
    AttributionSpans spans = describe(verb);
    if (found && content.frame == Frame::raising) {
        spans.source.clear();
        spans.source_head = kNone;
    }
    if (with != kNone) {
        spans.cue.push_back({verb + 1, with + 1});
        normalize(tree_, spans.cue, false);
    }
    if (!found && !passive) found = clause_before(verb, *word, spans, content);
    if (found && word && (content.frame == Frame::clause || content.frame == Frame::quote))
        add_front(spans, content);
    if (!found) {
        if (word->takes(Frame::quote)) idle_.push_back({verb, std::move(spans)});
        return;
    }
    if (particle != kNone && content.preposition != kNone && particle == verb + 1)
        spans.cue.push_back({particle, particle + 1});
    add_preposition(spans, content.preposition);
    emit(std::move(spans), std::move(content));
}

void CueSearch::add_preposition(AttributionSpans& spans, TokenIndex preposition) const {
    if (preposition == kNone) return;
    spans.cue.push_back({preposition, preposition + 1});
    normalize(tree_, spans.cue, false);
}

bool CueSearch::search_verb_as_noun(TokenIndex noun) {
    // "Many fear that", "some feel that": a verb after a quantity that no singular noun follows.
    const ReportingWord* word = words_.find(WordClass::verb, tree_.lemma(noun));
    if (!word || !word->takes(Frame::clause)) return false;
    const TokenRange own = trim(tree_, tree_.subtree(noun));
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[noun].sentence];
    if (tree_[noun].xpos == Xpos::nns && tree_.base_relation(noun) == Deprel::parataxis &&
        own.first + 1 < noun && own.first > sentence.first + 3 && tree_[own.first - 1].form == "," &&
        tree_[noun - 1].upos == Upos::propn) {
        // "..., the agency's Jean Roy reports from Lima."
        Content content;
        content.word = word;
        content.frame = Frame::clause;
        content.pieces.push_back({sentence.first, own.first - 1});
        AttributionSpans spans;
        spans.source = {{own.first, noun}};
        spans.source_head = noun - 1;
        while (tree_.head(spans.source_head) != noun && tree_.head(spans.source_head) != kNone &&
               tree_.head(spans.source_head) >= own.first) {
            spans.source_head = tree_.head(spans.source_head);
        }
        spans.cue = {{noun, noun + 1}};
        spans.cue_head = noun;
        emit(std::move(spans), std::move(content));
        return true;
    }
    static constexpr std::array<std::string_view, 6> kSome{"many", "some", "most", "few", "several", "both"};
    if (noun + 2 >= tree_.size() || noun == 0 || tree_[noun].xpos != Xpos::nn ||
        !iequals(tree_[noun + 1].form, "that") ||
        std::ranges::find(kSome, lowered(tree_[noun - 1].form)) == kSome.end()) {
        return false;
    }
    Content content;
    content.word = word;
    content.frame = Frame::clause;
    content.pieces.push_back({noun + 1, sentence.last});
    AttributionSpans spans;
    spans.source = {{noun - 1, noun}};
    spans.source_head = noun - 1;
    spans.cue = {{noun, noun + 1}};
    spans.cue_head = noun;
    emit(std::move(spans), std::move(content));
    return true;
}

bool CueSearch::lacks_nothing(TokenIndex relative_clause) const {
    // "statements that he is wrong": a clause with "that" and all its parts says what the noun says.
    const TokenIndex that = tree_.subtree(relative_clause).first;
    if (tree_.lemma(that) != "that") return false;
    const TokenIndex subject = tree_.child(relative_clause, {Deprel::nsubj, Deprel::nsubj_pass});
    const TokenIndex object = tree_.child(relative_clause, {Deprel::obj, Deprel::ccomp, Deprel::cop});
    return subject != kNone && subject != that && object != kNone && object != that;
}

void CueSearch::search_noun(TokenIndex noun) {
    if (search_verb_as_noun(noun)) return;
    const ReportingWord* word = words_.find(WordClass::noun, tree_.lemma(noun));
    Content content;
    content.word = word;
    if (word) {
        for (const TokenIndex c : tree_.children(noun)) {
            const Deprel relation = tree_.base_relation(c);
            if (c < noun || (relation != Deprel::acl && relation != Deprel::ccomp)) continue;
            const bool whole = tree_[c].deprel == Deprel::acl_relcl && lacks_nothing(c);
            if (tree_[c].deprel == Deprel::acl_relcl && !whole) continue;
            const bool that = whole || has_mark(tree_, c, "that");
            const bool loose = tree_.subtree(c).first == noun + 2 && tree_[noun + 1].form == "that";
            const bool clause = (that || loose) && word->takes(Frame::clause);
            if (clause || (is_infinitive(tree_, c) && word->takes(Frame::to))) {
                content.pieces.push_back(tree_.subtree(c));
                if (loose) content.pieces.back().first = noun + 1;
                content.frame = clause ? Frame::clause : Frame::to;
                break;
            }
        }
    }
    if (content.pieces.empty() && !preposition_content(noun, WordClass::noun, content)) return;
    AttributionSpans spans;
    spans.cue_head = noun;
    TokenIndex first = noun;
    TokenIndex owner = kNone;
    for (const TokenIndex c : tree_.children(noun)) {
        if (tree_[c].deprel == Deprel::nmod_poss) owner = c;
        // "the U.S. demand that"
        if (owner == kNone && tree_[c].deprel == Deprel::compound && tree_[c].upos == Upos::propn) owner = c;
    }
    while (first > 0 && tree_.head(first - 1) == noun &&
           (tree_.base_relation(first - 1) == Deprel::amod ||
            tree_.base_relation(first - 1) == Deprel::advmod)) {
        --first;
    }
    spans.cue.push_back({first, noun + 1});
    const TokenIndex governor = tree_.head(noun);
    const ReportingWord* support = governor != kNone && tree_[noun].deprel == Deprel::obj
                                       ? words_.find(WordClass::verb, tree_.lemma(governor))
                                       : nullptr;
    if (owner != kNone) {
        set_source(spans, owner, noun);
    } else if (support && governor < noun &&
               (support->takes(Frame::light) || support->takes(Frame::object))) {
        if (support->takes(Frame::light)) {
            spans.cue = {{verb_group(tree_, governor).front().first, noun + 1}};
            spans.cue_head = noun;
        }
        set_source(spans, find_subject(tree_, governor).head, governor);
    } else {
        for (const TokenIndex c : tree_.children(noun)) {
            const std::string_view adposition = tree_.adposition(c);
            if (c != kNone && c > noun && tree_.base_relation(c) == Deprel::nmod &&
                content.preposition != tree_.child(c, {Deprel::case_}) &&
                (adposition == "by" || adposition == "from" || adposition == "of" || adposition == "among")) {
                set_source(spans, c, noun);
                break;
            }
        }
    }
    add_preposition(spans, content.preposition);
    emit(std::move(spans), std::move(content));
}

void CueSearch::search_adjective(TokenIndex adjective) {
    const ReportingWord* word = words_.find(WordClass::adj, tree_.lemma(adjective));
    Content content;
    content.word = word;
    if (word) {
        for (const TokenIndex c : tree_.children(adjective)) {
            const Deprel relation = tree_.base_relation(c);
            if (c < adjective) continue;
            const bool to = is_infinitive(tree_, c);
            const bool clause = (relation == Deprel::ccomp && !to && word->takes(Frame::clause)) ||
                                ((relation == Deprel::ccomp || relation == Deprel::csubj) && !to &&
                                 word->takes(Frame::raising));
            const bool infinitive =
                to && word->takes(Frame::to) &&
                (relation == Deprel::xcomp || relation == Deprel::advcl || relation == Deprel::ccomp);
            if (clause || infinitive) {
                content.pieces.push_back(tree_.subtree(c));
                content.frame = clause ? Frame::clause : Frame::to;
                break;
            }
        }
    }
    if (content.pieces.empty() && !preposition_content(adjective, WordClass::adj, content)) return;
    const Subject subject = find_subject(tree_, adjective);
    if (content.word && content.word->takes(Frame::raising)) {
        // "It is unclear who pays"
        AttributionSpans spans;
        spans.cue = verb_group(tree_, adjective);
        spans.cue_head = adjective;
        content.frame = Frame::raising;
        return emit(std::move(spans), std::move(content));
    }
    if (subject.head == kNone || tree_.base_relation(adjective) == Deprel::acl ||
        tree_.base_relation(adjective) == Deprel::amod || tree_[subject.head].deprel == Deprel::expl)
        return;
    AttributionSpans spans;
    spans.cue = verb_group(tree_, adjective);
    spans.cue_head = adjective;
    set_source(spans, subject.head, adjective);
    add_preposition(spans, content.preposition);
    emit(std::move(spans), std::move(content));
}

void CueSearch::search_view_of(TokenIndex preposition) {
    // "To Frank, the deal is a mistake": whose eyes a sentence is seen with.
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[preposition].sentence];
    if (preposition != sentence.first || !tree_.is_lemma(preposition, {"for", "to"}) || sentence.headline)
        return;
    const TokenIndex head = tree_.head(preposition);
    if (head == kNone || head < preposition || tree_[preposition].deprel != Deprel::case_) return;
    const TokenIndex last = tree_.subtree(head).last;
    const bool person = tree_[head].upos == Upos::propn || tree_[head].xpos == Xpos::prp;
    const TokenIndex clause = clause_of(tree_, head);
    if (!person || is_time_adverbial(tree_, head) || last > head + 4 || last >= sentence.last) return;
    const TokenIndex comma = tree_[last - 1].form == "," ? last - 1 : last;
    if (tree_[comma].form != "," || clause == head || !is_clause(tree_, clause) ||
        tree_.child(clause, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::expl}) == kNone) {
        return;
    }
    AttributionSpans spans;
    spans.cue = {{preposition, preposition + 1}};
    spans.cue_head = preposition;
    set_source(spans, head, preposition);
    ReportingWord word;
    word.add(Frame::clause, AttributionType::belief);
    Content content;
    content.word = &word;
    content.pieces = {{comma + 1, tree_.subtree(clause).last}};
    emit(std::move(spans), std::move(content));
}

void CueSearch::extend_to_apposition(AttributionSpans& spans) const {
    // "..., according to Ana Silva, head of the board.": what the person is, hung elsewhere.
    if (spans.source.empty() || tree_[spans.source_head].upos != Upos::propn) return;
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[spans.source_head].sentence];
    const TokenIndex last = spans.source.back().last;
    if (last + 2 >= sentence.last || tree_[last].form != "," || sentence.last - last > 20) return;
    const Upos upos = tree_[last + 1].upos;
    if (upos != Upos::det && upos != Upos::noun && upos != Upos::adj && upos != Upos::propn) return;
    for (TokenIndex t = last + 1; t < sentence.last; ++t) {
        if (is_finite(tree_[t]) || is_quotation_mark(tree_[t])) return;
    }
    spans.source.back().last = trim(tree_, {last, sentence.last}).last;
}

void CueSearch::cut_before_clause(AttributionSpans& spans, TokenIndex first) const {
    // "According to Ana Silva, exports rose": where the clause has lost its subject to the source, the source
    // ends at its first comma.
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[first].sentence];
    if (first != sentence.first || spans.source.size() != 1) return;
    TokenRange& source = spans.source.front();
    TokenIndex next = source.last;
    while (next < sentence.last && tree_[next].upos == Upos::punct) ++next;
    if (next >= sentence.last || !tree_.is_verbal(next) || tree_[next].xpos == Xpos::vbg) return;
    for (TokenIndex t = source.first; t < source.last; ++t) {
        if (tree_[t].form == ",") source.last = t;
    }
    for (TokenIndex t = source.first; t < source.last; ++t) {
        if (tree_.is_nominal(t) && !source.contains(tree_.head(t))) spans.source_head = t;
    }
}

void CueSearch::search_phrases(TokenIndex first) {
    const nlp::Sentence& sentence = tree_.analysis().sentences[tree_[first].sentence];
    for (const ReportingLexicon::Phrase& phrase : words_.phrases()) {
        if (!iequals(phrase.words.front(), tree_[first].form)) continue;
        TokenIndex t = first + 1;
        std::size_t w = 1;
        TokenIndex owner = kNone;
        bool matches = true;
        for (; w < phrase.words.size() && matches; ++w) {
            if (phrase.words[w] == "*") {
                // The owner of the next word of the phrase, at most a few words long.
                const std::string& next = phrase.words[w + 1];
                TokenIndex at = t;
                while (at < sentence.last && at < t + 8 && !iequals(next, tree_[at].form)) ++at;
                matches = at < sentence.last && iequals(next, tree_[at].form);
                if (!matches) break;
                owner = tree_.child(at, {Deprel::nmod_poss});
                matches = owner != kNone && owner >= t;
                t = at;
            } else {
                matches = t < sentence.last && iequals(phrase.words[w], tree_[t].form);
                ++t;
            }
        }
        if (!matches) continue;
        AttributionSpans spans;
        TokenIndex head = kNone;  // of the whole adverbial
        if (owner != kNone) {
            head = t - 1;
            spans.cue = without(tree_, {first, t}, std::array{tree_.subtree(owner)});
            spans.cue_head = t - 1;
            set_source(spans, owner, head);
        } else {
            if (t >= sentence.last) continue;
            spans.cue = {{first, t}};
            spans.cue_head = first;
            // The noun that the phrase introduces: the head of the words after it.
            head = t;
            while (tree_.head(head) != kNone && tree_.head(head) >= t &&
                   tree_.base_relation(head) != Deprel::root && !is_clause(tree_, tree_.head(head))) {
                head = tree_.head(head);
            }
            set_source(spans, head, first);
            extend_to_apposition(spans);
            cut_before_clause(spans, first);
        }
        TokenIndex clause = clause_of(tree_, head, first);
        if (clause == head || tree_.head(head) == kNone) continue;
        // Set off by a comma at the end of the sentence, it speaks of the whole sentence.
        const TokenIndex after = spans.source.empty() ? t : std::max(t, spans.source.back().last);
        if (first > sentence.first && is_comma_like(tree_[first - 1]) && after + 2 >= sentence.last &&
            quotations_.at(first) == kNone) {
            while (tree_.head(clause) != kNone && !contains(spans.source, tree_.head(clause)))
                clause = tree_.head(clause);
        }
        Content content;
        std::vector<TokenRange> holes(spans.cue);
        holes.insert(holes.end(), spans.source.begin(), spans.source.end());
        content.pieces = without(tree_, tree_.subtree(clause), holes);
        if (content.pieces.empty()) continue;
        ReportingWord word;
        word.add(Frame::clause, phrase.type);
        content.word = &word;
        emit(std::move(spans), std::move(content));
        return;
    }
}

TokenRange CueSearch::from_quotation(TokenRange piece) const {
    // "did so, but with a caveat: "..."" and "however, "..."": the quotation is what is said.
    if (piece.size() < 4) return piece;
    const std::uint32_t last = quotations_.at(piece.last - 1);
    if (last == kNone || !quotations_.all()[last].direct) return piece;
    const TokenIndex first = quotations_.all()[last].tokens.first;
    if (first <= piece.first) return piece;
    const bool colon = tree_[first - 1].form == ":";
    const bool adverb =
        first == piece.first + 2 && tree_[first - 1].form == "," && tree_[piece.first].upos == Upos::adv;
    return colon || adverb ? TokenRange{first, piece.last} : piece;
}

TokenIndex CueSearch::end_before_aside(TokenRange piece, TokenIndex cue, bool clause) const {
    // What the writer adds: a relative clause behind a comma, and, to what is judged, planned or demanded,
    // the time, reason and contrast in which it is.
    static constexpr std::array<std::string_view, 8> kAsides{"since",   "as",       "while",  "when",
                                                             "because", "although", "though", "whereas"};
    for (TokenIndex t = piece.first + 1; t < piece.last; ++t) {
        if (quotations_.at(t) != kNone) continue;
        const TokenIndex first = tree_.subtree(t).first;
        if (first <= piece.first || first <= cue) continue;
        const bool comma = tree_[first].form == "," || tree_[first - 1].form == ",";
        // "which would hit": the speaker's words go on.
        const bool modal =
            std::ranges::any_of(tree_.children(t), [&](TokenIndex c) { return tree_[c].xpos == Xpos::md; });
        bool aside = comma && !modal && tree_[t].deprel == Deprel::acl_relcl && t > first + 1 &&
                     tree_.subtree(t).last >= piece.last;
        if (!clause && tree_.base_relation(t) == Deprel::advcl) {
            const TokenIndex mark = tree_.child(t, {Deprel::mark, Deprel::advmod});
            aside = mark != kNone && mark < t && is_clause(tree_, t) &&
                    std::ranges::find(kAsides, tree_.lemma(mark)) != kAsides.end();
        }
        if (aside) return first;
    }
    return piece.last;
}

bool CueSearch::is_nobodys(const AttributionSpans& spans, const Content& content, bool quoted) const {
    if (!spans.source.empty() || quoted) return false;
    const TokenIndex head = spans.cue_head;
    if (content.frame == Frame::passive || content.frame == Frame::raising) return false;
    // A plan to, a wish for, an order to do: without an owner nobody's. A report that it is so has an author.
    if (tree_[head].upos == Upos::verb) {
        return !is_finite(tree_[head]) && !tree_.is_passive(head) &&
               tree_.child(head, {Deprel::aux}) == kNone;
    }
    return content.frame == Frame::to || content.word->type(content.frame) == AttributionType::belief;
}

void CueSearch::emit(AttributionSpans spans, Content content) {
    std::vector<TokenRange> holes(spans.cue);
    holes.insert(holes.end(), spans.source.begin(), spans.source.end());
    std::vector<TokenRange> pieces;
    // What is said inside a quotation stays inside it.
    const std::uint32_t around = quotations_.at(spans.cue_head);
    for (TokenRange piece : content.pieces) {
        if (around != kNone && quotations_.all()[around].direct) {
            const TokenRange limit = quotations_.all()[around].tokens;
            piece.first = std::max(piece.first, limit.first);
            piece.last = std::min(piece.last, limit.last - (quotations_.all()[around].closed ? 1 : 0));
            if (piece.empty()) continue;
        }
        if (piece.first > spans.cue_head)
            piece.last =
                end_before_aside(piece, spans.cue_head, form_of(content.frame) == ContentForm::clause);
        const std::vector<TokenRange> rest = without(tree_, piece, holes);
        pieces.insert(pieces.end(), rest.begin(), rest.end());
    }
    // Quotations that a piece breaks into belong to it whole, over the sentences that they run on.
    bool quoted = false;
    for (TokenRange& piece : pieces) {
        for (const TokenIndex edge : {piece.first, piece.last - 1}) {
            const std::uint32_t index = quotations_.at(edge);
            if (index == kNone) continue;
            const Quotation& quotation = quotations_.all()[index];
            if (quotation.tokens.contains(spans.cue_head)) continue;
            if (overlaps(spans.source, quotation.tokens)) continue;
            if (piece.first < quotation.tokens.first || quotation.tokens.contains(piece.first)) {
                piece.first = std::min(piece.first, quotation.tokens.first);
                piece.last = std::max(piece.last, quotation.tokens.last);
            }
            if (piece.first == quotation.tokens.first && quotation.direct) quoted = true;
        }
    }
    for (TokenRange& piece : pieces) piece = from_quotation(piece);
    normalize(tree_, pieces, false);
    if (pieces.empty() || is_nobodys(spans, content, quoted)) return;
    const TokenRange front = pieces.front();
    if (quoted && front.last <= spans.cue.front().first && is_quotation_mark(tree_[front.first]) &&
        is_quotation_mark(tree_[front.last - 1])) {
        // After a closed quotation only quoted words go on with it.
        std::erase_if(pieces, [&](TokenRange piece) {
            if (piece.first < spans.cue.front().first) return false;
            const std::uint32_t inner = quotations_.at(piece.first);
            const bool rest_of_source = !spans.source.empty() && spans.source.back().last == piece.first;
            if (inner != kNone &&
                !(rest_of_source && spans.source.back().contains(quotations_.all()[inner].tokens.first))) {
                return false;
            }
            if (rest_of_source) spans.source.back().last = piece.last;
            return true;
        });
    }
    spans.content = std::move(pieces);
    spans.type = quoted ? AttributionType::quote : content.word->type(content.frame);
    spans.form = quoted ? ContentForm::clause : form_of(content.frame);
    found_.push_back(std::move(spans));
}

}  // namespace claimgraph::attribution
