#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "ingest/readers/documents_reader.hpp"
#include "ingest/readers/inputs.hpp"
#include "ingest/readers/text_reader.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/ingest/readers/collecting_sink.hpp"

namespace claimgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ReadersTest : public ::testing::Test {
  protected:
    void read_text_of(const std::string& content) {
        std::istringstream in(content);
        read_text(in, {"news/item.txt", find_input_format("text"), "item"}, options_, ids_, sink_);
    }
    void read_lines(const std::string& content, const std::string& path = "feed.jsonl") {
        std::istringstream in(content);
        read_documents(in, {path, find_input_format("documents"), ""}, options_, ids_, sink_);
    }
    ReadOptions options_;
    DocumentIds ids_;
    CollectingSink sink_;
};

TEST_F(ReadersTest, TextIsKeptToTheByte) {
    const std::string content = "\xEF\xBB\xBFPeru bars fish meal\r\n\r\nLima acted – at last.\r\n";
    read_text_of(content);
    ASSERT_EQ(sink_.texts.size(), 1U) << sink_.messages();
    EXPECT_EQ(sink_.texts[0].text, content);
    EXPECT_EQ(sink_.texts[0].title, "Peru bars fish meal");
    EXPECT_EQ(sink_.texts[0].id, "item");
    EXPECT_EQ(sink_.texts[0].sha256.size(), 64U);
}

TEST_F(ReadersTest, DefaultsDescribeATextAndAGivenTitleWins) {
    options_.defaults = {"Given", "2024-02", "Wire", "", "https://example.org/a", Voice::opinion};
    read_text_of("First line\n\nBody.");
    ASSERT_EQ(sink_.texts.size(), 1U);
    const Document& document = sink_.texts[0];
    EXPECT_EQ(document.title, "Given");
    EXPECT_EQ(document.date, "2024-02");
    EXPECT_EQ(document.outlet, "Wire");
    EXPECT_EQ(document.url, "https://example.org/a");
    EXPECT_EQ(document.voice, Voice::opinion);
}

TEST_F(ReadersTest, WhatIsNoTextIsRefusedWithItsOffset) {
    read_text_of("caf\xE9 tariffs");
    read_text_of(std::string("PK\0\x03", 4));
    read_text_of("");
    read_text_of(" \n\t\n");
    options_.largest_document = 10;
    read_text_of("more than ten bytes");
    EXPECT_TRUE(sink_.texts.empty());
    EXPECT_EQ(sink_.messages(),
              "news/item.txt: expected UTF-8, found byte 0xE9 at offset 3\n"
              "news/item.txt: expected text, found a NUL byte at offset 2: a binary file?\n"
              "news/item.txt: expected text, found nothing\n"
              "news/item.txt: expected text, found nothing\n"
              "news/item.txt: expected at most 10 bytes, found more\n");
}

TEST_F(ReadersTest, AJsonFileHoldsObjects) {
    read_lines(
        "[{\"text\": \"Chile exports copper.\"}, {\n\"text\": \"Peru exports zinc.\"\n}, {\"text\": 4}]",
        "feed.json");
    ASSERT_EQ(sink_.texts.size(), 2U) << sink_.messages();
    EXPECT_EQ(sink_.texts[0].id, "feed#1");
    EXPECT_EQ(sink_.texts[1].id, "feed#2");
    EXPECT_EQ(sink_.texts[1].text, "Peru exports zinc.");
    EXPECT_EQ(sink_.messages(), "feed.json:3: $.text: expected a string, found a number\n");
}

TEST_F(ReadersTest, AJsonFileThatBreaksOffIsAFault) {
    read_lines("[{\"text\": \"Chile exports copper.\"},\n", "feed.json");
    EXPECT_EQ(sink_.texts.size(), 1U);
    EXPECT_EQ(sink_.messages(), "feed.json: expected ']' after the last object, found the end of the file\n");
}

TEST_F(ReadersTest, DocumentsComeWithTheirFields) {
    read_lines(
        R"({"id": 17, "title": "T", "text": "Chile exports copper.", "date": "2023-05-04T10:00:00Z", "outlet": "O", "url": "u", "extra": [1]})"
        "\n\n"
        R"({"text": "Ghana caf\u00e9 \ud83d\ude00", "voice": "official", "date": null})");
    ASSERT_EQ(sink_.texts.size(), 2U) << sink_.messages();
    EXPECT_EQ(sink_.texts[0].id, "17");
    EXPECT_EQ(sink_.texts[0].date, "2023-05-04");
    EXPECT_EQ(sink_.texts[0].outlet, "O");
    EXPECT_EQ(sink_.texts[1].id, "feed#3");
    EXPECT_EQ(sink_.texts[1].text, "Ghana café 😀");
    EXPECT_EQ(sink_.texts[1].voice, Voice::official);
    EXPECT_TRUE(sink_.faults.empty());
}

TEST_F(ReadersTest, FieldNamesAreSettable) {
    options_.fields.text = "body";
    options_.fields.id = "uuid";
    read_lines(R"({"uuid": "a", "body": "Text.", "text": 5})");
    ASSERT_EQ(sink_.texts.size(), 1U) << sink_.messages();
    EXPECT_EQ(sink_.texts[0].id, "a");
    EXPECT_EQ(sink_.texts[0].text, "Text.");
}

TEST_F(ReadersTest, AFaultyDocumentIsNamedAndTheRestGoesOn) {
    options_.largest_document = 200;
    read_lines(
        "{\"id\": \"a\", \"text\": 5}\n"
        "{\"id\": \"b\"\n"
        "[]\n"
        "{\"id\": \"c\", \"text\": \"x\", \"date\": \"May\"}\n"
        "{\"id\": \"d\", \"text\": \"x\", \"voice\": \"loud\"}\n"
        "{\"id\": \"e\", \"text\": \"" +
        std::string(300, 'x') +
        "\"}\n"
        "{\"id\": \"f\", \"text\": \"\xFF\"}\n"
        "{\"id\": \"g\"}\n"
        "{\"id\": \"h\", \"text\": \"fine\"}\n");
    ASSERT_EQ(sink_.texts.size(), 1U);
    EXPECT_EQ(sink_.texts[0].id, "h");
    EXPECT_EQ(sink_.faults.size(), 8U);
    const std::string messages = sink_.messages();
    EXPECT_THAT(messages, HasSubstr("feed.jsonl:1: $.text: expected a string, found a number"));
    EXPECT_THAT(messages, HasSubstr("feed.jsonl:2: expected a JSON object, found a fault at byte 10"));
    EXPECT_THAT(messages, HasSubstr("feed.jsonl:3: expected a JSON object, found an array"));
    EXPECT_THAT(messages,
                HasSubstr("feed.jsonl:4: $.date: expected YYYY, YYYY-MM or YYYY-MM-DD, found 'May'"));
    EXPECT_THAT(messages, HasSubstr("feed.jsonl:5: $.voice: expected news, official, opinion, found 'loud'"));
    EXPECT_THAT(messages, HasSubstr("feed.jsonl:6: expected a line of at most 200 bytes, found 323"));
    EXPECT_THAT(messages, HasSubstr("feed.jsonl:8: $.text: expected text, found nothing"));
}

TEST_F(ReadersTest, AnIdThatClashesIsResolvedAndNamed) {
    read_lines(R"({"id": "a", "text": "one"})"
               "\n"
               R"({"id": "a", "text": "two"})"
               "\n"
               R"({"id": "a", "text": "one"})");
    ASSERT_EQ(sink_.texts.size(), 2U);
    EXPECT_EQ(sink_.texts[1].id, "feed/a");
    EXPECT_THAT(sink_.messages(),
                HasSubstr("feed.jsonl:2: $.id: document id 'a' is not unique; 'feed/a' is used"));
    EXPECT_THAT(sink_.messages(),
                HasSubstr("feed.jsonl:3: $.id: document 'a' was read before and is left out"));
}

std::vector<std::string> ids(const std::vector<Input>& inputs) {
    std::vector<std::string> out;
    for (const Input& input : inputs) out.push_back(std::string(input.format->name) + " " + input.id);
    return out;
}

TEST_F(ReadersTest, FoldersAreReadInOrder) {
    const testing_support::TemporaryFolder folder;
    folder.write("b.txt", "x");
    folder.write("a/c.TXT", "x");
    folder.write("a/b.txt", "x");
    folder.write("a/.hidden/d.txt", "x");
    folder.write(".e.txt", "x");
    folder.write("picture.png", "x");
    folder.write("feed.jsonl", "{\"text\": \"x\"}\n");
    folder.write("all.json", "[\n{\"text\": \"x\"}]");
    folder.write("known.json", "[{\"format\": 1,\n\"document\": {\"id\": \"x\"}}]");
    folder.write("found.jsonl", "\n{\"format\": 1, \"document\": {\"id\": \"x\"}}\n");
    const std::vector<std::string> names{folder.path().string(), folder.path().string() + "/b.txt"};
    EXPECT_THAT(
        ids(find_inputs(names, nullptr, sink_)),
        ElementsAre("text a/b", "text c", "documents ", "text " + folder.path().filename().string() + "/b",
                    "documents ", "statements ", "statements "));
    EXPECT_EQ(sink_.faults.size(), 2U);
    EXPECT_EQ(sink_.faults[0].severity, Diagnostic::Severity::warning);
    EXPECT_THAT(ids(find_inputs(names, find_input_format("statements"), sink_)),
                ElementsAre("statements ", "statements ", "statements ", "statements ", "statements "));
}

TEST_F(ReadersTest, WhatIsNotThereIsNamed) {
    const testing_support::TemporaryFolder folder;
    const std::vector<std::string> names{(folder.path() / "none.txt").string(), folder.path().string()};
    EXPECT_TRUE(find_inputs(names, nullptr, sink_).empty());
    EXPECT_EQ(sink_.faults.size(), 2U);
    EXPECT_THAT(sink_.messages(), HasSubstr("none.txt: no such file or folder"));
    EXPECT_THAT(sink_.messages(), HasSubstr("no file to read in this folder"));
}

TEST_F(ReadersTest, StandardInputIsTextUnlessTold) {
    const std::vector<std::string> names{"-"};
    EXPECT_THAT(ids(find_inputs(names, nullptr, sink_)), ElementsAre("text stdin"));
    EXPECT_THAT(ids(find_inputs(names, find_input_format("statements"), sink_)), ElementsAre("statements "));
}

}  // namespace
}  // namespace claimgraph
