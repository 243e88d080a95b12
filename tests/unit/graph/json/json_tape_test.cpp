#include "graph/json/json_tape.hpp"

#include <string>

#include <gtest/gtest.h>

#include "graph/json/json_error.hpp"
#include "graph/json/json_text.hpp"

using namespace claimgraph;

TEST(JsonTape, TellsTokensWithWhereTheyStand) {
    const std::string json =
        " {\"a\" : [1, -2.5e+3,true ,null, {} , []],\n\"b\":\"c\\n\\u00e9\\ud83d\\ude00d\" } ";
    JsonTape tape;
    tape.parse(json);
    const std::string types = [&] {
        std::string out;
        for (std::size_t i = 0; i < tape[0].next; ++i) out += "nbdsKOA"[static_cast<int>(tape[i].type)];
        return out;
    }();
    EXPECT_EQ(types, "OKAddbnOAKs");
    EXPECT_EQ(tape.raw(0), json.substr(1, json.size() - 2));
    EXPECT_EQ(tape.raw(2), "[1, -2.5e+3,true ,null, {} , []]");
    EXPECT_EQ(tape[2].next, 9u);
    EXPECT_EQ(tape.raw(4), "-2.5e+3");
    EXPECT_EQ(tape.text(1), "a");
    EXPECT_EQ(tape.text(10),
              "c\n\xC3\xA9\xF0\x9F\x98\x80"
              "d");
    EXPECT_EQ(tape.raw(10), "\"c\\n\\u00e9\\ud83d\\ude00d\"");
}

TEST(JsonTape, RefusesWhatIsNoJson) {
    for (const char* json : {"",
                             "{",
                             "}",
                             "[1,]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{a:1}",
                             "[1 2]",
                             "01",
                             "1.",
                             "-",
                             "1e",
                             "+1",
                             "tru",
                             "nul",
                             "\"",
                             "\"\\x\"",
                             "\"\\u12\"",
                             "\"\\ud800\"",
                             "\"\\udc00\"",
                             "\"\\ud800\\u0041\"",
                             "\"\x01\"",
                             "\"\xFF\"",
                             "\"\xED\xA0\x80\"",
                             "[] []",
                             "{\"a\":1]",
                             "NaN",
                             "// c\n1"}) {
        JsonTape tape;
        EXPECT_THROW(tape.parse(json), JsonError) << json;
    }
    JsonTape tape;
    EXPECT_THROW(tape.parse(std::string_view("1\0", 2)), JsonError);
}

TEST(JsonTape, TakesWhatIsJson) {
    for (const char* json : {"1", " 0 ", "-0.0", "1E-2", "\"\"", "\"\xE2\x82\xAC\"", "\"\\/\\b\\f\\u0000\"",
                             "[[[]]]", "{\"a\":{\"\":[]}}", "false"}) {
        JsonTape tape;
        EXPECT_NO_THROW(tape.parse(json)) << json;
    }
}

TEST(JsonTape, NestsDeeply) {
    const std::size_t depth = 1'000'000;
    JsonTape tape;
    tape.parse(std::string(depth, '[') + std::string(depth, ']'));
    EXPECT_EQ(tape[0].next, depth);
}

TEST(JsonText, FindsThePlainPrefix) {
    const std::string plain = "all of this is plain ASCII text";
    for (const char other : {'"', '\\', '\n', '\x1F', '\x00', '\x80', '\xFF'}) {
        for (std::size_t at = 0; at <= plain.size(); ++at) {
            std::string text = plain;
            text.insert(at, 1, other);
            EXPECT_EQ(plain_json_prefix(text), at) << static_cast<int>(other);
        }
    }
    EXPECT_EQ(plain_json_prefix(plain), plain.size());
    EXPECT_EQ(plain_json_prefix("\x7F"), 1u);
}
