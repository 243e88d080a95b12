#include "ingest/extract/attribution/reporting_lexicon.hpp"

#include <array>
#include <optional>

#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph::attribution {
namespace {

constexpr std::array<std::string_view, 15> kFrameNames{
    "clause", "whether", "quote",   "object",  "as",    "predicative", "to",     "ing",
    "hearer", "passive", "raising", "support", "light", "message",     "speaker"};
constexpr std::size_t kLongestForm = 48;

std::optional<Frame> parse_frame(std::string_view name) {
    for (std::size_t i = 0; i < kFrameNames.size(); ++i) {
        if (kFrameNames[i] == name) return static_cast<Frame>(i);
    }
    return std::nullopt;
}

std::optional<WordClass> parse_class(std::string_view name) {
    if (name == "verb") return WordClass::verb;
    if (name == "noun") return WordClass::noun;
    if (name == "adj") return WordClass::adj;
    return std::nullopt;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::vector<std::string> words_of(std::string_view form) {
    std::vector<std::string> words(1);
    for (const char c : form) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

}  // namespace

ReportingLexicon::ReportingLexicon(const LexiconFile& file) {
    const LexiconTable table(file, {"form", "class", "type", "frames"});
    for (const LexiconTable::Row& row : table.rows()) {
        const std::string_view form = row.required("form");
        const std::string_view type_name = row.required("type");
        if (form.size() > kLongestForm) row.fail("form", "expected at most 48 bytes");
        if (type_name != "paraphrase" && type_name != "belief") {
            row.fail("type", "expected paraphrase or belief, found \"" + std::string(type_name) + "\"");
        }
        const AttributionType type =
            type_name == "belief" ? AttributionType::belief : AttributionType::paraphrase;
        if (row.required("class") == "phrase") {
            phrases_.push_back({words_of(form), type});
            continue;
        }
        const std::optional<WordClass> word_class = parse_class(row["class"]);
        if (!word_class) {
            row.fail("class",
                     "expected verb, noun, adj or phrase, found \"" + std::string(row["class"]) + "\"");
        }
        if (*word_class == WordClass::verb) verbs_.emplace(form.substr(0, form.find(' ')));
        ReportingWord& word = words_[static_cast<std::size_t>(*word_class)][std::string(form)];
        for (const std::string_view name : row.list("frames")) {
            const std::optional<Frame> frame = parse_frame(name);
            if (!frame) row.fail("frames", "expected a frame, found \"" + std::string(name) + "\"");
            word.add(*frame, type);
        }
    }
}

const ReportingWord* ReportingLexicon::find(WordClass word_class, std::string_view lemma) const {
    return find(word_class, lemma, {});
}

const ReportingWord* ReportingLexicon::find(WordClass word_class, std::string_view lemma,
                                            std::string_view particle) const {
    std::array<char, kLongestForm> key;
    const std::size_t size = lemma.size() + (particle.empty() ? 0 : particle.size() + 1);
    if (size > key.size()) return nullptr;
    std::size_t at = 0;
    for (const char c : lemma) key[at++] = lower(c);
    if (!particle.empty()) key[at++] = ' ';
    for (const char c : particle) key[at++] = lower(c);
    const Words& words = words_[static_cast<std::size_t>(word_class)];
    const auto found = words.find(std::string_view(key.data(), size));
    return found == words.end() ? nullptr : &found->second;
}

}  // namespace claimgraph::attribution
