// The CoNLL-U format (https://universaldependencies.org/format.html): sentences as records, read and written
// as they stand. `conllu_analysis.hpp` turns them into analyses and back.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::nlp {

/// A syntactic word; fields hold what the file says, "_" included.
struct ConlluWord {
    std::string form;
    std::string lemma;
    std::string upos;
    std::string xpos;
    std::string feats;
    std::string deprel;
    std::string misc;
    std::uint32_t head = 0;  ///< ordinal of the head from 1; 0 for the root, and where the file has "_"
};

/// A multi-word token: words [first, last) of the sentence, counted from 0.
struct ConlluRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::string form;
    std::string misc;
};

struct ConlluSentence {
    std::vector<std::string> comments;  ///< with their "#"
    std::vector<ConlluWord> words;
    std::vector<ConlluRange> ranges;  ///< in order, disjoint
    std::size_t line = 0;             ///< of its first line in the file

    /// The value of the comment `# key = value`, of `# key` an empty view; `found` tells whether it stands.
    [[nodiscard]] std::string_view comment(std::string_view key, bool* found = nullptr) const;
};

/// The value of `key=` in a MISC or FEATS field, or an empty view.
[[nodiscard]] std::string_view field_value(std::string_view field, std::string_view key);

/// Reads one sentence after the other. Empty nodes and enhanced dependencies are passed over.
class ConlluReader {
  public:
    /// `path` names the input in messages. `input` must outlive the reader.
    ConlluReader(std::istream& input, std::string path);

    /// Replaces `sentence` by the next one; false at the end. Throws FormatError at a line that is no
    /// CoNLL-U.
    [[nodiscard]] bool read(ConlluSentence& sentence);

  private:
    void read_line(std::string_view line, ConlluSentence& sentence);
    void check(const ConlluSentence& sentence) const;
    [[noreturn]] void fail(const std::string& message) const;

    std::istream& input_;
    std::string path_;
    std::string line_;
    std::size_t line_number_ = 0;
};

/// All sentences of a file. Throws IoError or FormatError.
[[nodiscard]] std::vector<ConlluSentence> read_conllu_file(const std::string& path);

/// Whether `# newdoc` stands before the sentence.
[[nodiscard]] bool starts_document(const ConlluSentence& sentence);

/// Sentences [first, last) for each document: a new one starts at `# newdoc`.
[[nodiscard]] std::vector<std::span<const ConlluSentence>> documents_of(
    std::span<const ConlluSentence> sentences);

void write_conllu(std::ostream& output, const ConlluSentence& sentence);

}  // namespace claimgraph::nlp
