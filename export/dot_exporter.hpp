// Graphviz's DOT language, with places for `neato -n`.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// Without the evidence's JSON.
void write_dot(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
