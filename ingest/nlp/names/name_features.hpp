// What the name tagger sees of each token: hashed features of the word, its neighbours, its place in the
// tree, the known phrases it stands in, and the rest of the document. The trainer and the engine share them;
// a change here makes older models useless.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/names/gazetteer.hpp"

namespace claimgraph::nlp::names {

/// Labels are 0 for outside, 1 + 2 * class for the first token of a name, 2 + 2 * class for the others.
inline constexpr std::size_t kClasses = 5;  ///< person, organization, place, date, other
inline constexpr std::size_t kLabels = 1 + 2 * kClasses;

/// Features at the front of `append` that name the very word.
inline constexpr std::uint32_t kWordFeatures = 4;

class NameFeatures {
  public:
    /// Looks at the whole document; `analysis` must outlive this and have tags and trees. `hints` are the
    /// network's labels, of all tokens or none.
    NameFeatures(const Analysis& analysis, const Gazetteer& gazetteer, std::span<const std::uint8_t> hints);

    /// Appends the features of a token that its text alone tells; those of the very word come first.
    void append(std::uint32_t token, std::vector<std::uint32_t>& out) const;

    /// Appends what the network's labels say.
    void append_hints(std::uint32_t token, std::vector<std::uint32_t>& out) const;

    /// Takes labels of all tokens, as a first pass tells them, as evidence for `append_evidence`.
    void observe(std::span<const std::uint8_t> labels);
    /// Appends what the labels of the other occurrences of the word say.
    void append_evidence(std::uint32_t token, std::vector<std::uint32_t>& out) const;

  private:
    struct Word {
        std::uint32_t id = 0;  ///< hash of the word in lower case
        std::uint32_t shape = 0;
        std::uint32_t prefix[3] = {};
        std::uint32_t suffix[3] = {};
        KnownSet begins = 0;  ///< known phrases that begin here
        KnownSet inside = 0;  ///< and that go on here
        KnownSet whole = 0;   ///< known phrases that are all of the capitalized words around
        std::uint8_t tag = 0;
        std::uint8_t hint = kLabels;  ///< of the network; kLabels for none
        std::uint8_t cased = 0;       ///< lower, Title, UPPER, other
    };
    struct Counts {
        std::uint32_t lower = 0;
        std::uint32_t upper_inside = 0;  ///< capitalized within prose
        std::uint32_t upper = 0;
        std::uint32_t titled = 0;
        std::uint16_t labels[kClasses + 1] = {};
    };
    [[nodiscard]] const Word& word(std::uint32_t i, std::int64_t shift) const;
    void describe(std::uint32_t i);
    void match(const Gazetteer& gazetteer);
    void count();

    const Analysis& analysis_;
    std::vector<Word> words_;
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint8_t> casing_;  ///< of each sentence
    std::vector<std::uint8_t> labels_;
    std::vector<std::uint32_t> adposition_;  ///< the word's own case marker, or kNone
    std::unordered_map<std::uint32_t, Counts> counts_;
    Word outside_;
};

}  // namespace claimgraph::nlp::names
