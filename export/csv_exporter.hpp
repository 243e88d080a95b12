// Tables of nodes and edges as comma-separated values (RFC 4180, with line feeds, a header line, UTF-8).
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// With the headers that Gephi's spreadsheet import knows (Id, Label, Source, Target, Type, Kind, Weight).
/// A text that a spreadsheet would take for a formula is preceded by an apostrophe; a backslash, Gephi's
/// escape, is followed by a word joiner (U+2060). Without the evidence's JSON.
void write_csv_nodes(const GraphView& view, const ExportOptions& options, std::ostream& out);
void write_csv_edges(const GraphView& view, const ExportOptions& options, std::ostream& out);

/// With the headers of `neo4j-admin database import`, whose `--multiline-fields` they need where texts have
/// line breaks.
void write_neo4j_nodes(const GraphView& view, const ExportOptions& options, std::ostream& out);
void write_neo4j_relationships(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
