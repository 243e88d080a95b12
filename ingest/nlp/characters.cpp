#include "ingest/nlp/characters.hpp"

#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace claimgraph::nlp {
namespace {

constexpr std::array<CharKind, 128> kAscii = [] {
    std::array<CharKind, 128> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        if (c <= ' ' || c == 127) {
            kinds[c] = CharKind::space;
        } else if (c >= 'a' && c <= 'z') {
            kinds[c] = CharKind::lower;
        } else if (c >= 'A' && c <= 'Z') {
            kinds[c] = CharKind::upper;
        } else if (c >= '0' && c <= '9') {
            kinds[c] = CharKind::digit;
        } else {
            kinds[c] = CharKind::other;
        }
    }
    return kinds;
}();

CharKind kind_of(UChar32 c) {
    if (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF || c == 0x2060) {
        return CharKind::space;
    }
    switch (u_charType(c)) {
        case U_LOWERCASE_LETTER:
            return CharKind::lower;
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER:
            return CharKind::upper;
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
        case U_LETTER_NUMBER:
            return CharKind::other_letter;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_OTHER_NUMBER:
            return CharKind::digit;
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_FORMAT_CHAR:  // soft hyphens, joiners and direction marks belong to the word they stand in
            return CharKind::mark;
        case U_CONTROL_CHAR:
            return CharKind::space;
        case U_OTHER_SYMBOL:
            return u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) ||
                           u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)
                       ? CharKind::emoji
                       : CharKind::other;
        default:
            return CharKind::other;
    }
}

}  // namespace

Char next_char(std::string_view text, std::uint32_t& position) {
    Char result;
    result.begin = position;
    const auto byte = static_cast<unsigned char>(text[position]);
    if (byte < 128) {
        ++position;
        result.value = byte;
        result.kind = kAscii[byte];
        return result;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto at = static_cast<std::size_t>(position);
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    position = static_cast<std::uint32_t>(at);
    if (c < 0) {
        result.value = U'\uFFFD';
        result.kind = CharKind::other;
    } else {
        result.value = static_cast<char32_t>(c);
        result.kind = kind_of(c);
    }
    return result;
}

bool is_opening_bracket(char32_t c) {
    return c == U'(' || c == U'[' || c == U'{' || c == U'\uFF08' || c == U'\u3010';
}

bool is_closing_bracket(char32_t c) {
    return c == U')' || c == U']' || c == U'}' || c == U'\uFF09' || c == U'\u3011';
}

bool is_double_quote(char32_t c) {
    return c == U'"' || c == U'\u201C' || c == U'\u201D' || c == U'\u201E' || c == U'\u00AB' ||
           c == U'\u00BB';
}

bool is_currency_sign(char32_t c) {
    return c == U'$' || (c >= 128 && u_charType(static_cast<UChar32>(c)) == U_CURRENCY_SYMBOL);
}

CharKind first_kind(std::string_view form) {
    std::uint32_t position = 0;
    return form.empty() ? CharKind::space : next_char(form, position).kind;
}

}  // namespace claimgraph::nlp
