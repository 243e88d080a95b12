#include "ingest/ordered_work.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace claimgraph {
namespace {

class OrderedWorkTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(OrderedWorkTest, FinishesInTheOrderOfSubmission) {
    std::vector<int> finished;
    const auto caller = std::this_thread::get_id();
    run_ordered(GetParam(), [&](const Submit& submit) {
        for (int i = 0; i < 500; ++i) {
            submit(
                [&, i]() -> Finish {
                    if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
                    return [&, i] {
                        EXPECT_EQ(std::this_thread::get_id(), caller);
                        finished.push_back(i);
                    };
                },
                static_cast<std::size_t>(i % 3) << 25U);
        }
    });
    ASSERT_EQ(finished.size(), 500U);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(finished[static_cast<std::size_t>(i)], i);
}

TEST_P(OrderedWorkTest, NoWorkIsFine) {
    run_ordered(GetParam(), [](const Submit&) {});
}

TEST_P(OrderedWorkTest, AFaultComesInItsPlaceAndEndsTheRest) {
    std::vector<int> finished;
    std::atomic<int> submitted = 0;
    const auto run = [&] {
        run_ordered(GetParam(), [&](const Submit& submit) {
            for (int i = 0; i < 100'000; ++i) {
                submit(
                    [&, i]() -> Finish {
                        if (i == 50) throw std::runtime_error("fifty");
                        return [&, i] { finished.push_back(i); };
                    },
                    1);
                ++submitted;
            }
        });
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_EQ(finished.size(), 50U);
    EXPECT_LT(submitted, 100'000);
}

TEST_P(OrderedWorkTest, AFaultOfFinishingOrProducingIsThrown) {
    EXPECT_THROW(
        run_ordered(GetParam(),
                    [](const Submit& submit) {
                        for (int i = 0; i < 1000; ++i)
                            submit([]() -> Finish { return [] { throw std::logic_error("finish"); }; }, 1);
                    }),
        std::logic_error);
    int finished = 0;
    EXPECT_THROW(run_ordered(GetParam(),
                             [&](const Submit& submit) {
                                 submit([&]() -> Finish { return [&] { ++finished; }; }, 1);
                                 throw std::invalid_argument("produce");
                             }),
                 std::invalid_argument);
    EXPECT_EQ(finished, 1);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedWorkTest, ::testing::Values(1U, 2U, 8U));

}  // namespace
}  // namespace claimgraph
