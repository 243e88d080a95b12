#include "train/name_lists.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <string_view>

#include "graph/model/error.hpp"
#include "ingest/nlp/tokenizer.hpp"

namespace claimgraph::train {

namespace {

using Phrases = std::vector<NamePhrase>;
using nlp::names::Known;

/// Adds a phrase as the tokenizer splits it.
void add(Phrases& out, std::string_view phrase, Known known) {
    nlp::Analysis analysis;
    nlp::tokenize(phrase, analysis);
    NamePhrase entry{{}, known};
    for (const nlp::Token& t : analysis.tokens) entry.words.emplace_back(t.form);
    if (!entry.words.empty()) out.push_back(std::move(entry));
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        if (end == text.size()) return parts;
        text.remove_prefix(end + 1);
    }
}

/// Adds the items of a lexicon's column, whatever other columns it has.
void add_column(Phrases& out, const std::filesystem::path& path, std::string_view column, Known known) {
    std::ifstream in(path);
    if (!in) throw IoError(path.string() + ": cannot be opened");
    std::string line;
    std::size_t number = 0;
    std::size_t at = std::string::npos;
    while (std::getline(in, line)) {
        ++number;
        if (line.empty() || line[0] == '#') continue;
        const auto fields = split(line, '\t');
        if (at == std::string::npos) {
            at = static_cast<std::size_t>(std::find(fields.begin(), fields.end(), column) - fields.begin());
            if (at == fields.size())
                throw FormatError(path.string(), number, 0, "no column " + std::string(column));
            continue;
        }
        if (at >= fields.size() || fields[at] == "-") continue;
        for (const std::string_view item : split(fields[at], '|')) add(out, item, known);
    }
}

void add_lexicons(Phrases& out, const std::filesystem::path& folder) {
    struct Column {
        const char* file;
        const char* column;
        Known known;
    };
    for (const Column& c : {Column{"countries.tsv", "name", Known::country},
                            {"countries.tsv", "aliases", Known::country},
                            {"countries.tsv", "adjectives", Known::people},
                            {"countries.tsv", "people", Known::people},
                            {"countries.tsv", "seats", Known::place},
                            {"regions.tsv", "name", Known::country},
                            {"regions.tsv", "adjectives", Known::people},
                            {"regions.tsv", "people", Known::people},
                            {"organizations.tsv", "name", Known::organization},
                            {"organizations.tsv", "aliases", Known::organization},
                            {"people.tsv", "name", Known::person},
                            {"first_names.tsv", "name", Known::first_name},
                            {"titles.tsv", "title", Known::title},
                            {"bodies.tsv", "head", Known::organization_word},
                            {"company_suffixes.tsv", "suffix", Known::organization_word}})
        add_column(out, folder / c.file, c.column, c.known);
    const std::size_t end = out.size();
    for (std::size_t i = 0; i < end; ++i)
        if (out[i].known == Known::person) out.push_back({{out[i].words.back()}, Known::surname});
    for (const std::string_view word :
         {"January", "February", "March",  "April",   "May",      "June",     "July",      "August",
          "Jan",     "Feb",      "Mar",    "Apr",     "Jun",      "Jul",      "Aug",       "Sept",
          "Sep",     "Oct",      "Nov",    "Dec",     "Jan.",     "Feb.",     "Mar.",      "Apr.",
          "Aug.",    "Sept.",    "Oct.",   "Nov.",    "Dec.",     "Monday",   "Tuesday",   "Wednesday",
          "Friday",  "Saturday", "Sunday", "October", "November", "December", "September", "Thursday"})
        add(out, word, Known::date_word);
}

/// Names of people, groups and places, and the common nouns for them, by the lexicographers' files of
/// WordNet (14 groups, 15 places, 18 people); instances have a pointer "@i".
void add_wordnet(Phrases& out, const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw IoError(path.string() + ": cannot be opened");
    std::string line;
    while (std::getline(in, line)) {
        if (line.starts_with(' ')) continue;  // the licence
        const auto fields = split(std::string_view(line).substr(0, line.find(" | ")), ' ');
        if (fields.size() < 6) continue;
        const std::string_view file = fields[1];
        if (file != "14" && file != "15" && file != "18") continue;
        const bool instance = std::find(fields.begin(), fields.end(), "@i") != fields.end();
        std::size_t count = 0;
        (void)std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), count, 16);
        for (std::size_t i = 0; i < count && 4 + 2 * i < fields.size(); ++i) {
            std::string word(fields[4 + 2 * i]);
            std::replace(word.begin(), word.end(), '_', ' ');
            const bool capital = word[0] >= 'A' && word[0] <= 'Z';
            if (instance != capital) continue;
            const bool single = word.find(' ') == std::string::npos;
            if (file == "18") {
                if (instance) {
                    add(out, word, single ? Known::surname : Known::person);
                } else {
                    add(out, word, Known::person_noun);
                }
            } else if (file == "15") {
                add(out, word, instance ? Known::place : Known::place_noun);
            } else {
                add(out, word, instance ? Known::organization : Known::organization_noun);
            }
        }
    }
}

constexpr std::array<std::string_view, nlp::names::kKnown> kKnownNames = {
    "first-name",        "surname",           "person",    "country", "place",
    "organization",      "organization-word", "people",    "title",   "person-noun",
    "organization-noun", "place-noun",        "date-word", "common"};

void add_list(Phrases& out, const std::string& source) {
    const auto equals = source.find('=');
    const auto kind =
        std::find(kKnownNames.begin(), kKnownNames.end(), std::string_view(source).substr(0, equals));
    if (equals == std::string::npos || kind == kKnownNames.end())
        throw FormatError(source, 0, 0, "expected KIND=FILE");
    std::ifstream in(source.substr(equals + 1));
    if (!in) throw IoError(source.substr(equals + 1) + ": cannot be opened");
    std::string line;
    while (std::getline(in, line)) add(out, line, static_cast<Known>(kind - kKnownNames.begin()));
}

}  // namespace

std::vector<NamePhrase> read_name_lists(const NameLists& sources) {
    Phrases out;
    add_lexicons(out, sources.lexicons);
    if (!sources.wordnet.empty()) add_wordnet(out, sources.wordnet);
    for (const std::string& source : sources.lists) add_list(out, source);
    return out;
}

}  // namespace claimgraph::train
