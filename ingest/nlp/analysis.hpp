// What the language engine says about one text: tokens with tags and trees, sentences, mentions and
// coreference.
//
// Offsets in here are BYTES of the UTF-8 text; `CodePointIndex` turns them into the code points of the model.
// Views point into the text (which the caller keeps alive), into the engine's tables (which the engine keeps
// alive), or into the analysis' own arena; an Analysis is therefore movable but not copyable.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/nlp/tags.hpp"

namespace claimgraph::nlp {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

enum class Tense : std::uint8_t { none, past, present };
enum class Mood : std::uint8_t { none, indicative, imperative, subjunctive };
enum class Voice : std::uint8_t { none, passive };
enum class Number : std::uint8_t { none, singular, plural };
enum class VerbForm : std::uint8_t { none, finite, infinitive, participle, gerund };
enum class Degree : std::uint8_t { none, positive, comparative, superlative };

/// The features that extraction asks for; `Token::feats` has all of them as UD writes them.
struct Morphology {
    Tense tense = Tense::none;
    Mood mood = Mood::none;
    Voice voice = Voice::none;
    Number number = Number::none;
    VerbForm verb_form = VerbForm::none;
    Degree degree = Degree::none;
    std::uint8_t person = 0;  ///< 1, 2, 3, or 0
};

/// A syntactic word. Parts of a contraction ("do" + "n't") divide its characters between them.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string_view form;
    std::string_view lemma;
    std::string_view feats;      ///< UD FEATS, "_" when empty
    std::uint32_t head = kNone;  ///< index in Analysis::tokens; kNone for the root of a sentence
    std::uint32_t sentence = 0;
    Upos upos = Upos::x;
    Xpos xpos = Xpos::fw;
    Deprel deprel = Deprel::dep;
    Morphology morph;
    bool space_after = true;
    bool joined_to_previous = false;  ///< second or later word of a multi-word token ("n't" in "don't")
};

struct Sentence {
    std::uint32_t first = 0;  ///< token indices [first, last)
    std::uint32_t last = 0;
    std::uint32_t begin = 0;  ///< bytes [begin, end)
    std::uint32_t end = 0;
    std::uint32_t paragraph = 0;  ///< counts from 0
    bool headline = false;        ///< a title or sub-heading rather than a sentence of prose
};

enum class MentionKind : std::uint8_t {
    person,
    organization,
    place,
    group,
    measure,
    commodity,
    money,
    percent,
    date,
    other
};
enum class MentionForm : std::uint8_t { name, nominal, pronoun };

/// A stretch of one sentence's tokens that refers to something. Mentions may nest but not cross.
struct Mention {
    std::uint32_t first = 0;  ///< token indices [first, last)
    std::uint32_t last = 0;
    std::uint32_t head = 0;
    MentionKind kind = MentionKind::other;
    MentionForm form = MentionForm::name;
    std::uint32_t chain = kNone;  ///< index in Analysis::chains; kNone for a singleton
};

/// Mentions of one thing, in the order of the text (indices in Analysis::mentions).
using Chain = std::vector<std::uint32_t>;

struct Analysis {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;  ///< cover all tokens, in order
    std::vector<Mention> mentions;    ///< by first token, longer before shorter
    std::vector<Chain> chains;
    std::deque<std::string>
        arena;  ///< owns strings that views point to and that are in neither text nor engine

    Analysis() = default;
    Analysis(Analysis&&) = default;
    Analysis& operator=(Analysis&&) = default;
    Analysis(const Analysis&) = delete;
    Analysis& operator=(const Analysis&) = delete;
    ~Analysis() = default;

    [[nodiscard]] std::span<const Token> tokens_of(const Sentence& s) const {
        return std::span(tokens).subspan(s.first, s.last - s.first);
    }
    [[nodiscard]] std::string_view keep(std::string s) { return arena.emplace_back(std::move(s)); }
};

}  // namespace claimgraph::nlp
