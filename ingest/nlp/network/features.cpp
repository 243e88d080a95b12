#include "ingest/nlp/network/features.hpp"

#include <algorithm>
#include <cstring>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace claimgraph::nlp::network {

namespace {

constexpr std::size_t kKeptEnd = 24;  // bytes of a long word that are kept at either end

constexpr bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_lower(unsigned char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(unsigned char c) {
    return c >= 'A' && c <= 'Z';
}

UChar32 fold(UChar32 c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
            return '\'';
        case 0x201C:
        case 0x201D:
            return '"';
        case 0x2010:
        case 0x2011:
        case 0x2013:
        case 0x2014:
            return '-';
        default:
            return u_isdigit(c) ? '0' : u_tolower(c);
    }
}

void append(Normalized& out, std::string_view bytes) {
    const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto length = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t i = 0; i < length;) {
        const unsigned char b = s[i];
        if (b < 0x80) {
            ++i;
            if (out.size == kMaxNormalized) return;
            out.bytes[out.size++] = static_cast<char>(is_upper(b) ? b + 32 : is_digit(b) ? '0' : b);
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(s, i, length, c);
        c = c < 0 ? 0xFFFD : fold(c);
        std::array<std::uint8_t, 4> encoded{};
        std::size_t n = 0;
        U8_APPEND_UNSAFE(encoded.data(), n, c);
        if (out.size + n > kMaxNormalized) return;
        std::memcpy(out.bytes.data() + out.size, encoded.data(), n);
        out.size += n;
    }
}

}  // namespace

Normalized normalize(std::string_view form) {
    Normalized out;
    if (form.size() <= 2 * kKeptEnd) {
        append(out, form);
    } else {
        append(out, form.substr(0, kKeptEnd));
        append(out, form.substr(form.size() - kKeptEnd));
    }
    return out;
}

std::uint64_t hash(std::string_view bytes) {
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93ULL;
    return h ^ (h >> 32);
}

std::size_t ngrams(std::string_view normalized, std::span<std::uint32_t, kMaxNgrams> rows) {
    std::array<char, kMaxNormalized + 2> padded{};
    const std::size_t n = std::min(normalized.size(), kMaxNormalized) + 2;
    padded[0] = '\x02';
    std::memcpy(padded.data() + 1, normalized.data(), n - 2);
    padded[n - 1] = '\x03';
    std::size_t count = 0;
    const auto add = [&](std::size_t begin, std::size_t length) {
        rows[count++] = static_cast<std::uint32_t>(hash({padded.data() + begin, length})) % kNgramBuckets;
    };
    add(0, 2);
    if (n > 2) add(n - 2, 2);
    for (std::size_t i = 0; i + 3 <= n; ++i) add(i, 3);
    for (std::size_t i = 0; i + 4 <= n; ++i) add(i, 4);
    for (std::size_t length = 5; length <= 6; ++length)
        if (length <= n) add(n - length, length);
    return count;
}

Shape shape(std::string_view form) {
    std::size_t lowers = 0;
    std::size_t uppers = 0;
    std::size_t digits = 0;
    std::size_t marks = 0;
    std::size_t hyphens = 0;
    std::size_t others = 0;
    bool first_upper = false;
    bool later_upper_in_part = false;  // a capital that does not start a hyphenated part
    bool at_start = true;
    const auto* s = reinterpret_cast<const std::uint8_t*>(form.data());
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(form.size(), 256));
    for (std::int32_t i = 0; i < length;) {
        UChar32 c = 0;
        U8_NEXT(s, i, length, c);
        if (c < 0) {
            ++others;
            at_start = false;
        } else if (c < 0x80 ? is_lower(static_cast<unsigned char>(c)) : u_islower(c) != 0) {
            ++lowers;
            at_start = false;
        } else if (c < 0x80 ? is_upper(static_cast<unsigned char>(c)) : u_isupper(c) != 0) {
            if (uppers + lowers + digits + marks + others + hyphens == 0) first_upper = true;
            if (!at_start) later_upper_in_part = true;
            ++uppers;
            at_start = false;
        } else if (c < 0x80 ? is_digit(static_cast<unsigned char>(c)) : u_isdigit(c) != 0) {
            ++digits;
            at_start = false;
        } else if (c == '-' || c == 0x2010 || c == 0x2011) {
            ++hyphens;
            at_start = true;
        } else if (c < 0x80 || u_ispunct(c)) {
            ++marks;
            at_start = false;
        } else {
            ++others;
            at_start = false;
        }
    }
    const std::size_t letters = lowers + uppers;
    if (letters == 0 && digits == 0) return others == 0 ? Shape::punctuation : Shape::other;
    if (letters == 0) return marks + hyphens + others == 0 ? Shape::digits : Shape::number;
    if (digits > 0) return Shape::alphanumeric;
    if (uppers == 0) return hyphens == 0 ? Shape::lower : Shape::hyphenated_lower;
    if (lowers == 0) return letters == 1 ? Shape::single_upper : Shape::upper;
    if (hyphens > 0) return Shape::hyphenated_title;
    return first_upper && !later_upper_in_part ? Shape::title : Shape::mixed;
}

Casing casing(std::span<const Shape> words) {
    std::size_t lower = 0;
    std::size_t title = 0;
    std::size_t upper = 0;
    for (const Shape s : words) {
        lower += s == Shape::lower || s == Shape::hyphenated_lower ? 1U : 0U;
        title += s == Shape::title || s == Shape::mixed || s == Shape::hyphenated_title ? 1U : 0U;
        upper += s == Shape::upper ? 1U : 0U;
    }
    const std::size_t all = lower + title + upper;
    if (upper >= 2 && upper * 10 >= all * 8) return Casing::capitals;
    if (all >= 4 && (title + upper) * 10 >= all * 6) return Casing::headline;
    return Casing::prose;
}

}  // namespace claimgraph::nlp::network
