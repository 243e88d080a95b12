// GEXF 1.3, dynamic: edges and measures come and go on Gephi's timeline as `Lifetimes` has them.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// Without the evidence's JSON.
void write_gexf(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
