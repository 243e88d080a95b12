// Lemmas from word and tags: learnt exceptions first, then the rule of the longest known ending.
//
// A rule says how the base (the form as written, or in lower case, or as a name) becomes the lemma: bytes to
// strip from the end and an ending to add. Immutable and safe to share; refers to the model file's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/tags.hpp"

namespace claimgraph::nlp {

enum class LemmaCase : std::uint8_t { lower, keep, title };

struct LemmaRule {
    LemmaCase letters = LemmaCase::lower;
    std::uint8_t strip = 0;
    std::string_view ending;
};

/// An entry of the hash tables: the upper half of a key's hash, and 1 + rule; rule 0 is an empty slot.
struct LemmaSlot {
    std::uint32_t check = 0;
    std::uint32_t rule = 0;
};

class Lemmatizer {
  public:
    /// Reads section "lemmas"; `file` must outlive this. Throws ModelError when it is not as expected.
    explicit Lemmatizer(const ModelFile& file);

    /// Bytes that `lemma` may append for a form of that many bytes.
    [[nodiscard]] static constexpr std::size_t bound(std::size_t form) { return 2 * form + kMaxEnding; }

    /// A view of `form` where the lemma is a part of it, otherwise of what is appended to `storage`, whose
    /// capacity must suffice for bound(form.size()) more bytes, lest earlier lemmas move.
    [[nodiscard]] std::string_view lemma(std::string_view form, Upos upos, Xpos xpos,
                                         std::string& storage) const;

    static constexpr std::size_t kMaxEnding = 32;
    static constexpr std::size_t kMaxSuffix = 6;  ///< bytes of a word's end that rules look at

    /// Keys of the tables, shared with the trainer. `lower` is the form in lower case.
    [[nodiscard]] static std::uint64_t word_key(std::string_view lower, Upos upos, Xpos xpos);
    [[nodiscard]] static std::uint64_t suffix_key(std::string_view suffix, Upos upos, Xpos xpos);
    /// Appends the base of a lemma.
    static void append_base(std::string_view form, LemmaCase letters, std::string& out);

  private:
    [[nodiscard]] static std::uint32_t find(std::span<const LemmaSlot> table, std::uint64_t key);
    std::span<const LemmaSlot> words_, suffixes_;
    std::vector<LemmaRule> rules_;
};

}  // namespace claimgraph::nlp
