// A still picture of the graph, for reports: as SVG of our own, and as PNG, which librsvg draws from it.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// Nodes by kind and size, with a legend; long names are cut. Edges bear their labels where there are not too
/// many.
void write_svg(const GraphView& view, const ExportOptions& options, std::ostream& out);

/// Throws Error where the picture cannot be drawn.
void write_png(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
