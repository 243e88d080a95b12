// Dates of the statement format as months, for telling how far apart two are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimgraph {

/// Months since year 0 of a date that begins with YYYY-MM; the middle of the year where only YYYY is given;
/// nothing where the text does not begin with a year.
[[nodiscard]] std::optional<int> month_number(std::string_view date);

/// YYYY-MM or YYYY, as exactly as the date has it; empty for what is no date.
[[nodiscard]] std::string month_text(std::string_view date);

}  // namespace claimgraph
