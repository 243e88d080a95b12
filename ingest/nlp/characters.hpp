// What tokenization asks of a character.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimgraph::nlp {

enum class CharKind : std::uint8_t { space, lower, upper, other_letter, digit, mark, emoji, other };

struct Char {
    char32_t value = 0;  ///< U+FFFD where the bytes are no valid UTF-8
    std::uint32_t begin = 0;
    CharKind kind = CharKind::space;

    [[nodiscard]] bool is_letter() const {
        return kind == CharKind::lower || kind == CharKind::upper || kind == CharKind::other_letter;
    }
    [[nodiscard]] bool is_digit() const { return kind == CharKind::digit; }
    [[nodiscard]] bool is_alnum() const { return is_letter() || is_digit() || kind == CharKind::mark; }
    [[nodiscard]] bool is_apostrophe() const {
        return value == U'\'' || value == U'\u2019' || value == U'`' || value == U'\u00b4' ||
               value == U'\u02bc';
    }
};

/// The character that starts at `position` (which is below the text's size); moves `position` past it.
/// Control characters, zero-width spaces and byte order marks count as space.
[[nodiscard]] Char next_char(std::string_view text, std::uint32_t& position);

[[nodiscard]] bool is_opening_bracket(char32_t c);
[[nodiscard]] bool is_closing_bracket(char32_t c);
[[nodiscard]] bool is_double_quote(char32_t c);
[[nodiscard]] bool is_currency_sign(char32_t c);

/// The kind of the first character; space where there is none.
[[nodiscard]] CharKind first_kind(std::string_view form);

}  // namespace claimgraph::nlp
