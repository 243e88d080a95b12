#include "train/inflections.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/model/error.hpp"

namespace claimgraph::train {

namespace {

using nlp::Upos;
using nlp::Xpos;

struct Frequency {
    int tagged = 0;  ///< senses that occur in tagged texts
    int senses = 0;
    auto operator<=>(const Frequency&) const = default;
};
using Words = std::map<std::string, Frequency>;

bool is_plain(std::string_view word) {
    return word.size() > 1 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

std::ifstream open(const std::filesystem::path& path) {
    std::ifstream in(path);
    if (!in) throw IoError(path.string() + ": cannot be opened");
    return in;
}

/// Lines of index.*: lemma, part of speech, number of synsets, of pointers, the pointers, number of senses,
/// of tagged senses, offsets.
Words read_index(const std::filesystem::path& path) {
    std::ifstream in = open(path);
    Words out;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.starts_with(' ')) continue;  // the licence
        std::istringstream fields(line);
        std::string word;
        std::string skipped;
        int pointers = 0;
        Frequency frequency;
        fields >> word >> skipped >> skipped >> pointers;
        for (int i = 0; i < pointers; ++i) fields >> skipped;
        fields >> frequency.senses >> frequency.tagged;
        if (!fields) throw FormatError(path.string(), number, 0, "expected a line of WordNet's index");
        if (is_plain(word)) out.emplace(word, frequency);
    }
    return out;
}

/// "bar", "upset": a last consonant that may be doubled. One syllable doubles it, others may.
bool may_double(const std::string& word) {
    const std::size_t n = word.size();
    return n >= 3 && !is_vowel(word[n - 1]) && is_vowel(word[n - 2]) && !is_vowel(word[n - 3]) &&
           std::string_view("wxyh").find(word[n - 1]) == std::string_view::npos;
}

bool has_one_syllable(const std::string& word) {
    std::size_t groups = 0;
    for (std::size_t i = 0; i < word.size(); ++i)
        groups += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1])) ? 1U : 0U;
    return groups <= 1;
}

bool ends_in_consonant_and(const std::string& word, char last) {
    return word.size() >= 2 && word.back() == last && !is_vowel(word[word.size() - 2]);
}

std::vector<std::string> with_s(const std::string& word) {
    if (ends_in_consonant_and(word, 'y')) return {word.substr(0, word.size() - 1) + "ies"};
    if (ends_in_consonant_and(word, 'o')) return {word + "es", word + "s"};
    for (const std::string_view hissing : {"s", "x", "z", "ch", "sh"})
        if (word.ends_with(hissing)) return {word + "es"};
    return {word + "s"};
}

std::vector<std::string> with_ending(const std::string& word, const std::string& ending) {
    if (word.ends_with('c')) return {word + "k" + ending};
    if (!may_double(word)) return {word + ending};
    if (has_one_syllable(word)) return {word + word.back() + ending};
    return {word + word.back() + ending, word + ending};
}

std::vector<std::string> with_ed(const std::string& word) {
    if (word.ends_with('e')) return {word + "d"};
    if (ends_in_consonant_and(word, 'y')) return {word.substr(0, word.size() - 1) + "ied"};
    return with_ending(word, "ed");
}

std::vector<std::string> with_ing(const std::string& word) {
    if (word.ends_with("ie")) return {word.substr(0, word.size() - 2) + "ying"};
    if (word.ends_with("ee") || word.ends_with("oe") || word.ends_with("ye")) return {word + "ing"};
    if (word.ends_with('e')) return {word.substr(0, word.size() - 1) + "ing"};
    return with_ending(word, "ing");
}

/// The forms of one part of speech; the most frequent lemma of each stands.
class Forms {
  public:
    explicit Forms(const Words& words) : words_(&words) {}

    void add(const std::string& form, const std::string& lemma, Upos upos, Xpos xpos) {
        if (form == lemma || !is_plain(form)) return;
        const auto known = words_->find(lemma);
        if (known == words_->end()) return;
        auto& best = lemmas_[{upos, xpos, form}];
        const std::pair<Frequency, std::string> found(known->second, lemma);
        best = std::max(best, found);
    }

    void take(std::vector<Inflection>& out) const {
        for (const auto& [key, best] : lemmas_) {
            const auto& [upos, xpos, form] = key;
            out.push_back({form, best.second, upos, xpos});
        }
    }

  private:
    const Words* words_;
    std::map<std::tuple<Upos, Xpos, std::string>, std::pair<Frequency, std::string>> lemmas_;
};

/// Calls `see(form, lemma)` for the lines of a list of exceptions: a form, then its lemmas.
template <class See>
void read_exceptions(const std::filesystem::path& path, See&& see) {
    std::ifstream in = open(path);
    std::string line;
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        std::string form;
        std::string lemma;
        fields >> form;
        while (fields >> lemma) see(form, lemma);
    }
}

}  // namespace

std::vector<Inflection> read_inflections(const std::filesystem::path& folder) {
    std::vector<Inflection> out;
    const Words verbs = read_index(folder / "index.verb");
    Forms verb_forms(verbs);
    std::set<std::string> irregular;
    read_exceptions(folder / "verb.exc", [&](const std::string& form, const std::string& lemma) {
        if (form.ends_with("ing")) {
            verb_forms.add(form, lemma, Upos::verb, Xpos::vbg);
        } else {
            for (const Xpos xpos : {Xpos::vbd, Xpos::vbn}) verb_forms.add(form, lemma, Upos::verb, xpos);
            // A tagger may take "they upheld" for a present.
            for (const Xpos xpos : {Xpos::vb, Xpos::vbp}) {
                if (!verbs.contains(form)) verb_forms.add(form, lemma, Upos::verb, xpos);
            }
            if (!form.ends_with("ed")) irregular.insert(lemma);
        }
    });
    for (const auto& [word, frequency] : verbs) {
        for (const std::string& form : with_s(word)) verb_forms.add(form, word, Upos::verb, Xpos::vbz);
        for (const std::string& form : with_ing(word)) verb_forms.add(form, word, Upos::verb, Xpos::vbg);
        if (irregular.contains(word)) continue;
        for (const std::string& form : with_ed(word))
            for (const Xpos xpos : {Xpos::vbd, Xpos::vbn}) verb_forms.add(form, word, Upos::verb, xpos);
    }
    verb_forms.take(out);
    const Words nouns = read_index(folder / "index.noun");
    Forms noun_forms(nouns);
    const auto plural = [&](const std::string& form, const std::string& lemma) {
        if (!nouns.contains(form)) noun_forms.add(form, lemma, Upos::noun, Xpos::nns);
    };
    read_exceptions(folder / "noun.exc", plural);
    for (const auto& [word, frequency] : nouns)
        for (const std::string& form : with_s(word)) plural(form, word);
    noun_forms.take(out);
    return out;
}

}  // namespace claimgraph::train
