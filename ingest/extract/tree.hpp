// Navigation over the dependency trees of an analysis: children, heads, phrases. Immutable and thread-safe
// once built; the analysis must outlive it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "ingest/extract/token_range.hpp"
#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

using nlp::Deprel;
using nlp::kNone;
using nlp::Upos;

class Tree {
  public:
    explicit Tree(const nlp::Analysis& analysis);

    [[nodiscard]] const nlp::Analysis& analysis() const { return *analysis_; }
    [[nodiscard]] const nlp::Token& operator[](TokenIndex t) const { return analysis_->tokens[t]; }
    [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(analysis_->tokens.size()); }

    /// Children in the order of the text.
    [[nodiscard]] std::span<const TokenIndex> children(TokenIndex t) const;

    /// The first child with one of the relations (subtypes count only when named), or kNone.
    [[nodiscard]] TokenIndex child(TokenIndex t, std::initializer_list<Deprel> relations) const;
    /// The first child whose main relation is `relation`, or kNone.
    [[nodiscard]] TokenIndex child_of_type(TokenIndex t, Deprel relation) const;

    [[nodiscard]] TokenIndex head(TokenIndex t) const { return (*this)[t].head; }
    [[nodiscard]] Deprel relation(TokenIndex t) const { return (*this)[t].deprel; }
    [[nodiscard]] Deprel base_relation(TokenIndex t) const { return nlp::base((*this)[t].deprel); }
    [[nodiscard]] std::string_view lemma(TokenIndex t) const { return (*this)[t].lemma; }
    [[nodiscard]] bool is_lemma(TokenIndex t, std::initializer_list<std::string_view> lemmas) const;

    /// `t` and what hangs below it, as the smallest range of tokens.
    [[nodiscard]] TokenRange subtree(TokenIndex t) const { return {left_[t], right_[t] + 1}; }
    [[nodiscard]] bool dominates(TokenIndex above, TokenIndex below) const;

    /// The lemma of the adposition that marks `t` ("on", "because_of" for fixed expressions), or empty.
    [[nodiscard]] std::string_view adposition(TokenIndex t) const;
    /// The conjuncts of `t`: itself first, then those coordinated with it.
    [[nodiscard]] std::vector<TokenIndex> conjuncts(TokenIndex t) const;
    /// The first conjunct of the coordination that `t` is in (itself when it is in none).
    [[nodiscard]] TokenIndex first_conjunct(TokenIndex t) const;

    [[nodiscard]] bool is_verbal(TokenIndex t) const {
        return (*this)[t].upos == Upos::verb || (*this)[t].upos == Upos::aux;
    }
    [[nodiscard]] bool is_nominal(TokenIndex t) const {
        const Upos u = (*this)[t].upos;
        return u == Upos::noun || u == Upos::propn || u == Upos::pron;
    }
    /// Passive by its auxiliary or subject, or a bare past participle that modifies a noun.
    [[nodiscard]] bool is_passive(TokenIndex verb) const;

    /// The noun phrase of `t` without relative clauses, appositions, parentheticals and coordinated phrases.
    [[nodiscard]] TokenRange phrase(TokenIndex t) const;

    [[nodiscard]] std::string_view text(TokenRange range) const;

  private:
    const nlp::Analysis* analysis_;
    std::vector<TokenIndex> offsets_;
    std::vector<TokenIndex> children_;
    std::vector<TokenIndex> left_;
    std::vector<TokenIndex> right_;
};

}  // namespace claimgraph
