// Reading and mending UTF-8 (RFC 3629). Total over any bytes: what is ill-formed reads as U+FFFD, one for
// each maximal subpart (Unicode 15, section 3.9).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimgraph {

inline constexpr char32_t replacement_character = 0xFFFD;

struct DecodedCodePoint {
    char32_t value = replacement_character;
    std::size_t size = 1;  ///< bytes taken, at least 1
    bool valid = false;
};

/// The code point that starts at `byte`, which must be less than `text.size()`.
[[nodiscard]] DecodedCodePoint decode_utf8(std::string_view text, std::size_t byte);

/// `code_point` must be a Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

}  // namespace claimgraph
