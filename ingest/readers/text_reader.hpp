// Plain text in UTF-8: one document a file, its text the bytes of the file unchanged. A byte order mark and
// carriage returns count as the code points that they are, so offsets agree with any plain decoding.
#pragma once

#include <iosfwd>

#include "ingest/readers/reader.hpp"

namespace claimgraph {

void read_text(std::istream& in, const Input& input, const ReadOptions& options, DocumentIds& ids,
               InputSink& sink);

}  // namespace claimgraph
