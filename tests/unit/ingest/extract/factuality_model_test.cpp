#include "ingest/extract/factuality_model.hpp"

#include <gtest/gtest.h>

namespace claimgraph {
namespace {

StatementRanker ranker_with(const std::map<FeatureId, double>& weights) {
    return StatementRanker::parse(StatementRanker::serialize(0.5, weights));
}

const Factuality kActual{Status::actual, Polarity::positive};

TEST(FactualityModel, LeavesTheWalkItsReadingWithoutWeights) {
    EXPECT_EQ(decide_factuality(ranker_with({{1, 1.0}}), {"cue=plan"}, kActual), kActual);
}

TEST(FactualityModel, OverrulesTheWalkWhereAnotherStatusIsClearlyLikelier) {
    const auto ranker = ranker_with({{status_feature(Status::planned, "cue=plan"), 2.0}});
    EXPECT_EQ(decide_factuality(ranker, {"cue=plan"}, kActual).status, Status::planned);
    EXPECT_EQ(decide_factuality(ranker, {"cue=eat"}, kActual).status, Status::actual);
}

TEST(FactualityModel, KeepsTheWalksReadingWhereTheOtherIsHardlyLikelier) {
    const auto ranker = ranker_with(
        {{status_feature(Status::planned, "cue=plan"), 0.5}, {negation_feature("cue=plan"), 0.5}});
    EXPECT_EQ(decide_factuality(ranker, {"cue=plan"}, kActual), kActual);
}

TEST(FactualityModel, DecidesThePolarityApart) {
    const auto ranker =
        ranker_with({{negation_feature("own mod=never"), 3.0}, {negation_feature("cue=fail"), -5.0}});
    EXPECT_EQ(decide_factuality(ranker, {"own mod=never"}, kActual).polarity, Polarity::negative);
    EXPECT_EQ(decide_factuality(ranker, {"cue=fail"}, {Status::actual, Polarity::negative}).polarity,
              Polarity::positive);
}

}  // namespace
}  // namespace claimgraph
