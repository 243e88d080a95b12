// Cytoscape's JSON (.cyjs), which Cytoscape, cytoscape.js and NetworkX read.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

void write_cytoscape(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
