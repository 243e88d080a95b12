// Measures of the engine on a treebank's own sentences and tokens, and on its raw text.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "ingest/nlp/engine.hpp"
#include "ingest/nlp/evaluation/coreference_scores.hpp"
#include "ingest/nlp/evaluation/entity_scores.hpp"
#include "ingest/nlp/evaluation/tree_scores.hpp"
#include "train/treebank.hpp"

namespace claimgraph::train {

/// Counts of right words, punctuation included, relations with their subtypes.
struct Accuracy {
    std::size_t tokens = 0;
    std::size_t upos = 0;
    std::size_t xpos = 0;
    std::size_t feats = 0;
    std::size_t lemma = 0;
    std::size_t unlabelled = 0;  ///< right heads
    std::size_t labelled = 0;    ///< right heads and relations
    double seconds = 0;          ///< in the engine
    /// Words by relation, right where the head is right as well.
    std::map<nlp::Deprel, nlp::evaluation::Score> relations;
};

[[nodiscard]] Accuracy measure(const nlp::Engine& engine, const std::vector<TreebankSentence>& sentences);

struct RawScores {
    nlp::evaluation::TreeScores trees;
    nlp::evaluation::CoreferenceScores coreference;
};

/// Analyses the running text of each document of a CoNLL-U file. Throws IoError and FormatError.
[[nodiscard]] RawScores measure_raw(const nlp::Engine& engine, const std::string& path);

struct NameScores {
    nlp::evaluation::Score all;    ///< exact spans and kinds
    nlp::evaluation::Score spans;  ///< exact spans, whatever the kind
    std::map<std::string, nlp::evaluation::Score> kinds{{"PER", {}}, {"ORG", {}}, {"LOC", {}}};

    /// Counts one sentence; writes what differs to `mistakes`, where given.
    void add(const nlp::evaluation::Iob2Sentence& gold, const std::vector<nlp::evaluation::NamedSpan>& system,
             std::ostream* mistakes);
};

/// The names found in the sentences of an IOB2 file, or of a CoNLL-U file with entities (narrowed to names as
/// for training), document by document. Throws IoError and FormatError.
[[nodiscard]] NameScores measure_names(const nlp::Engine& engine, const std::string& path,
                                       std::ostream* mistakes = nullptr);

}  // namespace claimgraph::train
