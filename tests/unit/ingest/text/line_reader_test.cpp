#include "ingest/text/line_reader.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "ingest/text/sha256.hpp"

namespace claimgraph {
namespace {

TEST(LineReader, SplitsAtLineFeeds) {
    std::istringstream in("\xEF\xBB\xBFone\r\n\ntwo\rtwo\nlast");
    LineReader lines(in, 100);
    for (const std::string expected : {"one", "", "two\rtwo", "last"}) {
        ASSERT_TRUE(lines.next());
        EXPECT_EQ(lines.line(), expected);
    }
    EXPECT_EQ(lines.number(), 4U);
    EXPECT_FALSE(lines.next());
}

TEST(LineReader, NothingHasNoLines) {
    std::istringstream in("");
    LineReader lines(in, 100);
    EXPECT_FALSE(lines.next());
}

TEST(LineReader, KeepsLinesThatRunOverItsBuffer) {
    const std::string big(700'000, 'x');
    std::istringstream in("a\n" + big + "\nb\n" + big);
    LineReader lines(in, big.size());
    ASSERT_TRUE(lines.next());
    ASSERT_TRUE(lines.next());
    EXPECT_EQ(lines.line(), big);
    ASSERT_TRUE(lines.next());
    EXPECT_EQ(lines.line(), "b");
    ASSERT_TRUE(lines.next());
    EXPECT_EQ(lines.line(), big);
    EXPECT_FALSE(lines.next());
}

TEST(LineReader, SkipsWhatIsTooLong) {
    std::istringstream in(std::string(700'000, 'x') + "\nshort\n" + std::string(11, 'y'));
    LineReader lines(in, 10);
    ASSERT_TRUE(lines.next());
    EXPECT_TRUE(lines.too_long());
    EXPECT_EQ(lines.size(), 700'000U);
    EXPECT_EQ(lines.line(), "");
    ASSERT_TRUE(lines.next());
    EXPECT_FALSE(lines.too_long());
    EXPECT_EQ(lines.line(), "short");
    ASSERT_TRUE(lines.next());
    EXPECT_TRUE(lines.too_long());
    EXPECT_FALSE(lines.next());
}

TEST(Sha256, HasTheDigestsOfTheStandard) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace claimgraph
