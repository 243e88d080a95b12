#include "ingest/text/json_value_reader.hpp"

#include <sstream>
#include <utility>

#include <gmock/gmock.h>

namespace claimgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

std::vector<std::pair<std::size_t, std::string>> values_of(const std::string& content, bool ended = true) {
    std::istringstream in(content);
    JsonValueReader reader(in, 1'000'000);
    std::vector<std::pair<std::size_t, std::string>> values;
    while (reader.next()) values.emplace_back(reader.line(), reader.value());
    EXPECT_EQ(reader.in_array(), !ended);
    return values;
}

TEST(JsonValueReader, TakesOneObjectOverManyLines) {
    EXPECT_THAT(values_of("\xEF\xBB\xBF\n{\r\n\"a\": {\"b\": [1]}\n}\n"),
                ElementsAre(Pair(2, "{\r\n\"a\": {\"b\": [1]}\n}")));
}

TEST(JsonValueReader, TakesTheObjectsOfAnArray) {
    EXPECT_THAT(values_of("[\n{\"a\": 1},\n{\"a\": 2}]\n"),
                ElementsAre(Pair(2, "{\"a\": 1}"), Pair(3, "{\"a\": 2}")));
    EXPECT_THAT(values_of("[]"), IsEmpty());
}

TEST(JsonValueReader, TakesObjectsOneAfterTheOther) {
    EXPECT_THAT(values_of("{\"a\": 1}\n{\"a\": 2}{}"),
                ElementsAre(Pair(1, "{\"a\": 1}"), Pair(2, "{\"a\": 2}"), Pair(2, "{}")));
}

TEST(JsonValueReader, BracesInStringsDoNotCount) {
    EXPECT_THAT(values_of(R"({"a": "}\"}\\"}{"b": "{"})"),
                ElementsAre(Pair(1, R"({"a": "}\"}\\"})"), Pair(1, R"({"b": "{"})")));
}

TEST(JsonValueReader, GivesWhatIsNoObjectWithItsLine) {
    EXPECT_THAT(values_of("\"x\", {}\n{}"), ElementsAre(Pair(1, "\"x\", {}"), Pair(2, "{}")));
    EXPECT_THAT(values_of("[[[\n{}]"), ElementsAre(Pair(1, "[["), Pair(2, "{}")));
    EXPECT_THAT(values_of("{}]"), ElementsAre(Pair(1, "{}"), Pair(1, "]")));
}

TEST(JsonValueReader, GivesWhatTheFileBreaksOff) {
    EXPECT_THAT(values_of("[{\"a\": [1", false), ElementsAre(Pair(1, "{\"a\": [1")));
    EXPECT_THAT(values_of("[{},", false), ElementsAre(Pair(1, "{}")));
    EXPECT_THAT(values_of(""), IsEmpty());
}

TEST(JsonValueReader, SkipsWhatIsTooLong) {
    std::istringstream in("{\"a\": \"" + std::string(700'000, 'x') + "\"}{}");
    JsonValueReader values(in, 10);
    ASSERT_TRUE(values.next());
    EXPECT_TRUE(values.too_long());
    EXPECT_EQ(values.size(), 700'009U);
    EXPECT_EQ(values.value(), "");
    ASSERT_TRUE(values.next());
    EXPECT_FALSE(values.too_long());
    EXPECT_EQ(values.value(), "{}");
}

}  // namespace
}  // namespace claimgraph
