#include "export/gephi_text.hpp"

#include <algorithm>
#include <array>

namespace claimgraph {
namespace {

constexpr std::string_view joiner = "\u2060";
constexpr std::string_view null_word = "null";

/// The byte after the joiners that stand at `i`.
std::size_t skip_joiners(std::string_view text, std::size_t i) {
    while (text.substr(i).starts_with(joiner)) i += joiner.size();
    return i;
}

/// Whether `text` is the word `null`, and then joiners only.
bool is_null_word(std::string_view text) {
    return text.starts_with(null_word) && skip_joiners(text, null_word.size()) == text.size();
}

/// The next "I", joiners, "NF" from `i` on: the byte after the I; npos when there is none.
std::size_t find_infinity(std::string_view text, std::size_t i) {
    for (i = text.find('I', i); i != std::string_view::npos; i = text.find('I', i + 1)) {
        if (text.substr(skip_joiners(text, i + 1)).starts_with("NF")) return i + 1;
    }
    return std::string_view::npos;
}

constexpr std::string_view noncharacter_fffe = "\xEF\xBF\xBE";
constexpr std::string_view noncharacter_ffff = "\xEF\xBF\xBF";
constexpr std::string_view infinity = "INF";
constexpr std::string_view escaped_infinity = "I\\u004eF";

}  // namespace

std::string_view guard_text(std::string_view text, std::string& buffer) {
    if (is_null_word(text)) {
        buffer.assign(text).append(joiner);
        return buffer;
    }
    std::size_t at = find_infinity(text, 0);
    if (at == std::string_view::npos) return text;
    buffer.clear();
    std::size_t begin = 0;
    for (; at != std::string_view::npos; at = find_infinity(text, at)) {
        buffer.append(text.substr(begin, at - begin)).append(joiner);
        begin = at;
    }
    buffer.append(text.substr(begin));
    return buffer;
}

std::string unguard_text(std::string_view text) {
    if (is_null_word(text) && text.size() > null_word.size())
        return std::string(text.substr(0, text.size() - joiner.size()));
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = find_infinity(text, 0); at != std::string_view::npos;
         at = find_infinity(text, at)) {
        out.append(text.substr(begin, at - begin));
        begin = text.substr(at).starts_with(joiner) ? at + joiner.size() : at;
    }
    out.append(text.substr(begin));
    return out;
}

std::string_view guard_json(std::string_view json, std::string& buffer) {
    // What has to be escaped can stand in strings only, where an escape is as good as the character.
    struct Search {
        std::string_view plain;
        std::string_view escaped;
        std::size_t at;
    };
    std::array<Search, 3> searches{{{infinity, escaped_infinity, 0},
                                    {noncharacter_fffe, "\\ufffe", 0},
                                    {noncharacter_ffff, "\\uffff", 0}}};
    for (Search& search : searches) search.at = json.find(search.plain);
    const auto next = [&] {
        return std::min_element(searches.begin(), searches.end(),
                                [](const Search& a, const Search& b) { return a.at < b.at; });
    };
    if (next()->at == std::string_view::npos) return json;
    buffer.clear();
    std::size_t begin = 0;
    for (auto search = next(); search->at != std::string_view::npos; search = next()) {
        buffer.append(json.substr(begin, search->at - begin)).append(search->escaped);
        begin = search->at + search->plain.size();
        search->at = json.find(search->plain, begin);
    }
    buffer.append(json.substr(begin));
    return buffer;
}

std::string unguard_json(std::string_view json) {
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = json.find(escaped_infinity); at != std::string_view::npos;
         at = json.find(escaped_infinity, begin)) {
        out.append(json.substr(begin, at - begin)).append(infinity);
        begin = at + escaped_infinity.size();
    }
    return out.append(json.substr(begin));
}

}  // namespace claimgraph
