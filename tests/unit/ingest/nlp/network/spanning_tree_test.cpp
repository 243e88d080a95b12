#include "ingest/nlp/network/spanning_tree.hpp"

#include <limits>
#include <random>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimgraph::nlp::network {
namespace {

using ::testing::ElementsAre;

std::vector<std::uint32_t> solve(const std::vector<std::int32_t>& scores, std::size_t n) {
    std::vector<std::uint32_t> heads(n);
    best_tree(scores, n, heads);
    return heads;
}

std::int64_t total(const std::vector<std::int32_t>& scores, const std::vector<std::uint32_t>& heads) {
    std::int64_t sum = 0;
    for (std::size_t d = 0; d < heads.size(); ++d) sum += scores[d * (heads.size() + 1) + heads[d]];
    return sum;
}

TEST(SpanningTree, OneWordHangsFromTheRoot) {
    EXPECT_THAT(solve({-5, 100}, 1), ElementsAre(0));
}

TEST(SpanningTree, TakesBestHeadsThatAreATree) {
    EXPECT_THAT(solve({1, 0, 9, 2,   //
                       9, 1, 0, 1,   //
                       3, 1, 9, 0},  //
                      3),
                ElementsAre(2, 0, 2));
}

TEST(SpanningTree, BreaksACycleWhereThatCostsLeast) {
    // Words 1 and 2 prefer each other; word 1 gives up less by going to the root.
    EXPECT_THAT(solve({8, 0, 10, 1,  //
                       5, 10, 0, 1,  //
                       1, 2, 7, 0},  //
                      3),
                ElementsAre(0, 1, 2));
}

TEST(SpanningTree, AllowsOneRootOnly) {
    // Both words prefer the root; the second pays less for another head.
    EXPECT_THAT(solve({10, 0, 1,  //
                       10, 8, 0},
                      2),
                ElementsAre(0, 1));
}

TEST(SpanningTree, IsTheBestOfAllTrees) {
    std::mt19937 generator(1);
    for (std::size_t trial = 0; trial < 400; ++trial) {
        const std::size_t n = 1 + trial % 5;
        std::vector<std::int32_t> scores(n * (n + 1));
        for (auto& s : scores) s = static_cast<std::int32_t>(generator() % 41) - 20;
        const auto found = solve(scores, n);
        ASSERT_TRUE(is_tree(found));
        std::int64_t best = std::numeric_limits<std::int64_t>::min();
        std::vector<std::uint32_t> heads(n, 0);
        while (true) {  // counts through all assignments of heads
            bool own = false;
            for (std::size_t d = 0; d < n; ++d) own |= heads[d] == d + 1;
            if (!own && is_tree(heads)) best = std::max(best, total(scores, heads));
            std::size_t d = 0;
            while (d < n && ++heads[d] > n) heads[d++] = 0;
            if (d == n) break;
        }
        ASSERT_EQ(total(scores, found), best);
    }
}

TEST(SpanningTree, SurvivesALongSentenceOfEqualScores) {
    const std::size_t n = 256;
    EXPECT_TRUE(is_tree(solve(std::vector<std::int32_t>(n * (n + 1), 0), n)));
    std::mt19937 generator(2);
    std::vector<std::int32_t> scores(n * (n + 1));
    for (auto& s : scores) s = static_cast<std::int32_t>(generator() % 3);
    EXPECT_TRUE(is_tree(solve(scores, n)));
}

TEST(SpanningTree, ContractsCyclesWithinCyclesInQuadraticTime) {
    // Each word likes the one before it best and the one after it next: contracting the cycle of the first
    // two makes one with the third, and so on. In cubic time this would take minutes.
    const std::size_t n = 2500;
    std::vector<std::int32_t> scores(n * (n + 1), 0);
    for (std::size_t d = 0; d < n; ++d) {
        if (d > 0) scores[d * (n + 1) + d] = 100;
        if (d + 1 < n) scores[d * (n + 1) + d + 2] = 50;
    }
    const auto heads = solve(scores, n);
    ASSERT_TRUE(is_tree(heads));
    EXPECT_EQ(total(scores, heads), static_cast<std::int64_t>(n - 1) * 100);
}

TEST(SpanningTree, KnowsATree) {
    EXPECT_TRUE(is_tree(std::vector<std::uint32_t>{2, 0, 2}));
    EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{0, 0}));
    EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{2, 1, 0}));
    EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{1}));
    EXPECT_FALSE(is_tree(std::vector<std::uint32_t>{0, 9}));
}

}  // namespace
}  // namespace claimgraph::nlp::network
