// Learns the lemmatizer's rules from a treebank and a list of inflected forms.
#pragma once

#include <cstddef>
#include <vector>

#include "train/inflections.hpp"
#include "train/treebank.hpp"

namespace claimgraph::train {

/// The bytes of section "lemmas": for each ending of up to six bytes the rule that most of its words follow,
/// where that differs from the shorter ending's, and the words that do not follow their endings: those of the
/// treebank, and of `inflections` those that the treebank does not have.
[[nodiscard]] std::vector<std::byte> train_lemmas(const std::vector<TreebankSentence>& sentences,
                                                  const std::vector<Inflection>& inflections);

}  // namespace claimgraph::train
