#include "ingest/nlp/evaluation/tree_scores.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace claimgraph::nlp::evaluation {
namespace {

constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

struct Extent {
    std::uint32_t begin = 0;  // bytes of all text without white space
    std::uint32_t end = 0;
    friend bool operator==(const Extent&, const Extent&) = default;
};

struct Word {
    const ConlluWord* columns = nullptr;
    Extent extent;  // of the whole token when it is a multi-word one
    bool multiword = false;
    std::uint32_t parent = kNoWord;
    std::string_view relation() const {
        return std::string_view(columns->deprel).substr(0, columns->deprel.find(':'));
    }
};

struct Side {
    std::string characters;
    std::vector<Extent> tokens;
    std::vector<Extent> sentences;
    std::vector<Word> words;
};

void append_characters(std::string& to, std::string_view form) {
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] == ' ') {
            continue;
        }
        if (form.substr(i).starts_with("\u00A0")) {
            ++i;
            continue;
        }
        to += form[i];
    }
}

Side load(std::span<const ConlluSentence> sentences) {
    Side side;
    for (const ConlluSentence& sentence : sentences) {
        const auto size = [&] { return static_cast<std::uint32_t>(side.characters.size()); };
        const std::uint32_t begin = size();
        const auto first_word = static_cast<std::uint32_t>(side.words.size());
        auto range = sentence.ranges.begin();
        for (std::uint32_t i = 0; i < sentence.words.size();) {
            const bool multiple = range != sentence.ranges.end() && range->first == i;
            Extent extent{size(), 0};
            append_characters(side.characters, multiple ? range->form : sentence.words[i].form);
            extent.end = size();
            side.tokens.push_back(extent);
            const std::uint32_t last = multiple ? range->last : i + 1;
            for (; i < last; ++i) {
                const ConlluWord& word = sentence.words[i];
                side.words.push_back(
                    {&word, extent, multiple, word.head == 0 ? kNoWord : first_word + word.head - 1});
            }
            range += multiple ? 1 : 0;
        }
        side.sentences.push_back({begin, size()});
    }
    return side;
}

Score score_extents(const std::vector<Extent>& gold, const std::vector<Extent>& system) {
    std::size_t g = 0;
    std::size_t s = 0;
    double correct = 0;
    while (g < gold.size() && s < system.size()) {
        if (gold[g].begin < system[s].begin) {
            ++g;
        } else if (system[s].begin < gold[g].begin) {
            ++s;
        } else {
            correct += gold[g].end == system[s].end ? 1 : 0;
            ++g;
            ++s;
        }
    }
    Score score;
    score.add(correct, static_cast<double>(gold.size()), static_cast<double>(system.size()));
    return score;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// Pairs of aligned words, as the task's reference script finds them.
class Aligner {
  public:
    Aligner(const std::vector<Word>& gold, const std::vector<Word>& system)
        : gold_(gold), system_(system), of_system_(system.size(), kNoWord) {
        std::size_t g = 0;
        std::size_t s = 0;
        while (g < gold.size() && s < system.size()) {
            if (gold[g].multiword || system[s].multiword) {
                align_multiword(g, s);
            } else if (gold[g].extent == system[s].extent) {
                of_system_[s++] = static_cast<std::uint32_t>(g++);
            } else if (gold[g].extent.begin <= system[s].extent.begin) {
                ++g;
            } else {
                ++s;
            }
        }
    }

    /// The gold word of each system word, or kNoWord.
    [[nodiscard]] const std::vector<std::uint32_t>& of_system() const { return of_system_; }

  private:
    static bool beyond(const std::vector<Word>& words, std::size_t i, std::uint32_t end) {
        if (i >= words.size()) {
            return true;
        }
        return words[i].multiword ? words[i].extent.begin >= end : words[i].extent.end > end;
    }

    void align_multiword(std::size_t& g, std::size_t& s) {
        std::uint32_t end = 0;
        if (gold_[g].multiword) {
            end = gold_[g].extent.end;
            if (!system_[s].multiword && system_[s].extent.begin < gold_[g].extent.begin) {
                ++s;
            }
        } else {
            end = system_[s].extent.end;
            if (!gold_[g].multiword && gold_[g].extent.begin < system_[s].extent.begin) {
                ++g;
            }
        }
        const std::size_t first_gold = g;
        const std::size_t first_system = s;
        const auto extend = [&](const Word& word) {
            if (word.multiword) {
                end = std::max(end, word.extent.end);
            }
        };
        while (!beyond(gold_, g, end) || !beyond(system_, s, end)) {
            if (g < gold_.size() &&
                (s >= system_.size() || gold_[g].extent.begin <= system_[s].extent.begin)) {
                extend(gold_[g++]);
            } else {
                extend(system_[s++]);
            }
        }
        align_forms(first_gold, g, first_system, s);
    }

    void align_forms(std::size_t first_gold, std::size_t last_gold, std::size_t first_system,
                     std::size_t last_system) {
        const std::size_t rows = last_gold - first_gold;
        const std::size_t columns = last_system - first_system;
        std::vector<std::uint32_t> longest((rows + 1) * (columns + 1));
        const auto at = [&](std::size_t r, std::size_t c) -> std::uint32_t& {
            return longest[r * (columns + 1) + c];
        };
        const auto same = [&](std::size_t r, std::size_t c) {
            return equal_ignoring_case(gold_[first_gold + r].columns->form,
                                       system_[first_system + c].columns->form);
        };
        for (std::size_t r = rows; r-- > 0;) {
            for (std::size_t c = columns; c-- > 0;) {
                at(r, c) = same(r, c) ? at(r + 1, c + 1) + 1 : std::max(at(r + 1, c), at(r, c + 1));
            }
        }
        std::size_t r = 0;
        std::size_t c = 0;
        while (r < rows && c < columns) {
            if (same(r, c)) {
                of_system_[first_system + c++] = static_cast<std::uint32_t>(first_gold + r++);
            } else if (at(r, c) == at(r + 1, c)) {
                ++r;
            } else {
                ++c;
            }
        }
    }

    const std::vector<Word>& gold_;
    const std::vector<Word>& system_;
    std::vector<std::uint32_t> of_system_;
};

std::string universal_features(std::string_view feats) {
    static constexpr auto kUniversal = std::to_array<std::string_view>(
        {"PronType", "NumType", "Poss",  "Reflex",   "Foreign",  "Abbr",     "Gender",
         "Animacy",  "Number",  "Case",  "Definite", "Degree",   "VerbForm", "Mood",
         "Tense",    "Aspect",  "Voice", "Evident",  "Polarity", "Person",   "Polite"});
    std::vector<std::string_view> kept;
    while (!feats.empty()) {
        const std::size_t bar = feats.find('|');
        const std::string_view item = feats.substr(0, bar);
        if (std::find(kUniversal.begin(), kUniversal.end(), item.substr(0, item.find('='))) !=
            kUniversal.end()) {
            kept.push_back(item);
        }
        feats = bar == std::string_view::npos ? std::string_view{} : feats.substr(bar + 1);
    }
    std::sort(kept.begin(), kept.end());
    std::string result;
    for (const std::string_view item : kept) {
        result += item;
        result += '|';
    }
    return result;
}

bool is_content(std::string_view relation) {
    static constexpr auto kContent = std::to_array<std::string_view>(
        {"nsubj",  "obj",        "iobj",       "csubj",  "ccomp",     "xcomp",    "obl",   "vocative",
         "expl",   "dislocated", "advcl",      "advmod", "discourse", "nmod",     "appos", "nummod",
         "acl",    "amod",       "conj",       "fixed",  "flat",      "compound", "list",  "parataxis",
         "orphan", "goeswith",   "reparandum", "root",   "dep"});
    return std::find(kContent.begin(), kContent.end(), relation) != kContent.end();
}

}  // namespace

TreeScores& TreeScores::operator+=(const TreeScores& other) {
    tokens += other.tokens;
    sentences += other.sentences;
    words += other.words;
    upos += other.upos;
    xpos += other.xpos;
    feats += other.feats;
    lemmas += other.lemmas;
    uas += other.uas;
    las += other.las;
    las_subtypes += other.las_subtypes;
    clas += other.clas;
    return *this;
}

TreeScores score_trees(std::span<const ConlluSentence> gold_sentences,
                       std::span<const ConlluSentence> system_sentences) {
    const Side gold = load(gold_sentences);
    const Side system = load(system_sentences);
    if (gold.characters != system.characters) {
        const auto differ = std::mismatch(gold.characters.begin(), gold.characters.end(),
                                          system.characters.begin(), system.characters.end());
        const auto at = static_cast<std::size_t>(differ.first - gold.characters.begin());
        const std::size_t from = at < 20 ? 0 : at - 20;
        throw std::invalid_argument("the texts differ: gold has '" + gold.characters.substr(from, 40) +
                                    "', the system '" + system.characters.substr(from, 40) + "'");
    }
    TreeScores scores;
    scores.tokens = score_extents(gold.tokens, system.tokens);
    scores.sentences = score_extents(gold.sentences, system.sentences);
    const Aligner aligner(gold.words, system.words);
    const std::vector<std::uint32_t>& aligned = aligner.of_system();
    const auto in_gold = static_cast<double>(gold.words.size());
    const auto in_system = static_cast<double>(system.words.size());
    const auto score = [&](auto correct) {
        Score result;
        double count = 0;
        for (std::size_t s = 0; s < aligned.size(); ++s) {
            count += aligned[s] != kNoWord && correct(gold.words[aligned[s]], system.words[s]) ? 1 : 0;
        }
        result.add(count, in_gold, in_system);
        return result;
    };
    const auto right_head = [&](const Word& g, const Word& s) {
        return s.parent == kNoWord ? g.parent == kNoWord
                                   : aligned[s.parent] != kNoWord && aligned[s.parent] == g.parent;
    };
    scores.words = score([](const Word&, const Word&) { return true; });
    scores.upos = score([](const Word& g, const Word& s) { return g.columns->upos == s.columns->upos; });
    scores.xpos = score([](const Word& g, const Word& s) { return g.columns->xpos == s.columns->xpos; });
    scores.feats = score([](const Word& g, const Word& s) {
        return universal_features(g.columns->feats) == universal_features(s.columns->feats);
    });
    scores.lemmas = score([](const Word& g, const Word& s) {
        return g.columns->lemma == "_" || g.columns->lemma == s.columns->lemma;
    });
    scores.uas = score(right_head);
    scores.las =
        score([&](const Word& g, const Word& s) { return right_head(g, s) && g.relation() == s.relation(); });
    scores.las_subtypes = score([&](const Word& g, const Word& s) {
        return right_head(g, s) && g.columns->deprel == s.columns->deprel;
    });
    const auto content = [](const std::vector<Word>& words) {
        return static_cast<double>(std::count_if(words.begin(), words.end(),
                                                 [](const Word& w) { return is_content(w.relation()); }));
    };
    scores.clas = score([&](const Word& g, const Word& s) {
        return is_content(g.relation()) && right_head(g, s) && g.relation() == s.relation();
    });
    scores.clas.gold = content(gold.words);
    scores.clas.system = content(system.words);
    return scores;
}

}  // namespace claimgraph::nlp::evaluation
