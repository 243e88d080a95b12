// What the network sees of a word: its normalized spelling, the hashed character n-grams of that, and its
// shape. The trainer and the engine share these functions; a change here makes older models useless.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace claimgraph::nlp::network {

inline constexpr std::size_t kMaxNormalized = 64;  ///< bytes; the middle of a longer word is dropped
inline constexpr std::size_t kMaxNgrams = 160;
inline constexpr std::uint32_t kNgramBuckets = 1U << 14;  ///< rows of the n-gram table

/// A word in lower case with every digit as '0', and curly quotes and dashes as their ASCII kin.
struct Normalized {
    std::array<char, kMaxNormalized> bytes;
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};
[[nodiscard]] Normalized normalize(std::string_view form);

/// 64-bit FNV-1a with a final mix, for the hash tables of the model file.
[[nodiscard]] std::uint64_t hash(std::string_view bytes);

/// The rows of the n-gram table for a normalized word: all 3- and 4-grams of the word between boundary marks,
/// the 2-grams at both ends and the 5- and 6-gram at the end. Returns how many (at least 1).
std::size_t ngrams(std::string_view normalized, std::span<std::uint32_t, kMaxNgrams> rows);

/// How a word is written.
enum class Shape : std::uint8_t {
    lower,
    title,
    upper,
    single_upper,
    mixed,
    digits,
    number,
    alphanumeric,
    hyphenated_lower,
    hyphenated_title,
    punctuation,
    other
};
inline constexpr std::size_t kShapeCount = 12;
[[nodiscard]] Shape shape(std::string_view form);

/// How the letters of a sentence are written: prose; headline style (most words begin with a capital); all
/// capitals.
enum class Casing : std::uint8_t { prose, headline, capitals };
[[nodiscard]] Casing casing(std::span<const Shape> words);

/// The row of the shape table.
inline constexpr std::size_t kShapeRows = kShapeCount * 6;
[[nodiscard]] constexpr std::size_t shape_row(Shape s, Casing c, bool first) {
    return (static_cast<std::size_t>(s) * 3 + static_cast<std::size_t>(c)) * 2 + (first ? 1 : 0);
}

}  // namespace claimgraph::nlp::network
