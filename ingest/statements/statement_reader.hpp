// Statements as JSON, read as a stream: the memory used does not grow with the file but for the ids of
// its documents. A faulty line is reported with line, JSON path, what was expected and found, and left out.
#pragma once

#include <iosfwd>
#include <string_view>

#include "ingest/readers/reader.hpp"

namespace claimgraph {

/// Document records and statements go to the sink. Statements whose document has no record before them are
/// given a bare one; those without an id are given one by the rule of `statement_id`.
void read_statements(std::istream& in, const Input& input, const ReadOptions& options, DocumentIds& ids,
                     InputSink& sink);

/// Whether the record, or the beginning of one, is an object that has a field only statement files have
/// ("document" or "relation") rather than a document's own.
[[nodiscard]] bool is_statement_line(std::string_view line);

}  // namespace claimgraph
