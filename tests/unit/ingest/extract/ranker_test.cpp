#include "ingest/extract/ranker.hpp"

#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "ingest/extract/choice.hpp"

namespace claimgraph {
namespace {

FeatureId id_of(std::string_view name, std::string_view value) {
    std::vector<FeatureId> ids;
    FeatureSink(ids).add(name, value);
    return ids.front();
}

TEST(FeatureSink, TellsPartsApart) {
    EXPECT_EQ(id_of("a", "b"), id_of("a", "b"));
    EXPECT_NE(id_of("ab", ""), id_of("a", "b"));
    EXPECT_NE(id_of("a", "b"), id_of("b", "a"));
}

TEST(FeatureSink, KeepsReadableNamesOnDemand) {
    std::vector<FeatureId> ids;
    std::vector<std::string> names;
    FeatureSink(ids, &names).add("slot", "s", "obj");
    EXPECT_EQ(names, std::vector<std::string>{"slot|s|obj"});
}

TEST(StatementRanker, WithoutASectionItHasNoOpinion) {
    const StatementRanker ranker = StatementRanker::parse({});
    EXPECT_TRUE(ranker.empty());
    EXPECT_EQ(ranker.weight(7), 0);
}

TEST(StatementRanker, ReadsBackWhatItWrites) {
    const StatementRanker ranker =
        StatementRanker::parse(StatementRanker::serialize(0.25, {{7, 2.0}, {0xfffffff7U, -0.5}, {0, 1.5}}));
    EXPECT_DOUBLE_EQ(ranker.threshold(), 0.25);
    EXPECT_EQ(ranker.weight(0xfffffff7U), -0.5F);
    EXPECT_EQ(ranker.weight(0), 1.5F);
    EXPECT_EQ(ranker.weight(8), 0);
}

TEST(StatementRanker, AddsTheWeightsUp) {
    const StatementRanker ranker = StatementRanker::parse(StatementRanker::serialize(0.5, {{1, 1}, {2, -1}}));
    const std::vector<FeatureId> both{1, 2, 3};
    const std::vector<FeatureId> one{1};
    EXPECT_DOUBLE_EQ(StatementRanker::probability(ranker.sum(both)), 0.5);
    EXPECT_GT(StatementRanker::probability(ranker.sum(one)), 0.7);
}

TEST(StatementRanker, RefusesWhatIsNoSection) {
    std::vector<std::byte> section = StatementRanker::serialize(0.5, {{1, 1}, {2, -1}});
    EXPECT_THROW(StatementRanker::parse(std::span(section).first(section.size() - 4)), ModelError);
    EXPECT_THROW(StatementRanker::parse(std::span(section).first(3)), ModelError);
    section[0] = std::byte{0};
    EXPECT_THROW(StatementRanker::parse(section), ModelError);
}

TEST(Choose, KeepsTheBestOfAGroup) {
    const std::vector<Choice> choices{{1, 1, 1, 0.6}, {1, 2, 1, 0.8}, {2, 1, 1, 0.7}, {2, 1, 3, 0.2}};
    EXPECT_EQ(choose(choices, 0.5), (std::vector<std::size_t>{1, 2}));
}

TEST(Choose, KeepsCoordinatedEndsWithTheBest) {
    const std::vector<Choice> choices{{1, 1, 1, 0.9}, {1, 1, 1, 0.6}, {1, 1, 1, 0.4}, {1, 2, 1, 0.8}};
    EXPECT_EQ(choose(choices, 0.5), (std::vector<std::size_t>{0, 1}));
}

TEST(Choose, TakesTheFirstOfEquals) {
    const std::vector<Choice> choices{{1, 1, 1, 0.7}, {1, 2, 1, 0.7}};
    EXPECT_EQ(choose(choices, 0.5), std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace claimgraph
