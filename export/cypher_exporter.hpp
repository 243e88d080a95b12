// A script for cypher-shell (Neo4j, Memgraph): one statement a line, which merges nodes by id and
// relationships by their ends and type, so that it may be run twice and over what is there.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "export/exporter.hpp"

namespace claimgraph {

void write_cypher(const GraphView& view, const ExportOptions& options, std::ostream& out);

/// The label that every node bears.
inline constexpr std::string_view cypher_base_label = "Node";
/// A kind as a node label: `Country`.
[[nodiscard]] std::string cypher_label(std::string_view kind);
/// A relation as a relationship's type: `AFFILIATED_WITH`.
[[nodiscard]] std::string cypher_type(std::string_view relation);

}  // namespace claimgraph
