#include "ingest/extract/attribution/phrases.hpp"

#include <algorithm>

#include "ingest/extract/attribution/quotations.hpp"

namespace claimgraph::attribution {
namespace {

bool is_bracket(const nlp::Token& token) {
    return token.xpos == nlp::Xpos::open_bracket || token.xpos == nlp::Xpos::close_bracket ||
           token.form == "(" || token.form == ")" || token.form == "[" || token.form == "]";
}

bool is_loose_punctuation(const nlp::Token& token) {
    return token.upos == Upos::punct && !is_quotation_mark(token) && !is_bracket(token);
}

bool is_object(Deprel relation) {
    return relation == Deprel::obj || relation == Deprel::iobj;
}

}  // namespace

bool is_relative_pronoun(const Tree& tree, TokenIndex token) {
    const nlp::Xpos xpos = tree[token].xpos;
    return xpos == nlp::Xpos::wp || xpos == nlp::Xpos::wdt;
}

std::vector<TokenRange> verb_group(const Tree& tree, TokenIndex verb) {
    std::vector<TokenRange> ranges;
    TokenIndex first = verb;
    const auto belongs = [&](TokenIndex t) {
        if (tree.head(t) != verb || tree.subtree(t).size() != 1) return false;
        const Deprel relation = tree.base_relation(t);
        return relation == Deprel::aux || relation == Deprel::cop ||
               (relation == Deprel::advmod && tree[t].xpos != nlp::Xpos::wrb);
    };
    while (first > 0 && belongs(first - 1)) --first;
    // An adverb that opens the clause modifies all of it.
    ranges.push_back({first, verb + 1});
    for (const TokenIndex c : tree.children(verb)) {
        const Deprel relation = tree.base_relation(c);
        if (c < first && (relation == Deprel::aux || relation == Deprel::cop)) {
            TokenIndex last = c + 1;
            while (last < first && belongs(last)) ++last;
            ranges.push_back({c, last});
        }
        if (relation == Deprel::compound && tree[c].deprel == Deprel::compound_prt)
            ranges.push_back({c, c + 1});
    }
    normalize(tree, ranges, false);
    return ranges;
}

TokenRange trim(const Tree& tree, TokenRange range) {
    while (!range.empty() && is_loose_punctuation(tree[range.first])) ++range.first;
    while (!range.empty() && is_loose_punctuation(tree[range.last - 1])) --range.last;
    return range;
}

std::vector<TokenRange> without(const Tree& tree, TokenRange phrase, std::span<const TokenRange> holes) {
    std::vector<TokenRange> sorted(holes.begin(), holes.end());
    std::ranges::sort(sorted, {}, &TokenRange::first);
    std::vector<TokenRange> out;
    TokenIndex at = phrase.first;
    const auto add = [&](TokenIndex last) {
        const TokenRange piece = trim(tree, {at, last});
        if (!piece.empty()) out.push_back(piece);
    };
    for (const TokenRange hole : sorted) {
        if (hole.last <= at || hole.first >= phrase.last) continue;
        if (hole.first > at) add(hole.first);
        at = std::max(at, hole.last);
    }
    if (at < phrase.last) add(phrase.last);
    return out;
}

void normalize(const Tree& tree, std::vector<TokenRange>& ranges, bool join_over_commas) {
    std::erase_if(ranges, [](TokenRange r) { return r.empty(); });
    std::ranges::sort(ranges, {}, &TokenRange::first);
    std::vector<TokenRange> out;
    for (const TokenRange range : ranges) {
        if (!out.empty()) {
            TokenIndex reach = out.back().last;
            while (join_over_commas && reach < range.first && is_loose_punctuation(tree[reach])) ++reach;
            if (reach >= range.first) {
                out.back().last = std::max(out.back().last, range.last);
                continue;
            }
        }
        out.push_back(range);
    }
    ranges = std::move(out);
}

bool overlaps(std::span<const TokenRange> ranges, TokenRange range) {
    return std::ranges::any_of(ranges,
                               [&](TokenRange r) { return r.first < range.last && range.first < r.last; });
}

bool contains(std::span<const TokenRange> ranges, TokenIndex token) {
    return std::ranges::any_of(ranges, [&](TokenRange r) { return r.contains(token); });
}

Subject find_subject(const Tree& tree, TokenIndex verb) {
    bool own = true;
    TokenIndex at = verb;
    // Paths upwards are short; the bound guards against damaged trees.
    for (int step = 0; at != kNone && step < 12; ++step) {
        for (const TokenIndex c : tree.children(at)) {
            const Deprel relation = tree.base_relation(c);
            if (relation == Deprel::nsubj && tree[c].deprel != Deprel::nsubj_outer) return {c, own};
        }
        const TokenIndex up = tree.head(at);
        if (up == kNone) return {};
        switch (tree.base_relation(at)) {
            case Deprel::conj:
            case Deprel::advcl:
                break;
            case Deprel::xcomp:
            case Deprel::ccomp:
                // "ordered the ministry to say": the object of the verb above does it.
                for (const TokenIndex c : tree.children(up)) {
                    if (is_object(tree[c].deprel) && c < at) return {c, false};
                }
                if (tree.base_relation(at) == Deprel::ccomp) return {};
                break;
            case Deprel::acl: {
                // "a bid to persuade" is its owner's.
                const bool infinitive =
                    tree[at].xpos == nlp::Xpos::vb && tree.child(at, {Deprel::mark}) != kNone;
                const TokenIndex owner = tree.child(up, {Deprel::nmod_poss});
                if (!infinitive) return {up, false};
                if (owner != kNone) return {owner, false};
                if (!is_object(tree[up].deprel)) return {};
                break;
            }
            case Deprel::parataxis:
                if (tree[at].morph.verb_form == nlp::VerbForm::finite) return {};
                break;
            default:
                return {};
        }
        own = false;
        at = up;
    }
    return {};
}

}  // namespace claimgraph::attribution
