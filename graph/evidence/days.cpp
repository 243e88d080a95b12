#include "graph/evidence/days.hpp"

#include <algorithm>

namespace claimgraph {
namespace {

bool digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// YYYY, YYYY-MM or YYYY-MM-DD, or nothing.
std::string_view date_part(std::string_view text) {
    if (const std::size_t time = text.find_first_of("T "); time != std::string_view::npos)
        text = text.substr(0, time);
    const bool year = text.size() >= 4 && digits(text.substr(0, 4));
    const bool month = text.size() >= 7 && text[4] == '-' && digits(text.substr(5, 2));
    const bool day = text.size() == 10 && text[7] == '-' && digits(text.substr(8, 2));
    const bool whole = text.size() == 4 || (text.size() == 7 && month) || (month && day);
    return year && whole ? text : std::string_view();
}

std::string first_day(std::string_view date) {
    return std::string(date) + std::string("-01-01").substr(date.size() == 4 ? 0 : date.size() == 7 ? 3 : 6);
}

std::string last_day(std::string_view date) {
    return std::string(date) + std::string("-12-31").substr(date.size() == 4 ? 0 : date.size() == 7 ? 3 : 6);
}

long number(std::string_view text) {
    long value = 0;
    for (const char c : text) value = 10 * value + (c - '0');
    return value;
}

}  // namespace

std::optional<DaySpan> day_span(std::string_view iso) {
    const std::size_t slash = iso.find('/');
    const std::string_view begin = date_part(iso.substr(0, slash));
    if (slash == std::string_view::npos) {
        if (begin.empty()) return std::nullopt;
        return DaySpan{first_day(begin), last_day(begin)};
    }
    const std::string_view rest = iso.substr(slash + 1);
    const std::string_view end = date_part(rest);
    const auto open = [](std::string_view text) { return text.empty() || text == ".."; };
    if ((begin.empty() && !open(iso.substr(0, slash))) || (end.empty() && !open(rest))) return std::nullopt;
    if (begin.empty() && end.empty()) return std::nullopt;
    return DaySpan{begin.empty() ? "0000-01-01" : first_day(begin),
                   end.empty() ? "9999-12-31" : last_day(end)};
}

long day_number(std::string_view day) {
    if (date_part(day).size() != 10) return 0;
    // H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    const long month = number(day.substr(5, 2));
    const long year = number(day.substr(0, 4)) - (month <= 2 ? 1 : 0);
    const long era = year / 400;
    const long year_of_era = year - era * 400;
    const long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number(day.substr(8, 2)) - 1;
    const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

std::optional<DaySpan> days_of(const Claim& claim, const Document& document) {
    if (auto span = day_span(claim.time)) return span;
    return day_span(document.date);
}

std::string date_of(const Claim& claim, const Document& document) {
    if (day_span(claim.time)) {
        std::string begin = claim.time.substr(0, claim.time.find('/'));
        if (!date_part(begin).empty()) return begin;
    }
    return document.date;
}

}  // namespace claimgraph
