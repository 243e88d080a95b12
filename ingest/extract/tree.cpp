#include "ingest/extract/tree.hpp"

#include <algorithm>

namespace claimgraph {

Tree::Tree(const nlp::Analysis& analysis) : analysis_(&analysis) {
    const auto n = static_cast<TokenIndex>(analysis.tokens.size());
    offsets_.assign(n + 1, 0);
    for (const nlp::Token& token : analysis.tokens) {
        if (token.head != kNone) ++offsets_[token.head + 1];
    }
    for (TokenIndex t = 0; t < n; ++t) offsets_[t + 1] += offsets_[t];
    children_.resize(offsets_[n]);
    std::vector<TokenIndex> next(offsets_.begin(), offsets_.end() - 1);
    for (TokenIndex t = 0; t < n; ++t) {
        if (analysis.tokens[t].head != kNone) children_[next[analysis.tokens[t].head]++] = t;
    }
    left_.resize(n);
    right_.resize(n);
    for (TokenIndex t = 0; t < n; ++t) left_[t] = right_[t] = t;
    // Extends every ancestor; trees are shallow, and a path is never longer than its sentence.
    for (TokenIndex t = 0; t < n; ++t) {
        for (TokenIndex up = analysis.tokens[t].head; up != kNone; up = analysis.tokens[up].head) {
            if (left_[up] <= t && t <= right_[up]) {
                if (left_[up] < t && t < right_[up]) break;
                continue;
            }
            left_[up] = std::min(left_[up], t);
            right_[up] = std::max(right_[up], t);
        }
    }
}

std::span<const TokenIndex> Tree::children(TokenIndex t) const {
    return std::span(children_).subspan(offsets_[t], offsets_[t + 1] - offsets_[t]);
}

TokenIndex Tree::child(TokenIndex t, std::initializer_list<Deprel> relations) const {
    for (const TokenIndex c : children(t)) {
        if (std::find(relations.begin(), relations.end(), relation(c)) != relations.end()) return c;
    }
    return kNone;
}

TokenIndex Tree::child_of_type(TokenIndex t, Deprel wanted) const {
    for (const TokenIndex c : children(t)) {
        if (base_relation(c) == wanted) return c;
    }
    return kNone;
}

bool Tree::is_lemma(TokenIndex t, std::initializer_list<std::string_view> lemmas) const {
    return std::find(lemmas.begin(), lemmas.end(), lemma(t)) != lemmas.end();
}

bool Tree::dominates(TokenIndex above, TokenIndex below) const {
    for (TokenIndex t = below; t != kNone; t = head(t)) {
        if (t == above) return true;
    }
    return false;
}

std::string_view Tree::adposition(TokenIndex t) const {
    const TokenIndex marker = child(t, {Deprel::case_});
    return marker == kNone || (*this)[marker].xpos == nlp::Xpos::pos ? std::string_view{} : lemma(marker);
}

std::vector<TokenIndex> Tree::conjuncts(TokenIndex t) const {
    std::vector<TokenIndex> out{t};
    for (const TokenIndex c : children(t)) {
        if (relation(c) == Deprel::conj) {
            const std::vector<TokenIndex> further = conjuncts(c);
            out.insert(out.end(), further.begin(), further.end());
        }
    }
    return out;
}

TokenIndex Tree::first_conjunct(TokenIndex t) const {
    while (relation(t) == Deprel::conj && head(t) != kNone) t = head(t);
    return t;
}

bool Tree::is_passive(TokenIndex verb) const {
    for (const TokenIndex c : children(verb)) {
        if (relation(c) == Deprel::aux_pass || relation(c) == Deprel::nsubj_pass ||
            relation(c) == Deprel::csubj_pass || relation(c) == Deprel::obl_agent) {
            return true;
        }
    }
    if ((*this)[verb].xpos != nlp::Xpos::vbn || child(verb, {Deprel::aux}) != kNone) return false;
    // A conjunct shares the auxiliary of the first verb unless it has a subject or an object of its own.
    if (relation(verb) == Deprel::conj && head(verb) != kNone && (*this)[head(verb)].xpos == nlp::Xpos::vbn) {
        return child(verb, {Deprel::nsubj, Deprel::obj}) == kNone && is_passive(head(verb));
    }
    return child(verb, {Deprel::nsubj, Deprel::obj}) == kNone;
}

TokenRange Tree::phrase(TokenIndex t) const {
    TokenIndex first = t;
    TokenIndex last = t;
    for (const TokenIndex c : children(t)) {
        switch (base_relation(c)) {
            case Deprel::conj:
            case Deprel::cc:
            case Deprel::appos:
            case Deprel::parataxis:
            case Deprel::punct:
            case Deprel::acl:
            case Deprel::advcl:
            case Deprel::case_:
            case Deprel::cop:
            case Deprel::aux:
            case Deprel::nsubj:
            case Deprel::csubj:
            case Deprel::ccomp:
            case Deprel::mark:
            case Deprel::dep:
            case Deprel::obl:
            case Deprel::list:
                continue;
            default:
                break;
        }
        const TokenRange inner = subtree(c);
        if (c < t) {
            first = std::min(first, inner.first);
        } else {
            last = std::max(last, inner.last - 1);
        }
    }
    return {first, last + 1};
}

std::string_view Tree::text(TokenRange range) const {
    if (range.empty()) return {};
    const nlp::Token& first = (*this)[range.first];
    const nlp::Token& last = (*this)[range.last - 1];
    return analysis_->text.substr(first.begin, last.end - first.begin);
}

}  // namespace claimgraph
