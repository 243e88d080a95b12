#include "ingest/nlp/evaluation/entity_scores.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"

namespace claimgraph::nlp::evaluation {
namespace {

using ::testing::ElementsAre;

TEST(Iob2, ReadsSpansSentencesAndDocuments) {
    std::istringstream in(
        "# newdoc id = a\n# sent_id = 1\n1\tNora\tB-PER\n2\tMoe\tI-PER\n3\tleft\tO\n\n"
        "# sent_id = 2\n1\tOslo\tI-LOC\n2\tBergen\tB-LOC\n\n# newdoc id = b\n1\tYes\tO\n");
    const auto sentences = read_iob2(in, "names");
    ASSERT_EQ(sentences.size(), 3U);
    EXPECT_THAT(sentences[0].spans, ElementsAre(NamedSpan{0, 2, "PER"}));
    EXPECT_THAT(sentences[1].spans, ElementsAre(NamedSpan{0, 1, "LOC"}, NamedSpan{1, 2, "LOC"}));
    EXPECT_TRUE(sentences[0].starts_document);
    EXPECT_FALSE(sentences[1].starts_document);
    EXPECT_TRUE(sentences[2].starts_document);
}

TEST(Iob2, RefusesOtherTags) {
    std::istringstream in("1\tNora\tPER\n");
    EXPECT_THROW((void)read_iob2(in, "names"), FormatError);
}

TEST(NamedSpans, CountWhereSpanAndLabelAgree) {
    const std::vector<NamedSpan> gold = {{0, 2, "PER"}, {3, 4, "LOC"}};
    const std::vector<NamedSpan> system = {{0, 2, "PER"}, {3, 4, "ORG"}, {5, 6, "LOC"}};
    const Score score = score_named_spans(gold, system);
    EXPECT_DOUBLE_EQ(score.precision(), 1.0 / 3);
    EXPECT_DOUBLE_EQ(score.recall(), 0.5);
}

}  // namespace
}  // namespace claimgraph::nlp::evaluation
