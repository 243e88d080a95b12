// Gold statements in the reduced form of the annotation guidelines, and when a statement counts as the same.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/document.hpp"
#include "graph/model/statement.hpp"

namespace claimgraph::train {

struct GoldEntity {
    std::vector<std::string> names;  ///< the canonical name first
    EntityKind kind = EntityKind::actor;
};

struct GoldStatement {
    std::string relation;
    GoldEntity subject;
    GoldEntity object;
    Factuality factuality;
    std::optional<GoldEntity> source;
    std::string sentence;  ///< that says it
    bool optional = false;
};

struct GoldDocument {
    Document document;
    std::vector<GoldStatement> statements;
};

/// Reads NAME.txt, NAME.jsonl and INDEX.tsv (file, date, outlet) of the folder, in the order of the index.
/// Throws IoError or FormatError.
[[nodiscard]] std::vector<GoldDocument> read_gold(const std::filesystem::path& folder);

/// The name is one that the gold entity has: alike but for case and articles, for measures, commodities and
/// topics by head and half of the words.
[[nodiscard]] bool same_name(const GoldEntity& gold, const Entity& entity);
}  // namespace claimgraph::train
