// Paragraph to words by the conventions of UD English (EWT and GUM).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/nlp/analysis.hpp"
#include "ingest/nlp/characters.hpp"

namespace claimgraph::nlp {

/// Appends the tokens of `text`, bytes [begin, end), to `tokens`. Reusable; not thread-safe.
class WordSplitter {
  public:
    WordSplitter(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

    void split(std::uint32_t begin, std::uint32_t end);

  private:
    [[nodiscard]] std::size_t lex(std::size_t i);
    [[nodiscard]] std::size_t lex_word(std::size_t i);
    [[nodiscard]] std::size_t lex_number(std::size_t i);
    [[nodiscard]] std::size_t lex_address(std::size_t i);
    [[nodiscard]] std::size_t lex_symbol(std::size_t i) const;
    [[nodiscard]] std::size_t lex_emoji(std::size_t i) const;
    [[nodiscard]] bool inner_full_stop(std::size_t first, std::size_t dot) const;
    [[nodiscard]] bool keeps_full_stop(std::size_t first, std::size_t dot);
    [[nodiscard]] bool number_follows(std::size_t i) const;
    [[nodiscard]] std::size_t clitic(std::size_t first, std::size_t last);
    void add_word(std::size_t first, std::size_t last);
    void add(std::size_t first, std::size_t last, bool joined = false);
    [[nodiscard]] const Char& at(std::size_t i) const { return i < chars_.size() ? chars_[i] : kEnd; }
    [[nodiscard]] std::string_view slice(std::size_t first, std::size_t last) const;
    [[nodiscard]] std::string_view lower(std::size_t first, std::size_t last);

    static constexpr Char kEnd{};
    std::string_view text_;
    std::vector<Token>& tokens_;
    std::vector<Char> chars_;  // of the chunk between white space
    std::uint32_t chunk_end_ = 0;
    bool may_be_address_ = false;
    std::size_t no_address_before_ = 0;
    bool single_quote_open_ = false;
    std::string lowered_;
};

}  // namespace claimgraph::nlp
