// The view: one HTML page that shows the graph in a browser, works from disk and loads nothing.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// Whether the program was built with the page (CMake's CLAIMGRAPH_VIEW).
[[nodiscard]] bool has_html();

/// Throws Error where the program was built without the page.
void write_html(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
