#include "ingest/nlp/conllu.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <istream>
#include <ostream>

#include "graph/model/error.hpp"

namespace claimgraph::nlp {
namespace {

constexpr std::size_t kColumns = 10;

std::string_view trim(std::string_view s) {
    while (!s.empty() && s.front() == ' ') {
        s.remove_prefix(1);
    }
    while (!s.empty() && s.back() == ' ') {
        s.remove_suffix(1);
    }
    return s;
}

bool parse_number(std::string_view s, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
    return error == std::errc() && end == s.data() + s.size();
}

}  // namespace

std::string_view ConlluSentence::comment(std::string_view key, bool* found) const {
    for (const std::string& comment : comments) {
        std::string_view rest = trim(std::string_view(comment).substr(1));
        if (!rest.starts_with(key)) {
            continue;
        }
        rest = rest.substr(key.size());
        const std::string_view value = trim(rest);
        if (value.empty() || value.front() == '=') {
            if (found != nullptr) {
                *found = true;
            }
            return value.empty() ? value : trim(value.substr(1));
        }
    }
    if (found != nullptr) {
        *found = false;
    }
    return {};
}

std::string_view field_value(std::string_view field, std::string_view key) {
    while (!field.empty()) {
        const std::size_t bar = field.find('|');
        const std::string_view item = field.substr(0, bar);
        if (item.size() > key.size() && item[key.size()] == '=' && item.starts_with(key)) {
            return item.substr(key.size() + 1);
        }
        field = bar == std::string_view::npos ? std::string_view{} : field.substr(bar + 1);
    }
    return {};
}

ConlluReader::ConlluReader(std::istream& input, std::string path) : input_(input), path_(std::move(path)) {}

void ConlluReader::fail(const std::string& message) const {
    throw FormatError(path_, line_number_, 0, message);
}

bool ConlluReader::read(ConlluSentence& sentence) {
    sentence.comments.clear();
    sentence.words.clear();
    sentence.ranges.clear();
    sentence.line = 0;
    while (std::getline(input_, line_)) {
        ++line_number_;
        if (!line_.empty() && line_.back() == '\r') {
            line_.pop_back();
        }
        if (line_number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) {
            line_.erase(0, 3);
        }
        if (trim(line_).empty()) {
            if (!sentence.words.empty()) {
                break;
            }
            continue;
        }
        if (sentence.line == 0) {
            sentence.line = line_number_;
        }
        if (line_.front() == '#' && sentence.words.empty()) {
            sentence.comments.push_back(line_);
        } else {
            read_line(line_, sentence);
        }
    }
    if (sentence.words.empty()) {
        return false;
    }
    check(sentence);
    return true;
}

void ConlluReader::read_line(std::string_view line, ConlluSentence& sentence) {
    std::array<std::string_view, kColumns> columns;
    std::size_t count = 0;
    for (std::string_view rest = line;;) {
        const std::size_t tab = rest.find('\t');
        if (count < kColumns) {
            columns[count] = rest.substr(0, tab);
        }
        ++count;
        if (tab == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(tab + 1);
    }
    if (count != kColumns) {
        fail("expected 10 columns between tabs, found " + std::to_string(count));
    }
    const std::string_view id = columns[0];
    if (id.find('.') != std::string_view::npos) {
        return;  // an empty node
    }
    const auto next = static_cast<std::uint32_t>(sentence.words.size() + 1);
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        if (!parse_number(id.substr(0, dash), first) || !parse_number(id.substr(dash + 1), last) ||
            first != next || last < first) {
            fail("expected a range that starts at " + std::to_string(next) + ", found '" + std::string(id) +
                 "'");
        }
        if (!sentence.ranges.empty() && sentence.ranges.back().last >= first) {
            fail("the range '" + std::string(id) + "' overlaps the one before");
        }
        sentence.ranges.push_back({first - 1, last, std::string(columns[1]), std::string(columns[9])});
        return;
    }
    std::uint32_t number = 0;
    if (!parse_number(id, number) || number != next) {
        fail("expected word " + std::to_string(next) + ", found '" + std::string(id) + "'");
    }
    if (columns[1].empty()) {
        fail("the form of word " + std::to_string(next) + " is empty");
    }
    ConlluWord word;
    word.form = columns[1];
    word.lemma = columns[2];
    word.upos = columns[3];
    word.xpos = columns[4];
    word.feats = columns[5];
    word.deprel = columns[7];
    word.misc = columns[9];
    if (columns[6] != "_" && !parse_number(columns[6], word.head)) {
        fail("expected the number of a head, found '" + std::string(columns[6]) + "'");
    }
    sentence.words.push_back(std::move(word));
}

void ConlluReader::check(const ConlluSentence& sentence) const {
    for (const ConlluWord& word : sentence.words) {
        if (word.head > sentence.words.size()) {
            fail("the head " + std::to_string(word.head) + " of '" + word.form +
                 "' is beyond the sentence of " + std::to_string(sentence.words.size()) + " words");
        }
    }
    if (!sentence.ranges.empty() && sentence.ranges.back().last > sentence.words.size()) {
        fail("the last range ends beyond the sentence");
    }
}

std::vector<ConlluSentence> read_conllu_file(const std::string& path) {
    std::ifstream input(path, std::ios::binary);
    if (!input) {
        throw IoError("cannot open " + path);
    }
    std::vector<ConlluSentence> sentences;
    ConlluReader reader(input, path);
    ConlluSentence sentence;
    while (reader.read(sentence)) {
        sentences.push_back(std::move(sentence));
        sentence = {};
    }
    if (input.bad()) {
        throw IoError("cannot read " + path);
    }
    return sentences;
}

bool starts_document(const ConlluSentence& sentence) {
    bool with_id = false;
    bool bare = false;
    (void)sentence.comment("newdoc id", &with_id);
    (void)sentence.comment("newdoc", &bare);
    return with_id || bare;
}

std::vector<std::span<const ConlluSentence>> documents_of(std::span<const ConlluSentence> sentences) {
    std::vector<std::span<const ConlluSentence>> documents;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= sentences.size(); ++i) {
        if (i == sentences.size() || starts_document(sentences[i])) {
            documents.push_back(sentences.subspan(first, i - first));
            first = i;
        }
    }
    return documents;
}

void write_conllu(std::ostream& output, const ConlluSentence& sentence) {
    for (const std::string& comment : sentence.comments) {
        output << comment << '\n';
    }
    auto range = sentence.ranges.begin();
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        if (range != sentence.ranges.end() && range->first == i) {
            output << i + 1 << '-' << range->last << '\t' << range->form << "\t_\t_\t_\t_\t_\t_\t_\t"
                   << range->misc << '\n';
            ++range;
        }
        const ConlluWord& word = sentence.words[i];
        output << i + 1 << '\t' << word.form << '\t' << word.lemma << '\t' << word.upos << '\t' << word.xpos
               << '\t' << word.feats << '\t';
        if (word.deprel == "_" && word.head == 0) {
            output << '_';
        } else {
            output << word.head;
        }
        output << '\t' << word.deprel << "\t_\t" << word.misc << '\n';
    }
    output << '\n';
}

}  // namespace claimgraph::nlp
