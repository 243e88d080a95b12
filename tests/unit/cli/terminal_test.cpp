#include "cli/terminal.hpp"

#include <gtest/gtest.h>

namespace claimgraph::cli {
namespace {

TEST(Printable, LeavesPlainTextAlone) {
    EXPECT_EQ(printable("Brasília raises a 10% duty – “at once” 税"),
              "Brasília raises a 10% duty – “at once” 税");
}

TEST(Printable, EscapesWhatDrivesATerminal) {
    EXPECT_EQ(printable("a\x1b[31mred\x07\r\n\tb\x7f"),
              "a\\u{1B}[31mred\\u{07}\\u{0D}\\u{0A}\\u{09}b\\u{7F}");
    EXPECT_EQ(printable("\xC2\x9B"
                        "2J"),
              "\\u{9B}2J");
}

TEST(Printable, EscapesWhatTurnsTextAround) {
    EXPECT_EQ(printable("a\u202Eb\u2066c\u200F\u2028"), "a\\u{202E}b\\u{2066}c\\u{200F}\\u{2028}");
}

TEST(Printable, EscapesBytesThatAreNotUtf8) {
    EXPECT_EQ(printable("a\xFF"
                        "b\xE2\x82"),
              "a\\x{FF}b\\x{E2}\\x{82}");
    EXPECT_EQ(printable("\xED\xA0\x80"), "\\x{ED}\\x{A0}\\x{80}");
}

}  // namespace
}  // namespace claimgraph::cli
