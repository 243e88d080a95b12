#include "graph/entities/name_rules.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "graph/model/error.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {

std::vector<NameRules::Row> parse_alias_file(const std::string& content, const std::string& path) {
    std::vector<NameRules::Row> out;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < content.size();) {
        const std::size_t end = std::min(content.find('\n', begin), content.size());
        std::string_view line = std::string_view(content).substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string_view> fields;
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t tab = std::min(line.find('\t', at), line.size());
            fields.push_back(line.substr(at, tab - at));
            at = tab + 1;
        }
        const auto expect = [&](bool right, const std::string& what) {
            if (!right)
                throw FormatError(path, number, 0,
                                  "expected " + what + ", found '" + std::string(line) + "'");
        };
        expect(fields.size() == 4, "four fields separated by tabs: same or apart, kind, name, name");
        const bool same = fields[0] == "same";
        expect(same || fields[0] == "apart", "same or apart in the first field");
        const auto kind = parse<EntityKind>(fields[1]);
        expect(kind.has_value(),
               "one of " + std::string(accepted_names<EntityKind>()) + " in the second field");
        expect(!fields[2].empty() && !fields[3].empty(), "two names");
        out.push_back({same ? NameRules::Verb::same : NameRules::Verb::apart, *kind, std::string(fields[2]),
                       std::string(fields[3])});
    }
    return out;
}

}  // namespace claimgraph
