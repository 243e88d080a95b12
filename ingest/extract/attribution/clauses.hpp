// Small questions about clauses and words that the search for cues, sources and contents asks.
#pragma once

#include <string>
#include <string_view>

#include "ingest/extract/attribution/attribution_finder.hpp"
#include "ingest/extract/attribution/reporting_lexicon.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph::attribution {

[[nodiscard]] bool has_mark(const Tree& tree, TokenIndex clause, std::string_view word);
[[nodiscard]] bool is_infinitive(const Tree& tree, TokenIndex clause);
[[nodiscard]] bool is_gerund(const Tree& tree, TokenIndex clause);
/// A verb, or what a copula or a subject makes a predicate.
[[nodiscard]] bool is_clause(const Tree& tree, TokenIndex head);

/// ASCII letters only.
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] bool iequals(std::string_view a, std::string_view b);

/// Punctuation of any kind, quotation marks included.
[[nodiscard]] bool is_comma_like(const nlp::Token& token);
[[nodiscard]] bool is_dash(const nlp::Token& token);

[[nodiscard]] ContentForm form_of(Frame frame);

/// The innermost clause around `t`; words from `first` on belong to the last of coordinated clauses.
[[nodiscard]] TokenIndex clause_of(const Tree& tree, TokenIndex t, TokenIndex first = 0);

/// Whether `t` heads words that say when.
[[nodiscard]] bool is_time_adverbial(const Tree& tree, TokenIndex t);
/// Whether the oblique names who does what a passive says.
[[nodiscard]] bool is_agent(const Tree& tree, TokenIndex oblique);
[[nodiscard]] bool is_finite(const nlp::Token& token);

/// Auxiliaries and form of a verb: two that agree can stand side by side in one clause.
[[nodiscard]] std::string tense_of(const Tree& tree, TokenIndex verb);

/// The noun at the sentence's root with its only verb hanging on it ("officials in the port called for"):
/// a clause that was read as a phrase.
[[nodiscard]] bool is_main_verb_of_root(const Tree& tree, TokenIndex verb);

}  // namespace claimgraph::attribution
