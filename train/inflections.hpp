// The inflected forms of WordNet's verbs and nouns: its exceptions, and what the spelling rules make of the
// others.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ingest/nlp/tags.hpp"

namespace claimgraph::train {

struct Inflection {
    std::string form;  ///< lower case, as `lemma`
    std::string lemma;
    nlp::Upos upos;
    nlp::Xpos xpos;
};

/// Forms of single words in the order of their tags and letters, each with the lemma that is most frequent in
/// WordNet's sense-tagged texts. Plurals that are words of their own ("goods") are left out. `folder` has
/// index.verb, verb.exc, index.noun and noun.exc. Throws IoError or FormatError.
[[nodiscard]] std::vector<Inflection> read_inflections(const std::filesystem::path& folder);

}  // namespace claimgraph::train
