#include "graph/model/utf8.hpp"

#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace claimgraph {
namespace {

std::string mended(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint point = decode_utf8(text, i);
        append_utf8(out, point.value);
        i += point.size;
    }
    return out;
}

TEST(Utf8, EveryScalarValueReadsBack) {
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, point);
        const DecodedCodePoint read = decode_utf8(text, 0);
        ASSERT_TRUE(read.valid) << static_cast<unsigned>(point);
        ASSERT_EQ(read.value, point);
        ASSERT_EQ(read.size, text.size());
    }
}

TEST(Utf8, IllFormedBytesBecomeOneReplacementForEachMaximalSubpart) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\xC0\xAF", "\uFFFD\uFFFD"},            // overlong
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // surrogate
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"\xE2\x82", "\uFFFD"},  // cut off
        {"\xE2\x82z", "\uFFFDz"},
        {"\xF0\x9F\x98", "\uFFFD"},
        {"\x80\xBF", "\uFFFD\uFFFD"},
        {"a\xFF\x62", "a\uFFFDb"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(mended(text), expected);
        EXPECT_FALSE(is_valid_utf8(text));
    }
    EXPECT_TRUE(is_valid_utf8("Zürich, 東京, 😀"));
}

}  // namespace
}  // namespace claimgraph
