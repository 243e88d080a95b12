// The words of names, with countries recognised. Private to this folder.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/entities/name_rules.hpp"

namespace claimgraph {

class NameWords {
  public:
    /// Takes the words for countries and the nouns for measures from the rules.
    explicit NameWords(const NameRules& rules);

    /// Folded words without possessive endings; the words for a country as "@" and its id.
    [[nodiscard]] std::vector<std::string> of(std::string_view name) const;

    /// `of` without "of", "the" and the like, in the singular, sorted.
    [[nodiscard]] std::vector<std::string> bag(std::string_view name) const;

    /// Of a measure's name: `bag` without numbers and the noun that says its type, goods in general as
    /// "goods".
    [[nodiscard]] std::vector<std::string> measure_bag(std::string_view name, std::string_view type) const;

    [[nodiscard]] static bool is_country(std::string_view word) { return word.starts_with('@'); }

  private:
    std::unordered_map<std::string, std::string> countries_;  ///< folded name -> id
    std::unordered_map<std::string, std::string> types_;      ///< noun -> type of measure
    std::size_t longest_ = 1;                                 ///< words of the longest country name
};

}  // namespace claimgraph
