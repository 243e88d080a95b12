#include "export/columns.hpp"

namespace claimgraph::columns {

std::string join_values(const std::vector<std::string>& values) {
    std::string out;
    bool first = true;
    for (const std::string& value : values) {
        if (!first) out.push_back('|');
        first = false;
        for (const char c : value) {
            if (c == '|' || c == '\\') out.push_back('\\');
            out.push_back(c);
        }
    }
    return out;
}

std::vector<std::string> split_values(std::string_view joined) {
    std::vector<std::string> out;
    if (joined.empty()) return out;
    out.emplace_back();
    for (std::size_t i = 0; i < joined.size(); ++i) {
        if (joined[i] == '\\' && i + 1 < joined.size()) {
            out.back().push_back(joined[++i]);
        } else if (joined[i] == '|') {
            out.emplace_back();
        } else {
            out.back().push_back(joined[i]);
        }
    }
    return out;
}

std::string_view color_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::country:
            return "#0072B2";
        case EntityKind::actor:
            return "#E69F00";
        case EntityKind::measure:
            return "#CC79A7";
        case EntityKind::commodity:
            return "#009E73";
        case EntityKind::topic:
            break;
    }
    return "#999999";
}

}  // namespace claimgraph::columns
