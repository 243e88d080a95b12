#include "ingest/readers/document_metadata.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace claimgraph {

namespace {

void fill_in(std::string& field, const std::string& known) {
    if (field.empty()) field = known;
}

/// The number that `digits` spells, or -1.
int number(std::string_view digits) {
    int value = -1;
    const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (all) std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

void fill_in(Document& document, const DocumentMetadata& metadata) {
    fill_in(document.title, metadata.title);
    fill_in(document.date, metadata.date);
    fill_in(document.outlet, metadata.outlet);
    fill_in(document.author, metadata.author);
    fill_in(document.url, metadata.url);
    if (!document.voice_given && metadata.voice) {
        document.voice = *metadata.voice;
        document.voice_given = true;
    }
}

bool is_document_date(std::string_view date) {
    using std::chrono::day, std::chrono::month, std::chrono::year, std::chrono::year_month_day;
    if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
    if ((date.size() > 4 && date[4] != '-') || (date.size() > 7 && date[7] != '-')) return false;
    const int y = number(date.substr(0, 4));
    const int m = date.size() > 4 ? number(date.substr(5, 2)) : 1;
    const int d = date.size() > 7 ? number(date.substr(8, 2)) : 1;
    if (y < 0 || m < 0 || d < 0) return false;
    return year_month_day(year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))).ok();
}

}  // namespace claimgraph
