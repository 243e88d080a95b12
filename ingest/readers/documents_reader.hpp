// Documents as JSON: one object each, with the text in a field of it. The fields' names are settable.
#pragma once

#include <iosfwd>

#include "ingest/readers/reader.hpp"

namespace claimgraph {

void read_documents(std::istream& in, const Input& input, const ReadOptions& options, DocumentIds& ids,
                    InputSink& sink);

}  // namespace claimgraph
