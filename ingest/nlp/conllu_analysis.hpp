// Analyses as CoNLL-U and back.
//
// The writer adds to the standard's fields: in MISC `TokenRange=BEGIN:END` (code points of the document's
// text) and `Entity=` in the bracket notation of CorefUD, declared by `# global.Entity = eid-etype-head`; a
// comment
// `# headline = yes` for titles. Reading back what was written restores tokens, sentences, trees, mentions
// and chains.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/conllu.hpp"

namespace claimgraph::nlp {

/// The sentences of one document; `id` goes to `# newdoc id` and starts the sentence ids.
[[nodiscard]] std::vector<ConlluSentence> to_conllu(const Analysis& analysis, std::string_view id);

/// The running text of a document: words as SpaceAfter tells, a blank line before each `# newpar`.
[[nodiscard]] std::string text_of(std::span<const ConlluSentence> document);

/// The document as an analysis whose text is `text_of` it, kept in its arena. Tags, lemmas, heads and
/// mentions are taken where the file has them. Tags beyond our sets are read as X, FW and dep.
[[nodiscard]] Analysis from_conllu(std::span<const ConlluSentence> document);

/// How `Entity=` and the command line spell a kind ("person", "organization", ...).
[[nodiscard]] std::string_view to_string(MentionKind kind);

}  // namespace claimgraph::nlp
