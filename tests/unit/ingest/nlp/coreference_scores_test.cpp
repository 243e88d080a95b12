#include "ingest/nlp/evaluation/coreference_scores.hpp"

#include <sstream>
#include <vector>

#include <gmock/gmock.h>

#include "graph/model/error.hpp"
#include "ingest/nlp/evaluation/entity_scores.hpp"

namespace claimgraph::nlp::evaluation {
namespace {

TEST(CoreferenceScores, ArePerfectOnEqualEntities) {
    const Entities entities = {{1, 2, 3}, {4, 5}};
    const CoreferenceScores scores = score_entities(entities, entities);
    EXPECT_DOUBLE_EQ(scores.mean_f1(), 1);
}

// Worked by hand: key {1 2 3 4}, {5 6}; response {1 2}, {3 4}, {5 6 7}.
TEST(CoreferenceScores, FollowTheDefinitions) {
    const CoreferenceScores scores = score_entities({{1, 2, 3, 4}, {5, 6}}, {{1, 2}, {3, 4}, {5, 6, 7}});
    EXPECT_DOUBLE_EQ(scores.mentions.recall(), 1);
    EXPECT_DOUBLE_EQ(scores.mentions.precision(), 6.0 / 7);
    EXPECT_DOUBLE_EQ(scores.muc.recall(), 3.0 / 4);     // (4 - 2) + (2 - 1) of 3 + 1
    EXPECT_DOUBLE_EQ(scores.muc.precision(), 3.0 / 4);  // 1 + 1 + (3 - 2) of 1 + 1 + 2
    EXPECT_DOUBLE_EQ(scores.b_cubed.recall(), (4 * 0.5 + 2 * 1.0) / 6);
    EXPECT_DOUBLE_EQ(scores.b_cubed.precision(), (2 * 1.0 + 2 * 1.0 + 2 * (2.0 / 3)) / 7);
    const double similarity = 2.0 * 2 / 6 + 2.0 * 2 / 5;
    EXPECT_DOUBLE_EQ(scores.ceaf_e.recall(), similarity / 2);
    EXPECT_DOUBLE_EQ(scores.ceaf_e.precision(), similarity / 3);
}

TEST(CoreferenceScores, AreNothingWithoutAnswers) {
    EXPECT_DOUBLE_EQ(score_entities({{1, 2}}, {}).mean_f1(), 0);
}

TEST(BestAssignment, FindsTheLargestSum) {
    const std::vector<double> greedy_trap = {9, 8, 8, 1};
    EXPECT_DOUBLE_EQ(best_assignment(greedy_trap, 2, 2), 16);
    const std::vector<double> tall = {1, 5, 3};
    EXPECT_DOUBLE_EQ(best_assignment(tall, 3, 1), 5);
    EXPECT_DOUBLE_EQ(best_assignment(tall, 1, 3), 5);
    EXPECT_DOUBLE_EQ(best_assignment({}, 0, 0), 0);
}

TEST(Iob2, ReadsSpansAndSaysWhatIsWrong) {
    std::istringstream input(
        "# sent_id = "
        "1\n1\tAda\tB-PER\t-\n2\tHale\tI-PER\t-\n3\tin\tO\t-\n4\tOslo\tI-LOC\t-\n5\tBergen\tB-LOC\t-\n\n");
    const auto sentences = read_iob2(input, "in.iob2");
    ASSERT_EQ(sentences.size(), 1U);
    EXPECT_THAT(sentences[0].spans, ::testing::ElementsAre(NamedSpan{0, 2, "PER"}, NamedSpan{3, 4, "LOC"},
                                                           NamedSpan{4, 5, "LOC"}));
    std::istringstream wrong("1\tAda\tPER\n");
    EXPECT_THROW((void)read_iob2(wrong, "in.iob2"), FormatError);
}

TEST(EntityScores, CountExactSpansAndLabels) {
    const std::vector<NamedSpan> gold = {{0, 2, "PER"}, {3, 4, "LOC"}};
    const std::vector<NamedSpan> system = {{0, 2, "PER"}, {3, 4, "ORG"}, {5, 6, "ORG"}};
    const Score score = score_named_spans(gold, system);
    EXPECT_DOUBLE_EQ(score.recall(), 0.5);
    EXPECT_DOUBLE_EQ(score.precision(), 1.0 / 3);
}

}  // namespace
}  // namespace claimgraph::nlp::evaluation
