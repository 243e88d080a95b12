// From the names on the command line to the files to read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/model/diagnostics.hpp"
#include "ingest/readers/reader.hpp"

namespace claimgraph {

/// Files stand for themselves; a folder for the files below it whose ending a format has, in the order of
/// their paths, hidden ones left out; "-" for standard input. A file that comes twice is read once. `format`
/// overrides what names and contents say, and then selects within folders; null leaves it to them, which
/// makes standard input plain text. A text's id is the file's stem, with as many folders before it as tell it
/// from the others. What cannot be found or holds nothing to read is reported.
[[nodiscard]] std::vector<Input> find_inputs(std::span<const std::string> names, const InputFormat* format,
                                             Diagnostics& diagnostics);

}  // namespace claimgraph
