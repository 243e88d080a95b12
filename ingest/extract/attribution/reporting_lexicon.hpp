// Words that report, believe, plan, demand or judge, with the frames that their content takes.
// Immutable after loading, safe to share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/model/attribution.hpp"
#include "ingest/extract/lexicons.hpp"

namespace claimgraph::attribution {

/// How the content follows the word; the lexicon file explains each.
enum class Frame : std::uint8_t {
    clause,
    whether,
    quote,
    object,
    as,
    predicative,
    to,
    ing,
    hearer,
    passive,
    raising,
    support,
    light,
    message,
    speaker
};

class ReportingWord {
  public:
    [[nodiscard]] bool takes(Frame frame) const {
        return ((paraphrase_ | belief_) >> static_cast<unsigned>(frame) & 1U) != 0;
    }
    /// What the content is when it follows in this frame and is not quoted.
    [[nodiscard]] AttributionType type(Frame frame) const {
        return (paraphrase_ >> static_cast<unsigned>(frame) & 1U) != 0 ? AttributionType::paraphrase
                                                                       : AttributionType::belief;
    }
    void add(Frame frame, AttributionType type) {
        (type == AttributionType::belief ? belief_ : paraphrase_) |= 1U << static_cast<unsigned>(frame);
    }

  private:
    std::uint32_t paraphrase_ = 0;
    std::uint32_t belief_ = 0;
};

enum class WordClass : std::uint8_t { verb, noun, adj };

class ReportingLexicon {
  public:
    /// Throws IoError or LexiconError.
    explicit ReportingLexicon(const LexiconFile& file);

    /// The word with this lemma (any case), or null.
    [[nodiscard]] const ReportingWord* find(WordClass word_class, std::string_view lemma) const;
    /// The word with this lemma and its particle or prepositions ("call", "for"), or null.
    [[nodiscard]] const ReportingWord* find(WordClass word_class, std::string_view lemma,
                                            std::string_view particle) const;

    /// Whether a verb of the lexicon is this word, or has it as its first ("call" of "call for").
    [[nodiscard]] bool begins_verb(std::string_view lemma) const { return verbs_.contains(lemma); }

    /// Phrases that introduce a source, as words in lower case; "*" stands for the source's place.
    struct Phrase {
        std::vector<std::string> words;
        AttributionType type = AttributionType::paraphrase;
    };
    [[nodiscard]] const std::vector<Phrase>& phrases() const { return phrases_; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    using Words = std::unordered_map<std::string, ReportingWord, Hash, std::equal_to<>>;

    Words words_[3];
    std::unordered_set<std::string, Hash, std::equal_to<>> verbs_;
    std::vector<Phrase> phrases_;
};

}  // namespace claimgraph::attribution
