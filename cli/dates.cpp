#include "cli/dates.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include "cli/usage_error.hpp"
#include "graph/evidence/days.hpp"
#include "graph/node_ids.hpp"

namespace claimgraph::cli {
namespace {

std::string padded(long number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

/// The inverse of day_number (H. Hinnant, civil_from_days).
std::string day_text(long number) {
    const long shifted = number + 719468;
    const long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const long day_of_era = shifted - era * 146097;
    const long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long part = (5 * day_of_year + 2) / 153;
    const long day = day_of_year - (153 * part + 2) / 5 + 1;
    const long month = part + (part < 10 ? 3 : -9);
    const long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

std::string month_before(const std::string& day, long months) {
    const long number = std::stol(day.substr(0, 4)) * 12 + std::stol(day.substr(5, 2)) - 1 - months;
    return padded(number / 12, 4) + "-" + padded(number % 12 + 1, 2);
}

struct Ago {
    long count = 0;
    std::string unit;  ///< day, week, month, year
};

std::optional<Ago> parse_words(const std::string& text) {
    std::istringstream in(fold_name(text));
    std::string first;
    std::string second;
    std::string third;
    in >> first >> second >> third;
    if (first == "today" && second.empty()) return Ago{0, "day"};
    if (first == "yesterday" && second.empty()) return Ago{1, "day"};
    const auto unit = [](std::string word) {
        if (word.ends_with('s')) word.pop_back();
        const bool known = word == "day" || word == "week" || word == "month" || word == "year";
        return known ? word : std::string();
    };
    if ((first == "this" || first == "last") && third.empty() && !unit(second).empty())
        return Ago{first == "last" || unit(second) == "week" ? 1 : 0, unit(second)};
    long count = 0;
    const auto end = std::from_chars(first.data(), first.data() + first.size(), count);
    if (end.ptr == first.data() + first.size() && !first.empty() && count >= 0 && count < 100'000 &&
        third == "ago" && !unit(second).empty())
        return Ago{count, unit(second)};
    return std::nullopt;
}

}  // namespace

std::string date_given(const ClaimGraph& graph, const std::string& text, const std::string& option) {
    if (text.empty() || (day_span(text) && text.find('/') == std::string::npos)) return text;
    const auto ago = parse_words(text);
    if (!ago) {
        throw UsageError(
            option +
            ": expected YYYY, YYYY-MM, YYYY-MM-DD, or words like 'last month' or '3 weeks ago'; found '" +
            text + "'");
    }
    std::string newest;
    for (const Document& document : graph.documents()) {
        if (const auto span = day_span(document.date)) newest = std::max(newest, span->first);
    }
    if (newest.empty())
        throw UsageError(option + ": no document has a date from which '" + text + "' could be reckoned");
    if (ago->unit == "year") return month_before(newest, 12 * ago->count).substr(0, 4);
    if (ago->unit == "month") return month_before(newest, ago->count);
    return day_text(day_number(newest) - ago->count * (ago->unit == "week" ? 7 : 1));
}

}  // namespace claimgraph::cli
