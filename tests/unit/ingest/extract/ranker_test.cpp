#include "ingest/extract/ranker.hpp"

#include <gtest/gtest.h>

#include "graph/model/error.hpp"

namespace claimgraph {
namespace {

TEST(StatementRanker, WithoutASectionItHasNoOpinion) {
    const StatementRanker ranker = StatementRanker::parse("");
    EXPECT_TRUE(ranker.empty());
    EXPECT_DOUBLE_EQ(ranker.threshold(), 0);
}

TEST(StatementRanker, ReadsBackWhatItWrites) {
    const StatementRanker ranker =
        StatementRanker::parse(StatementRanker::serialize(0.25, {{"a", 2}, {"b=c", -0.5}}));
    EXPECT_DOUBLE_EQ(ranker.threshold(), 0.25);
    EXPECT_DOUBLE_EQ(ranker.weight("b=c"), -0.5);
    EXPECT_DOUBLE_EQ(ranker.weight("unknown"), 0);
}

TEST(StatementRanker, AddsTheWeightsUp) {
    const StatementRanker ranker = StatementRanker::parse("threshold\t0.5\na\t1\nb\t-1\n");
    EXPECT_DOUBLE_EQ(ranker.probability({"a", "b"}), 0.5);
    EXPECT_GT(ranker.probability({"a"}), 0.7);
    EXPECT_LT(ranker.probability({"b", "unknown"}), 0.3);
}

TEST(StatementRanker, RefusesWhatIsNoSection) {
    EXPECT_THROW(StatementRanker::parse("threshold 0.5\n"), ModelError);
    EXPECT_THROW(StatementRanker::parse("a\tmuch\n"), ModelError);
    EXPECT_THROW(StatementRanker::parse("a\tnan\n"), ModelError);
}

}  // namespace
}  // namespace claimgraph
