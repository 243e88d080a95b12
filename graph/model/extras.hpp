// Fields of a JSON object that the statement format does not name: kept as read and written back.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace claimgraph {

/// Name and raw JSON value, in the order of the file.
using Extras = std::vector<std::pair<std::string, std::string>>;

}  // namespace claimgraph
