// Learns the lemmatizer's rules from a treebank.
#pragma once

#include <cstddef>
#include <vector>

#include "train/treebank.hpp"

namespace claimgraph::train {

/// The bytes of section "lemmas": for each ending of up to six bytes the rule that most of its words follow,
/// where that differs from the shorter ending's, and the words that do not follow their endings.
[[nodiscard]] std::vector<std::byte> train_lemmas(const std::vector<TreebankSentence>& sentences);

}  // namespace claimgraph::train
