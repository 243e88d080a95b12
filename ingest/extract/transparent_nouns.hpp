// Nouns that say how much of something there is, or what becomes of it, and hand an argument on to what their
// "of" phrase names.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/extract/lexicons.hpp"

namespace claimgraph {

/// Nouns that hand an argument on to their "of" phrase, from transparent.tsv. Immutable.
class TransparentNouns {
  public:
    /// Throws LexiconError or IoError.
    explicit TransparentNouns(const Lexicons& lexicons);
    [[nodiscard]] bool hands_on(std::string_view lemma, std::string_view kind) const;
    /// Currencies: they hand on ("billions of dollars of goods"), and are nothing by themselves.
    [[nodiscard]] bool is_money(std::string_view lemma) const;

  private:
    std::set<std::pair<std::string, std::string>, std::less<>> nouns_;
};

}  // namespace claimgraph
