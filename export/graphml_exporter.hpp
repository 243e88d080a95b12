// GraphML as Gephi, NetworkX, igraph, Boost, yEd and Cytoscape read it alike.
//
// One edge for each (source, relation, target), its evidence in the column `evidence` as a JSON array of the
// statement format's records: each document's record before its statements. `read_graphml` gives the same
// graph back.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// Throws IoError where the stream fails.
void write_graphml(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
