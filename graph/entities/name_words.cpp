#include "graph/entities/name_words.hpp"

#include <algorithm>
#include <array>

#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

constexpr std::array<std::string_view, 22> small_words{
    "of",   "the", "a",     "an",  "and", "for", "on",      "in", "to", "from", "by",
    "with", "its", "their", "his", "her", "all", "against", "at", "as", "into", "over"};
constexpr std::array<std::string_view, 11> general_goods{"good",      "import",      "export",   "product",
                                                         "item",      "merchandise", "shipment", "article",
                                                         "commodity", "purchase",    "sale"};

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> plain_words(std::string_view name) {
    const std::string folded = fold_name(name);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < folded.size();) {
        if (!is_word_byte(folded[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        // Points and apostrophes inside words belong to them: u.s., china's.
        while (i < folded.size() &&
               (is_word_byte(folded[i]) || ((folded[i] == '\'' || folded[i] == '.') &&
                                            i + 1 < folded.size() && is_word_byte(folded[i + 1]))))
            ++i;
        std::string word = folded.substr(begin, i - begin);
        if (word.ends_with("'s")) word.resize(word.size() - 2);
        std::erase(word, '.');
        std::erase(word, '\'');
        if (!word.empty()) out.push_back(std::move(word));
    }
    return out;
}

std::string singular(std::string word) {
    const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
    if (word.size() <= 3 || ends("ss") || ends("us") || ends("is")) return word;
    if (ends("ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
    if (ends("ches") || ends("shes") || ends("sses") || ends("xes")) return word.substr(0, word.size() - 2);
    if (ends("s")) word.pop_back();
    return word;
}

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

NameWords::NameWords(const NameRules& rules) {
    std::map<std::string, std::string> meanings;
    for (const NameRules::Row& row : rules.rows) {
        if (row.verb != NameRules::Verb::word) continue;
        if (row.kind == EntityKind::measure) types_.emplace(singular(fold_name(row.a)), row.b);
        if (row.kind != EntityKind::country) continue;
        std::string phrase;
        const std::vector<std::string> words = plain_words(row.a);
        for (const std::string& word : words) phrase += (phrase.empty() ? "" : " ") + word;
        // A word for several countries stands for none.
        const auto [at, added] = meanings.try_emplace(phrase, row.b);
        if (!added && at->second != row.b) at->second.clear();
        longest_ = std::max(longest_, words.size());
    }
    for (const auto& [phrase, id] : meanings) {
        if (!id.empty()) countries_.emplace(phrase, id);
    }
}

std::vector<std::string> NameWords::of(std::string_view name) const {
    const std::vector<std::string> words = plain_words(name);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t taken = 0;
        std::string phrase;
        std::string id;
        for (std::size_t n = 1; n <= std::min(longest_, words.size() - i); ++n) {
            phrase += (n == 1 ? "" : " ") + words[i + n - 1];
            if (const auto at = countries_.find(phrase); at != countries_.end()) {
                taken = n;
                id = at->second;
            }
        }
        if (taken == 0) {
            out.push_back(words[i++]);
        } else {
            out.push_back("@" + id);
            i += taken;
        }
    }
    return out;
}

std::vector<std::string> NameWords::bag(std::string_view name) const {
    std::vector<std::string> out;
    for (std::string& word : of(name)) {
        if (is_country(word)) {
            out.push_back(std::move(word));
        } else if (!contains(small_words, word)) {
            out.push_back(singular(std::move(word)));
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::string> NameWords::measure_bag(std::string_view name, std::string_view type) const {
    std::vector<std::string> out;
    for (std::string& word : bag(name)) {
        const bool number = word.find_first_not_of("0123456789") == std::string::npos;
        const auto noun = types_.find(word);
        if (number || word == "percent" || word == type || (noun != types_.end() && noun->second == type))
            continue;
        out.push_back(contains(general_goods, word) ? "goods" : std::move(word));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace claimgraph
