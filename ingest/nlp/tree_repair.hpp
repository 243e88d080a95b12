// Mends trees: main verbs that were taken for participles, and nouns joined to a word of another kind.
#pragma once

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

/// "Kenya imposed duties on sugar." read as a noun phrase, like "Kenya's imposed duties": where a sentence
/// that ends in a full stop has no finite verb outside modifiers and subordinate clauses, and a past form
/// that modifies the noun on which the sentence hangs has a name or noun before it, the form becomes the
/// verb, what stands before it its subject, and the noun its object. "Britain suspended export licences."
/// with "export" for its verb is read likewise. Tags, features, heads and relations of the sentence are set
/// anew.
void repair_main_verbs(Analysis& analysis);

/// "accused Peru of banning imports" with "banning" for a modifier of "imports": a participle with a marker
/// of its own is a clause, and the noun its object. Tags, heads and relations are set anew.
void repair_gerunds(Analysis& analysis);

/// "the decision to double tariffs", ", promising tariffs" and "considers imposing tariffs" with the verb for
/// a modifier: a clause, and the noun its object. Tags, forms, heads and relations are set anew.
void repair_clauses(Analysis& analysis);

/// "a duty on wheat and a levy on rice" with "levy" joined to "wheat": two nouns that the same preposition
/// follows are the ones that "and" joins. "Peru, Chile and Mali" with two subjects is one list. Heads and
/// relations are set anew.
void repair_coordinations(Analysis& analysis);

}  // namespace claimgraph::nlp
