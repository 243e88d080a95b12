// Mends trees in which the main verb of a sentence of prose was taken for a participle.
#pragma once

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

/// "Kenya imposed duties on sugar." read as a noun phrase, like "Kenya's imposed duties": where a sentence
/// that ends in a full stop has no finite verb outside a modifier, and a past form that modifies the noun on
/// which the sentence hangs has a name or noun before it, the form becomes the verb, what stands before it
/// its subject, and the noun its object. "Britain suspended export licences." with "export" for its verb is
/// read likewise. Tags, features, heads and relations of the sentence are set anew.
void repair_main_verbs(Analysis& analysis);

}  // namespace claimgraph::nlp
