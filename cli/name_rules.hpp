// What the program knows of names: its lexicons, and the user's alias file.
#pragma once

#include <string>

#include "graph/entities/name_rules.hpp"
#include "ingest/extract/lexicons.hpp"

namespace claimgraph::cli {

/// The names that countries, organizations, people, goods and measures have in the lexicons, sorted. Throws
/// LexiconError or IoError.
[[nodiscard]] NameRules lexicon_name_rules(const Lexicons& lexicons);

/// Throws IoError or FormatError.
[[nodiscard]] std::vector<NameRules::Row> read_alias_file(const std::string& path);

}  // namespace claimgraph::cli
