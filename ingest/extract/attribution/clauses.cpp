#include "ingest/extract/attribution/clauses.hpp"

#include <algorithm>
#include <array>

#include "ingest/extract/attribution/quotations.hpp"

namespace claimgraph::attribution {

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

namespace {
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
}  // namespace

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

TokenIndex clause_of(const Tree& tree, TokenIndex t, TokenIndex first) {
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

std::string tense_of(const Tree& tree, TokenIndex verb) {
    std::string tense;
    for (const TokenIndex c : tree.children(verb)) {
        if (tree.base_relation(c) == Deprel::aux && c < verb) tense.append(tree.lemma(c)).append(" ");
    }
    return tense + std::to_string(static_cast<int>(tree[verb].xpos));
}

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

}  // namespace claimgraph::attribution
