// Trains the name tagger on documents with annotated entities.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/names/gazetteer.hpp"
#include "ingest/nlp/names/name_features.hpp"
#include "train/name_lists.hpp"

namespace claimgraph::train {

struct NameDocument {
    nlp::Analysis analysis;  ///< with tags and trees
    std::vector<std::uint8_t> labels;
    std::vector<std::uint8_t> hints;  ///< the network's labels; empty where it has learnt the document
    std::size_t source = 0;           ///< copies of one document share it
};

struct NameTrainingOptions {
    std::size_t epochs = 12;
    float learning_rate = 0.1F;
    float dropout = 0.5F;
    float word_dropout = 0.5F;  ///< share of words whose own features are left out
    float decay = 1e-6F;
    std::size_t least = 2;  ///< documents that a feature must occur in
    std::size_t folds = 3;  ///< for the first pass' labels on the training documents
    std::uint64_t seed = 1;
};

using KnownPhrases = std::map<std::string, nlp::names::KnownSet>;
[[nodiscard]] KnownPhrases known_phrases(const std::vector<NamePhrase>& phrases);

/// The labels that the mentions of an annotated document tell: GUM's mentions, which reach over all
/// modifiers, narrowed to the name in them.
[[nodiscard]] std::vector<std::uint8_t> name_labels(const nlp::Analysis& annotated,
                                                    const KnownPhrases& phrases);

/// The documents of CoNLL-U files with the tags and trees that the network of `model` gives them and the
/// names that they are annotated with; of each `copies` copies with other names of the same kinds and
/// lengths, from the documents and from `phrases`; and copies in lower case, capitals and headline style.
[[nodiscard]] std::vector<NameDocument> read_name_documents(const nlp::ModelFile& model,
                                                            const std::vector<std::string>& paths,
                                                            const std::vector<NamePhrase>& phrases,
                                                            std::size_t copies);

/// The bytes of section "names".
[[nodiscard]] std::vector<std::byte> train_names(const std::vector<NameDocument>& documents,
                                                 const nlp::names::GazetteerTable& lists,
                                                 const NameTrainingOptions& options);

}  // namespace claimgraph::train
