#include "ingest/readers/title.hpp"

#include <cctype>

#include "ingest/text/code_points.hpp"

namespace claimgraph {

namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestAbbreviation = 4;
constexpr std::string_view kSpace = " \t\r\f\v";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find_last_not_of(kSpace) - begin + 1);
}

bool has_full_stop(std::string_view line) {
    if (line.ends_with('.')) return true;
    for (std::size_t stop = line.find(". "); stop != std::string_view::npos;
         stop = line.find(". ", stop + 1)) {
        const std::size_t before = line.find_last_of(" .", stop - 1);
        const std::size_t word = before == std::string_view::npos || stop == 0 ? 0 : before + 1;
        const bool small = line[word] >= 'a' && line[word] <= 'z';
        if (small || stop - word > kLongestAbbreviation) return true;
    }
    return false;
}

}  // namespace

std::string_view find_title(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    const std::string_view after = text.substr(end + 1);
    if (!trimmed(after.substr(0, after.find('\n'))).empty()) return {};
    const std::string_view line = trimmed(text.substr(0, end));
    if (line.empty() || has_full_stop(line) || CodePointIndex(line).size() > kLongestTitle) return {};
    return line;
}

}  // namespace claimgraph
