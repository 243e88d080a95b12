// Sentences of CoNLL-U files as the trainer needs them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "ingest/nlp/network/network.hpp"
#include "ingest/nlp/tags.hpp"

namespace claimgraph::train {

using nlp::network::EntityClass;
using nlp::network::kEntityLabels;

struct TreebankToken {
    std::string form;
    std::string lemma;
    std::string feats;
    nlp::Upos upos = nlp::Upos::x;
    nlp::Xpos xpos = nlp::Xpos::fw;
    nlp::Deprel deprel = nlp::Deprel::dep;
    std::uint32_t head = 0;   ///< 0 is the root, otherwise 1 + index
    std::uint8_t entity = 0;  ///< the label of the network's entity layer
};

struct TreebankSentence {
    std::vector<TreebankToken> tokens;
    bool has_entities = false;  ///< whether `entity` is annotated
};

/// Reads a CoNLL-U file; throws IoError or FormatError. Multi-word and empty nodes are left out.
[[nodiscard]] std::vector<TreebankSentence> read_treebank(const std::filesystem::path& path);

}  // namespace claimgraph::train
