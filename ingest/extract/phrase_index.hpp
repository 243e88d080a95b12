// Finds the phrases of lexicons in the tokens of a text: a trie over words, one hash lookup a word.
//
// Words are compared without case, accents, full stops and hyphens ("U.S." is "US", "rare-earth" is "rare
// earth"); a phrase that is written with capitals asks for capitals in the text as well, unless it was added
// as `any`, or the sentence is in capitals throughout or the document has none at all. Built once, then
// immutable and safe to share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph {

/// The words of one document as phrases see them. A token gives no word (punctuation), one, or several.
struct PhraseWords {
    enum class Shape : std::uint8_t { lower, capital, upper, other };
    struct Word {
        std::uint32_t id = 0;  ///< 0: in no phrase
        std::uint32_t token = 0;
        Shape shape = Shape::other;
        bool barrier = false;     ///< punctuation stands before it that no phrase runs across
        std::uint8_t length = 0;  ///< in bytes, at most 255
    };
    std::vector<Word> words;
    std::vector<std::uint32_t> first_word;  ///< by sentence, one more than there are sentences
    std::vector<bool> capitals;             ///< by sentence: written in capitals throughout
    bool uncased = false;                   ///< old wire style: the document has next to no capitals
};

class PhraseIndex {
  public:
    enum class Case : std::uint8_t { as_written, any };
    struct Match {
        std::uint32_t first = 0;  ///< tokens [first, last)
        std::uint32_t last = 0;
        std::uint32_t value = 0;
        bool operator==(const Match&) const = default;
    };

    /// `value` may be any number; a phrase may have several. An empty phrase is ignored.
    void add(std::string_view phrase, std::uint32_t value, Case sensitivity = Case::as_written);

    /// The words of a document, for any number of `match` calls.
    [[nodiscard]] PhraseWords words(const nlp::Analysis& analysis) const;

    /// All matches in sentence `sentence`, by first token, longer before shorter, in the order of adding.
    void match(const PhraseWords& words, std::uint32_t sentence, std::vector<Match>& out) const;

    /// The values of exactly this phrase.
    [[nodiscard]] std::vector<std::uint32_t> find(std::string_view phrase) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    struct Entry {
        std::uint32_t value = 0;
        std::uint32_t capitals = 0;  ///< bit i: word i needs a capital
        std::uint32_t uppers = 0;    ///< bit i: word i needs capitals throughout
        std::uint32_t next = 0;      ///< further entry of the same phrase, 0 for none
    };
    [[nodiscard]] static bool is_uncased(const PhraseWords& words);
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t word) const;

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;  ///< (node, word) to node; the root is 0
    std::vector<std::uint32_t> entry_of_ = {0};               ///< by node; 0 for none
    std::vector<Entry> entries_ = {Entry{}};
};

}  // namespace claimgraph
