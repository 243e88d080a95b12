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

bool is_agent(const Tree& tree, TokenIndex oblique) {
    return tree[oblique].deprel == Deprel::obl_agent ||
           (tree.base_relation(oblique) == Deprel::obl && tree.adposition(oblique) == "by");
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool iequals(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool is_comma_like(const nlp::Token& token) {
    return token.upos == Upos::punct || is_quotation_mark(token);
}

/// The innermost clause around `t`.
TokenIndex clause_of(const Tree& tree, TokenIndex t) {
    while (tree.head(t) != kNone) {
        switch (tree.base_relation(t)) {
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
    return tree[t].deprel == Deprel::obl_unmarked || tree[t].deprel == Deprel::nmod_unmarked;
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
    }
}

AttributionSpans CueSearch::describe(TokenIndex verb) const {
    AttributionSpans spans;
    spans.cue = verb_group(tree_, verb);
    spans.cue_head = verb;
    source_of_verb(spans, verb);
    return spans;
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
    std::vector<TokenRange> holes(spans.cue);
    for (const TokenIndex c : tree_.children(head)) {
        switch (tree_.base_relation(c)) {
            case Deprel::case_:
            case Deprel::cc:
            case Deprel::mark:
            case Deprel::discourse:
            case Deprel::nsubj:
            case Deprel::csubj:
            case Deprel::cop:
            case Deprel::aux:
            case Deprel::advcl:
                if (c < head) holes.push_back(tree_.subtree(c));
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
    spans.source = without(tree_, phrase, holes);
    std::erase_if(spans.source, [&](TokenRange r) { return !r.contains(head); });
    if (spans.source.empty()) spans.source = {{head, head + 1}};
}

void CueSearch::source_of_verb(AttributionSpans& spans, TokenIndex verb) const {
    if (tree_.is_passive(verb)) {
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
    const Subject subject = find_subject(tree_, at);
    TokenIndex head = subject.head;
    if (head != kNone && tree_.lemma(head) == "it" && tree_[head].deprel == Deprel::expl) head = kNone;
    set_source(spans, head, at);
}

bool CueSearch::clause_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    if (!word.takes(Frame::clause) && !word.takes(Frame::quote)) return false;
    for (const TokenIndex c : tree_.children(verb)) {
        const Deprel relation = tree_.base_relation(c);
        const bool complement = relation == Deprel::ccomp;
        bool beside = false;
        if (relation == Deprel::parataxis && c > verb) {
            const TokenIndex first = trim(tree_, tree_.subtree(c)).first;
            beside = first > 0 && is_comma_like(tree_[first - 1]) && is_clause(tree_, c);
        }
        if (complement || beside) content.pieces.push_back(tree_.subtree(c));
    }
    content.frame = word.takes(Frame::clause) ? Frame::clause : Frame::quote;
    return !content.pieces.empty();
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
    const TokenRange own = trim(tree_, tree_.subtree(verb));
    if (!as_clause && find_subject(tree_, verb).head == kNone && tree_.child(verb, {Deprel::obj}) == kNone)
        return false;
    const TokenIndex sentence_last = tree_.analysis().sentences[tree_[verb].sentence].last;
    const bool after = own.first > 0 && is_comma_like(tree_[own.first - 1]);
    const bool before = own.last < sentence_last && is_comma_like(tree_[own.last]);
    const bool at_start = own.first == tree_.analysis().sentences[tree_[verb].sentence].first;
    if (!after && !before && !(as_clause && at_start)) return false;
    TokenIndex top = up;
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
        if (relation == Deprel::obj || relation == Deprel::iobj) object = c;
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
            return true;
        }
    }
    return false;
}

bool CueSearch::object_content(TokenIndex verb, const ReportingWord& word, Content& content) const {
    const TokenIndex object = tree_.child(verb, {Deprel::obj});
    // "a campaign to support users" tells a purpose, nobody's judgement.
    if (object == kNone || is_infinitive(tree_, verb)) return false;
    const TokenRange phrase = tree_.subtree(object);
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
    if (phrase.last <= verb) {
        if (last > verb) content.pieces.push_back({verb + 1, last});
    } else {
        content.pieces.back().last = last;
    }
    return true;
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
    if (agent && subject != kNone && word.takes(Frame::object)) {
        content.pieces.push_back(tree_.subtree(subject));
        content.frame = Frame::object;
        return true;
    }
    return false;
}

bool CueSearch::preposition_content(TokenIndex head, WordClass word_class, Content& content) const {
    const TokenIndex particle = tree_.child(head, {Deprel::compound_prt});
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
            content.pieces.push_back(piece);
            content.word = word;
            content.frame = Frame::object;
            content.preposition = marker;
            return true;
        }
    }
    return false;
}

void CueSearch::search_verb(TokenIndex verb) {
    Content content;
    const std::string_view lemma = tree_.lemma(verb);
    const TokenIndex particle = tree_.child(verb, {Deprel::compound_prt});
    const ReportingWord* word = nullptr;
    if (particle != kNone) word = words_.find(WordClass::verb, lemma, tree_.lemma(particle));
    if (!word) word = words_.find(WordClass::verb, lemma);
    content.word = word;
    const bool passive = tree_.is_passive(verb);
    bool found = false;
    if (word) {
        found = clause_content(verb, *word, content);
        if (!found && passive) found = passive_content(verb, *word, content);
        if (!found && !passive) found = infinitive_content(verb, *word, content);
        if (!found) found = embedding_content(verb, *word, content);
        if (!found && !passive) found = object_content(verb, *word, content);
    }
    if (!found && !passive) found = preposition_content(verb, WordClass::verb, content);
    if (!found && !word) return;
    AttributionSpans spans = describe(verb);
    if (!found) {
        if (word->takes(Frame::quote)) idle_.push_back({verb, std::move(spans)});
        return;
    }
    add_preposition(spans, content.preposition);
    emit(std::move(spans), std::move(content));
}

void CueSearch::add_preposition(AttributionSpans& spans, TokenIndex preposition) const {
    if (preposition == kNone) return;
    spans.cue.push_back({preposition, preposition + 1});
    normalize(tree_, spans.cue, false);
}

void CueSearch::search_noun(TokenIndex noun) {
    const ReportingWord* word = words_.find(WordClass::noun, tree_.lemma(noun));
    Content content;
    content.word = word;
    if (word) {
        for (const TokenIndex c : tree_.children(noun)) {
            const Deprel relation = tree_.base_relation(c);
            if (c < noun || (relation != Deprel::acl && relation != Deprel::ccomp)) continue;
            if (tree_[c].deprel == Deprel::acl_relcl) continue;
            const bool that = has_mark(tree_, c, "that");
            if ((that && word->takes(Frame::clause)) || (is_infinitive(tree_, c) && word->takes(Frame::to))) {
                content.pieces.push_back(tree_.subtree(c));
                content.frame = that ? Frame::clause : Frame::to;
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
            const bool clause = relation == Deprel::ccomp && !to && word->takes(Frame::clause);
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
        }
        TokenIndex clause = clause_of(tree_, head);
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
    normalize(tree_, pieces, false);
    if (pieces.empty()) return;
    spans.content = std::move(pieces);
    spans.type = quoted ? AttributionType::quote : content.word->type(content.frame);
    found_.push_back(std::move(spans));
}

}  // namespace claimgraph::attribution
