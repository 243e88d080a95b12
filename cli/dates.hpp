// Dates as a user gives them: ISO, or in words.
#pragma once

#include <string>

#include "graph/claim_graph.hpp"

namespace claimgraph::cli {

/// YYYY, YYYY-MM or YYYY-MM-DD as it is. "today", "yesterday", "this week", "last week", "this month", "last
/// month", "this year", "last year" and "N days|weeks|months|years ago" are reckoned from the newest document
/// of the graph, so that an answer does not depend on the day on which it is asked: a month as YYYY-MM, a
/// year as YYYY, a week as the day seven before. Empty stays empty. Throws UsageError naming `option`.
[[nodiscard]] std::string date_given(const ClaimGraph& graph, const std::string& text,
                                     const std::string& option);

}  // namespace claimgraph::cli
