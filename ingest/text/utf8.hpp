// Reading UTF-8 one code point at a time (RFC 3629).
#pragma once

#include <cstddef>
#include <string_view>

namespace claimgraph {

inline constexpr char32_t kInvalidCodePoint = 0xFFFFFFFF;

/// The code point at `at`, which moves past it; kInvalidCodePoint and one byte further where there is none.
/// Precondition: at < text.size().
[[nodiscard]] constexpr char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
    };
    const unsigned lead = byte(at++);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4) return kInvalidCodePoint;
    char32_t value = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        const unsigned next = byte(at + i);
        if ((next & 0xC0U) != 0x80U) return kInvalidCodePoint;
        value = (value << 6U) | (next & 0x3FU);
    }
    constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
    if (value < kLeast[more] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        return kInvalidCodePoint;
    }
    at += more;
    return value;
}

}  // namespace claimgraph
