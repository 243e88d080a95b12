// Dates and times of the statement format as stretches of days.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/claim_graph.hpp"

namespace claimgraph {

/// Both inclusive, as YYYY-MM-DD that compare as text; the last day of a month counts as its 31st.
struct DaySpan {
    std::string first;
    std::string last;

    [[nodiscard]] bool overlaps(const DaySpan& other) const {
        return first <= other.last && other.first <= last;
    }
};

/// Of YYYY, YYYY-MM, YYYY-MM-DD (a time of day behind it is left out) or an interval of two of these, where
/// ".." or nothing stands for an open end. Nothing where it is none of them.
[[nodiscard]] std::optional<DaySpan> day_span(std::string_view iso);

/// Days since 1970-01-01 in the proleptic Gregorian calendar, of a YYYY-MM-DD; 0 for what is none.
[[nodiscard]] long day_number(std::string_view day);

/// When a claim says that it is: its time, else the document's date.
[[nodiscard]] std::optional<DaySpan> days_of(const Claim& claim, const Document& document);
/// The same as text: the beginning of the time, or the document's date; may be empty.
[[nodiscard]] std::string date_of(const Claim& claim, const Document& document);

}  // namespace claimgraph
