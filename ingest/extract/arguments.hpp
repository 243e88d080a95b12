// Finds the words that fill a predicate's grammatical slots: subjects and objects through passives, control,
// raising, relative and participial clauses, coordination and support verbs; the phrases that modify a noun.
//
// After the analysis of UD's core arguments and enhanced dependencies
// (https://universaldependencies.org/u/overview/ enhanced-syntax.html). Where parsers err most, attachment of
// adpositional phrases, both sites are looked at.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/extract/ontology.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

class Arguments {
  public:
    explicit Arguments(const Tree& tree) : tree_(&tree) {}

    /// Heads of the noun phrases that do what the verb says; empty when the text leaves it open.
    [[nodiscard]] std::vector<TokenIndex> subjects(TokenIndex verb) const { return subjects(verb, 0); }

    /// Heads of the noun phrases that it is done to.
    [[nodiscard]] std::vector<TokenIndex> objects(TokenIndex verb) const;

    /// Heads of the complements of `adposition` that modify the predicate, wherever the tree attaches them.
    [[nodiscard]] std::vector<TokenIndex> oblique(TokenIndex predicate, std::string_view adposition) const;

    /// The subject of the verb, or the owner of the noun, that governs the noun `noun`.
    [[nodiscard]] std::vector<TokenIndex> support(TokenIndex noun) const { return support(noun, 0); }

    /// The verb that governs `noun` as its object or complement ("launched" for "an investigation"), or
    /// kNone.
    [[nodiscard]] TokenIndex support_verb(TokenIndex noun) const;

    /// The subject of the nearest verb above whose clause `predicate` is in ("he argued that it was a
    /// mistake").
    [[nodiscard]] std::vector<TokenIndex> speakers(TokenIndex predicate) const;

    /// What fills `slot` of the predicate; nothing for the slots of a measure's frame.
    [[nodiscard]] std::vector<TokenIndex> fill(TokenIndex predicate, const Slot& slot) const;

    /// The noun that a relative pronoun in `verb`'s clause stands for, or `t` itself when it is none.
    [[nodiscard]] TokenIndex antecedent_of_relative(TokenIndex t) const;

  private:
    [[nodiscard]] std::vector<TokenIndex> subjects(TokenIndex verb, int depth) const;
    [[nodiscard]] std::vector<TokenIndex> support(TokenIndex noun, int depth) const;
    [[nodiscard]] std::vector<TokenIndex> owners(TokenIndex noun) const;
    [[nodiscard]] std::vector<TokenIndex> spread(TokenIndex t) const;
    [[nodiscard]] std::vector<TokenIndex> subjects_of_phrase(TokenIndex adposition) const;
    [[nodiscard]] std::vector<TokenIndex> content(TokenIndex verb) const;
    [[nodiscard]] std::vector<TokenIndex> named_by(TokenIndex noun) const;

    const Tree* tree_;
};

}  // namespace claimgraph
