#include "graph/entities/months.hpp"

#include <algorithm>
#include <cstddef>

namespace claimgraph {
namespace {

bool digits(std::string_view text, std::size_t begin, std::size_t count) {
    if (text.size() < begin + count) return false;
    const std::string_view part = text.substr(begin, count);
    return std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
    int value = 0;
    for (const char c : text) value = 10 * value + (c - '0');
    return value;
}

bool has_month(std::string_view date) {
    if (date.size() < 7 || date[4] != '-' || !digits(date, 5, 2)) return false;
    const int month = number(date.substr(5, 2));
    return month >= 1 && month <= 12;
}

}  // namespace

std::optional<int> month_number(std::string_view date) {
    if (!digits(date, 0, 4)) return std::nullopt;
    const int year = number(date.substr(0, 4));
    return 12 * year + (has_month(date) ? number(date.substr(5, 2)) - 1 : 6);
}

std::string month_text(std::string_view date) {
    if (!digits(date, 0, 4)) return {};
    return std::string(date.substr(0, has_month(date) ? 7 : 4));
}

}  // namespace claimgraph
