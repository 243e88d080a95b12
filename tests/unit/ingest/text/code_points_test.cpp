#include "ingest/text/code_points.hpp"

#include <string>

#include <gtest/gtest.h>

namespace claimgraph {
namespace {

TEST(CodePointIndex, IsTheIdentityOnAscii) {
    const CodePointIndex index("tariff");
    EXPECT_EQ(index.size(), 6U);
    EXPECT_EQ(index.code_point(4), 4U);
    EXPECT_EQ(index.byte(6), 6U);
}

TEST(CodePointIndex, CountsCodePointsAcrossBlocks) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "a€";
    const CodePointIndex index(text);
    EXPECT_EQ(index.size(), 200U);
    for (std::size_t i = 0; i < 100; ++i) {
        EXPECT_EQ(index.code_point(4 * i), 2 * i);
        EXPECT_EQ(index.code_point(4 * i + 1), 2 * i + 1);
        EXPECT_EQ(index.byte(2 * i + 1), 4 * i + 1);
    }
    EXPECT_EQ(index.byte(200), text.size());
    EXPECT_EQ(index.code_point(text.size()), 200U);
}

}  // namespace
}  // namespace claimgraph
