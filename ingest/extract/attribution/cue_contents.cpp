#include <algorithm>
#include <array>
#include <string>

#include "ingest/extract/attribution/clauses.hpp"
#include "ingest/extract/attribution/cue_search.hpp"

namespace claimgraph::attribution {

using nlp::Xpos;

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
    const ReportingWord* word = words_.find(WordClass::verb, verb_lemma(t));
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
    const ReportingWord* word = words_.find(WordClass::verb, verb_lemma(further));
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
    const bool as_clause = (relation == Deprel::advcl || relation == Deprel::acl) &&
                           (has_mark(tree_, verb, "as") || has_mark(tree_, verb, "like"));
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
    while (as_clause && tree_.head(top) != kNone &&
           (tree_.base_relation(top) == Deprel::xcomp || !is_clause(tree_, top) || relation == Deprel::acl)) {
        top = tree_.head(top);
    }
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
        tree_.head(verb) != kNone && tree_.head(verb) < verb && !has_mark(tree_, verb, "as")) {
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
    std::string lemma = word_class == WordClass::verb ? verb_lemma(head) : std::string(tree_.lemma(head));
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

}  // namespace claimgraph::attribution
