#include "ingest/external/subprocess.hpp"

#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimgraph {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;

std::string fault_of(const std::string& command, const ProcessLimits& limits) {
    try {
        (void)run_process(command, "input", limits);
    } catch (const ProcessError& error) {
        return error.what();
    }
    return "";
}

TEST(Subprocess, GivesBackWhatAProgramWrites) {
    EXPECT_EQ(run_process("tr a-z A-Z", "abc\n", {}), "ABC\n");
    EXPECT_EQ(run_process("true", "", {}), "");
}

TEST(Subprocess, TextsLargerThanAllBuffersGoBothWays) {
    std::string text(5'000'000, 'x');
    text += "\xC3\xA9\n";
    EXPECT_EQ(run_process("cat", text, {}), text);
}

TEST(Subprocess, AProgramNeedNotReadItsInput) {
    EXPECT_EQ(run_process("exec <&-; echo answer", std::string(5'000'000, 'x'), {}), "answer\n");
}

TEST(Subprocess, TellsHowAProgramFailed) {
    EXPECT_EQ(fault_of("exit 7", {}), "exited with 7");
    EXPECT_EQ(fault_of("kill -TERM $$", {}), "was ended by signal 15");
    EXPECT_EQ(fault_of("echo 12345", {milliseconds(10'000), 5}), "wrote more than 5 bytes");
}

TEST(Subprocess, EndsWhatTakesTooLong) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(fault_of("sleep 100 & sleep 100", {milliseconds(100), 100}),
                HasSubstr("took longer than 100 ms"));
    // Closing its output is no way to stay.
    EXPECT_THAT(fault_of("exec >&-; sleep 100", {milliseconds(100), 100}),
                HasSubstr("took longer than 100 ms"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(50));
}

TEST(Subprocess, RunsFromManyThreadsDoNotHoldEachOthersEnds) {
    std::vector<std::thread> threads;
    std::vector<std::string> found(6);
    for (std::size_t i = 0; i < found.size(); ++i) {
        threads.emplace_back([&found, i] {
            for (int k = 0; k < 5; ++k)
                found[i] += run_process("cat", std::to_string(i), {milliseconds(20'000), 100});
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_EQ(found[i], std::string(5, static_cast<char>('0' + i)));
}

}  // namespace
}  // namespace claimgraph
