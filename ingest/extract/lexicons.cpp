#include "ingest/extract/lexicons.hpp"

#include <string>

#include "graph/model/error.hpp"
#include "ingest/extract/lexicon_lines.hpp"

namespace claimgraph {

Lexicons::Lexicons(std::filesystem::path folder, std::vector<std::filesystem::path> additions)
    : folder_(std::move(folder)), additions_(std::move(additions)) {
    for (const auto& file : additions_) {
        const std::string content = read_lexicon(file);
        std::string_view section;
        for_each_lexicon_line(content, [&](std::string_view line, std::size_t number) {
            if (const auto name = section_name(line)) {
                section = *name;
                std::error_code ignored;
                const auto table = folder_ / (std::string(section) + ".tsv");
                const bool plain = section.find_first_of("/\\.") == std::string_view::npos;
                if (!plain || !std::filesystem::is_regular_file(table, ignored)) {
                    throw LexiconError(file.string(), number, 0,
                                       "expected the name of a table in " + folder_.string() + ", found \"" +
                                           std::string(section) + "\"");
                }
            } else if (section.empty()) {
                throw LexiconError(file.string(), number, 0,
                                   "expected the name of a table in brackets first, such as [predicates]");
            }
        });
    }
}

}  // namespace claimgraph
