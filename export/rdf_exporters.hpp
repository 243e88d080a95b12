// RDF as JSON-LD 1.1, with its context inside, and as Turtle, by serd.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// Claims are resources in any case; `ExportOptions` change nothing.
void write_json_ld(const GraphView& view, const ExportOptions& options, std::ostream& out);
void write_turtle(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
