#include "ingest/extract/lexicon_lines.hpp"

#include <fstream>
#include <iterator>

#include "graph/model/error.hpp"

namespace claimgraph {

std::string read_lexicon(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw IoError(path.string() + ": cannot be opened");
    std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) throw IoError(path.string() + ": cannot be read");
    return content;
}

void for_each_lexicon_line(std::string_view content,
                           const std::function<void(std::string_view line, std::size_t number)>& visit) {
    std::size_t number = 0;
    while (!content.empty()) {
        const std::size_t end = content.find('\n');
        std::string_view line = content.substr(0, end);
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        ++number;
        if (line.find_first_not_of(' ') != std::string_view::npos && line.front() != '#') visit(line, number);
    }
}

std::optional<std::string_view> section_name(std::string_view line) {
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    if (line.size() < 2 || line.front() != '[' || line.back() != ']') return std::nullopt;
    return line.substr(1, line.size() - 2);
}

}  // namespace claimgraph
