// The phrases that the name tagger knows: from the lexicons, from WordNet and from plain lists.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ingest/nlp/names/gazetteer.hpp"

namespace claimgraph::train {

struct NameLists {
    std::filesystem::path lexicons;  ///< folder of the lexicons
    std::filesystem::path wordnet;   ///< WordNet's file data.noun; may be empty
    std::vector<std::string> lists;  ///< KIND=FILE, one phrase a line; kinds as `known_names` spells them
};

struct NamePhrase {
    std::vector<std::string> words;
    nlp::names::Known known;
};

/// All phrases, as the tokenizer splits them. Throws IoError or FormatError.
[[nodiscard]] std::vector<NamePhrase> read_name_lists(const NameLists& sources);

}  // namespace claimgraph::train
