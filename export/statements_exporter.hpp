// The claims as a statement file (docs/statement-format.md), from which `build` makes the same graph again.
#pragma once

#include <iosfwd>

#include "export/exporter.hpp"

namespace claimgraph {

/// Each document's record before its statements. An edge without claims (of a file that was written without
/// evidence) leaves no trace.
void write_statements(const GraphView& view, const ExportOptions& options, std::ostream& out);

}  // namespace claimgraph
