#include "ingest/statements/statement_reader.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/text/sha256.hpp"
#include "tests/unit/ingest/readers/collecting_sink.hpp"

namespace claimgraph {
namespace {

using ::testing::HasSubstr;

const std::string kText = "Peru raised its fish duty.";

std::string statement(const std::string& more = "", const std::string& relation = "raises",
                      const std::string& quote = kText) {
    return R"({"relation": ")" + relation +
           R"(", "subject": {"name": "Peru", "kind": "country", "id": "PER", )" +
           R"("mention": "Peru", "begin": 0, "end": 4}, "object": {"name": "fish duty", "kind": "measure"}, )" +
           R"("status": "actual", "polarity": "positive", "attribution": [], "evidence": {"document": "d", )" +
           R"("sentence": 3, "begin": 0, "end": 26, "text": ")" + quote + "\"}" + more + "}\n";
}

class StatementReaderTest : public ::testing::Test {
  protected:
    void read(const std::string& content, const std::string& path = "in.jsonl") {
        std::istringstream in(content);
        read_statements(in, {path, find_input_format("statements"), ""}, options_, ids_, sink_);
    }
    [[nodiscard]] const Statement& statement_at(std::size_t i) const {
        return std::get<Statement>(sink_.records.at(i));
    }
    [[nodiscard]] const Document& document_at(std::size_t i) const {
        return std::get<Document>(sink_.records.at(i));
    }

    RelationVocabulary relations_{std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons"};
    ReadOptions options_{{}, nullptr, nullptr, &relations_, {}};
    DocumentIds ids_;
    CollectingSink sink_;
};

TEST_F(StatementReaderTest, ReadsDocumentsAndStatements) {
    read("{\"format\": 1, \"document\": {\"id\": \"d\", \"date\": \"2024-01\", \"x\": [1]}}\n\n" +
         statement(", \"id\": \"own\", \"rank\": 3") + statement());
    ASSERT_EQ(sink_.records.size(), 3U) << sink_.messages();
    EXPECT_EQ(document_at(0).date, "2024-01");
    EXPECT_EQ(document_at(0).extras, (Extras{{"x", "[1]"}}));
    EXPECT_EQ(statement_at(1).id, "own");
    EXPECT_EQ(statement_at(1).extras, (Extras{{"rank", "3"}}));
    EXPECT_EQ(statement_at(2).id, "d:3:1");
}

TEST_F(StatementReaderTest, AMissingDocumentRecordIsMadeOnce) {
    read(statement() + statement());
    ASSERT_EQ(sink_.records.size(), 3U) << sink_.messages();
    EXPECT_EQ(document_at(0).id, "d");
    EXPECT_EQ(statement_at(1).id, "d:3:0");
}

TEST_F(StatementReaderTest, FaultsAreNamedAndTheRestGoesOn) {
    read(statement(", \"confidence\": 2") + statement("", "frobs") + "{\"relation\":\n" +
         "{\"relation\": \"raises\"}\n" + statement());
    EXPECT_EQ(sink_.records.size(), 2U);
    EXPECT_EQ(sink_.faults.size(), 4U);
    EXPECT_THAT(sink_.messages(), HasSubstr("in.jsonl:1: $.confidence: expected"));
    EXPECT_THAT(sink_.messages(),
                HasSubstr("in.jsonl:2: $.relation: expected one of affects, affiliated_with, agrees"));
    EXPECT_THAT(sink_.messages(), HasSubstr("found 'frobs'"));
    EXPECT_THAT(sink_.messages(), HasSubstr("in.jsonl:3: "));
    EXPECT_THAT(sink_.messages(), HasSubstr("in.jsonl:4: $.subject: expected"));
}

TEST_F(StatementReaderTest, WithTheTextTheQuotesAreChecked) {
    const std::string record = "{\"format\": 1, \"document\": {\"id\": \"d\", \"sha256\": \"" +
                               sha256_hex(kText) + "\", \"text\": \"" + kText + "\"}}\n";
    read(record + statement() + statement("", "raises", "Peru raised its fish duty!") +
         statement(R"(, "predicate": {"text": "raised", "begin": 5, "end": 11})") +
         statement(R"(, "predicate": {"text": "raised", "begin": 5, "end": 99})"));
    EXPECT_EQ(sink_.records.size(), 3U);
    EXPECT_THAT(sink_.messages(),
                HasSubstr("in.jsonl:3: $.evidence.text: expected the words of the text at 0..26"));
    EXPECT_THAT(
        sink_.messages(),
        HasSubstr("in.jsonl:5: $.predicate.end: expected a span within the 26 code points of the text"));
    read("{\"format\": 1, \"document\": {\"id\": \"e\", \"sha256\": \"00\", \"text\": \"Other\"}}\n");
    EXPECT_THAT(sink_.messages(), HasSubstr("$.document.sha256: expected the digest of the text"));
}

TEST_F(StatementReaderTest, ADocumentOfTheSameIdInAnotherFileIsTakenApart) {
    const auto record = [](const char* digest) {
        return std::string(R"({"format": 1, "document": {"id": "d", "sha256": ")") + digest + "\"}}\n";
    };
    read(record("aa") + statement(), "one.jsonl");
    read(record("bb") + statement(), "two.jsonl");
    read(record("aa") + statement(), "three.jsonl");
    ASSERT_EQ(sink_.records.size(), 5U) << sink_.messages();
    EXPECT_EQ(document_at(2).id, "two/d");
    EXPECT_EQ(statement_at(3).evidence.document, "two/d");
    EXPECT_EQ(statement_at(4).evidence.document, "d");
    EXPECT_THAT(sink_.messages(), HasSubstr("two.jsonl:1: $.document.id: document id 'd' is not unique"));
}

TEST(StatementLine, IsToldFromADocument) {
    EXPECT_TRUE(is_statement_line(R"({"format": 1, "document": {"id": "a)"));
    EXPECT_TRUE(is_statement_line(statement()));
    EXPECT_FALSE(is_statement_line(R"({"id": "a", "meta": {"relation": 1}, "text": "x"})"));
    EXPECT_FALSE(is_statement_line("no JSON"));
    EXPECT_FALSE(is_statement_line(""));
}

}  // namespace
}  // namespace claimgraph
