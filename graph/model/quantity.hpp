// Amounts, times and durations as a statement gives them: a normalised value beside the words of the text.
#pragma once

#include <optional>
#include <string>

#include "graph/model/extras.hpp"

namespace claimgraph {

enum class QuantityRole { rate, from, to, amount, share };

struct Quantity {
    QuantityRole role = QuantityRole::amount;
    double value = 0;  ///< finite
    std::string unit;  ///< "percent", an ISO 4217 code, "tonne", ...; may be empty
    std::string text;  ///< as it stands
    Extras extras;
    bool operator==(const Quantity&) const = default;
};

/// A point or an interval of time (ISO 8601 date, month, year or interval), or a duration (ISO 8601).
struct TimeValue {
    std::string value;
    std::string text;  ///< as it stands
    Extras extras;
    bool operator==(const TimeValue&) const = default;
};

}  // namespace claimgraph
