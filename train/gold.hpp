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

/// The relation and both ends agree; names of measures, commodities and topics agree by head and half of
/// their words.
[[nodiscard]] bool same_triple(const GoldStatement& gold, const Statement& statement);
/// Status, polarity and innermost source agree as well.
[[nodiscard]] bool same_claim(const GoldStatement& gold, const Statement& statement);

}  // namespace claimgraph::train
