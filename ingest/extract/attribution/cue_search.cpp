#include "ingest/extract/attribution/cue_search.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "ingest/extract/attribution/clauses.hpp"

namespace claimgraph::attribution {

using nlp::Xpos;

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

std::string CueSearch::verb_lemma(TokenIndex verb) const {
    std::string lemma = lowered(tree_.lemma(verb));
    if (words_.begins_verb(lemma)) return lemma;
    const std::string form = lowered(tree_[verb].form);
    const std::size_t ending = form.ends_with("ing")  ? 3
                               : form.ends_with("ed") ? 2
                               : form.ends_with("s")  ? 1
                                                      : 0;
    if (ending == 0 || form.size() < ending + 3) return lemma;
    const std::string stem = form.substr(0, form.size() - ending);
    const bool doubled = stem[stem.size() - 1] == stem[stem.size() - 2];
    for (const std::string& candidate :
         {stem, stem + "e", doubled ? stem.substr(0, stem.size() - 1) : stem}) {
        if (words_.begins_verb(candidate)) return candidate;
    }
    return lemma;
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
    emit(std::move(spans), content);
    return true;
}

void CueSearch::search_verb(TokenIndex verb) {
    if (tree_.is_passive(verb) && search_participle(verb)) return;
    Content content;
    const std::string lemma = verb_lemma(verb);
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
    emit(std::move(spans), content);
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
        emit(std::move(spans), content);
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
    emit(std::move(spans), content);
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
    if (content.pieces.empty() && word && word->takes(Frame::clause) && tree_[noun].deprel == Deprel::obj) {
        // "expressed confidence it would last": the clause hung on the verb.
        const TokenIndex clause = tree_.child(tree_.head(noun), {Deprel::ccomp});
        const ReportingWord* light = words_.find(WordClass::verb, tree_.lemma(tree_.head(noun)));
        if (clause != kNone && clause > noun && light && light->takes(Frame::light) &&
            tree_.subtree(clause).first == tree_.subtree(noun).last) {
            content.pieces.push_back(tree_.subtree(clause));
            content.frame = Frame::clause;
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
    emit(std::move(spans), content);
}

void CueSearch::search_adjective(TokenIndex adjective) {
    // "will make sure that" says what is to be done, not what somebody holds.
    const TokenIndex governor = tree_.head(adjective);
    if (governor != kNone && tree_.is_lemma(governor, {"make"}) &&
        tree_.is_lemma(adjective, {"sure", "certain"}))
        return;
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
        return emit(std::move(spans), content);
    }
    if (subject.head == kNone || tree_.base_relation(adjective) == Deprel::acl ||
        tree_.base_relation(adjective) == Deprel::amod || tree_[subject.head].deprel == Deprel::expl)
        return;
    AttributionSpans spans;
    spans.cue = verb_group(tree_, adjective);
    spans.cue_head = adjective;
    set_source(spans, subject.head, adjective);
    add_preposition(spans, content.preposition);
    emit(std::move(spans), content);
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
    emit(std::move(spans), content);
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
        emit(std::move(spans), content);
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

void CueSearch::emit(AttributionSpans spans, const Content& content) {
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
