// The names that relations may have.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/lexicons.hpp"

namespace claimgraph {

/// Immutable after loading, safe to share.
class RelationVocabulary {
  public:
    /// Reads `relations.tsv`. Throws LexiconError naming file, line and column.
    explicit RelationVocabulary(const Lexicons& lexicons);

    [[nodiscard]] bool contains(std::string_view relation) const { return names_.contains(relation); }

    /// All names, in alphabetical order, joined by ", ".
    [[nodiscard]] std::string accepted() const;

    /// The relations without direction, in alphabetical order.
    [[nodiscard]] const std::vector<std::string>& symmetric() const { return symmetric_; }

  private:
    std::set<std::string, std::less<>> names_;
    std::vector<std::string> symmetric_;
};

}  // namespace claimgraph
