// A writer that is killed, and readers beside a writer.
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include "export/graphml_exporter.hpp"
#include "graph/assembler.hpp"
#include "graph/store/store.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/graph/store/random_documents.hpp"

namespace claimgraph {
namespace {

using testing_support::DocumentWithStatements;
using testing_support::RandomDocuments;

class Concurrent : public testing::Test {
  protected:
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }

    static std::string exported(const ClaimGraph& graph) {
        std::ostringstream out;
        // What a store gives is asked for here, not where its nodes are drawn.
        ExportOptions options;
        options.layout = false;
        write_graphml(GraphView(graph), options, out);
        return out.str();
    }
    static std::string assembled(const std::vector<DocumentWithStatements>& documents) {
        Assembler assembler;
        for (const auto& [document, statements] : documents) {
            assembler.add(document);
            for (const Statement& statement : statements) assembler.add(statement);
        }
        return exported(assembler.finish());
    }

  private:
    testing_support::TemporaryFolder folder_;
};

/// The child adds documents, each several times over with other statements, and reports each that is
/// committed through a pipe; it is killed at a point drawn from the seed. What the store then has must be
/// whole documents: of each one of the versions added, and those reported at least.
TEST_F(Concurrent, KilledAtAnyMomentTheStoreHasWholeDocuments) {
    constexpr int rounds = 100;
    constexpr std::size_t documents = 12;
    constexpr std::size_t versions = 3;
    std::mt19937 random(2024);
    std::vector<std::vector<DocumentWithStatements>> made(documents);
    RandomDocuments source(7);
    for (std::size_t number = 0; number < documents; ++number) {
        for (std::size_t version = 0; version < versions; ++version)
            made[number].push_back(source.make(number));
    }
    std::size_t cut_short = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto path = file("k" + std::to_string(round));
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const ::pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            try {
                Store store(path, Store::Access::create);
                for (std::size_t version = 0; version < versions; ++version) {
                    for (std::size_t number = 0; number < documents; ++number) {
                        store.add(made[number][version].document, made[number][version].statements);
                        if (number % 4 != 3) continue;
                        store.finish();
                        const char report = static_cast<char>(number);
                        if (::write(ends[1], &report, 1) != 1) ::_exit(3);
                    }
                }
            } catch (...) {
                ::_exit(2);
            }
            ::_exit(0);
        }
        ::close(ends[1]);
        // The point: after some reports, and then some microseconds.
        const std::size_t reports = random() % (versions * documents / 4 + 1);
        std::size_t reported = 0;
        char number = 0;
        while (reported < reports && ::read(ends[0], &number, 1) == 1) ++reported;
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        while (::read(ends[0], &number, 1) == 1) ++reported;
        ::close(ends[0]);
        if (WIFSIGNALED(status)) ++cut_short;
        ASSERT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0) << "round " << round;

        Store store(path, Store::Access::create);
        const Store::Report report = store.check();
        EXPECT_THAT(report.faults, testing::IsEmpty()) << "round " << round;
        std::vector<DocumentWithStatements> held;
        std::size_t expected = 0;
        for (const std::string& id : store.document_ids()) {
            auto stored = store.document(id);
            ASSERT_TRUE(stored);
            held.push_back({stored->document, stored->statements});
            const auto number_of = static_cast<std::size_t>(std::stoul(id.substr(1)));
            bool whole = false;
            for (const DocumentWithStatements& version : made[number_of])
                whole = whole || assembled({version}) == assembled({held.back()});
            EXPECT_TRUE(whole) << "round " << round << ", " << id;
        }
        expected = std::min(documents, 4 * reported);
        EXPECT_GE(held.size(), expected) << "round " << round;
        EXPECT_EQ(exported(store.graph()), assembled(held)) << "round " << round;
    }
    EXPECT_GT(cut_short, static_cast<std::size_t>(rounds / 2));
}

TEST_F(Concurrent, TwoReadersBesideAWriterSeeWholeDocuments) {
    constexpr std::size_t documents = 60;
    RandomDocuments source(9);
    std::vector<DocumentWithStatements> made;
    std::map<std::string, std::size_t> statements_of;
    for (std::size_t number = 0; number < documents; ++number) made.push_back(source.make(number));
    const auto path = file("store");
    {
        Store store(path, Store::Access::create);
        store.add(made[0].document, made[0].statements);
        store.finish();
    }
    std::atomic<bool> done{false};
    std::atomic<std::size_t> reads{0};
    std::atomic<std::size_t> torn{0};
    const auto read = [&] {
        std::size_t seen = 1;
        do {
            Store store(path, Store::Access::read);
            const ClaimGraph graph = store.graph();
            // Documents come in order: those seen are the first so many, each with all its claims.
            std::vector<DocumentWithStatements> expected(
                made.begin(), made.begin() + static_cast<std::ptrdiff_t>(graph.documents().size()));
            if (exported(graph) != assembled(expected)) ++torn;
            if (graph.documents().size() < seen) ++torn;
            seen = graph.documents().size();
            ++reads;
        } while (!done);
    };
    std::thread first(read);
    std::thread second(read);
    {
        Store store(path, Store::Access::write);
        for (std::size_t number = 1; number < documents; ++number) {
            store.add(made[number].document, made[number].statements);
            if (number % 5 == 0) store.finish();
        }
        store.finish();
    }
    done = true;
    first.join();
    second.join();
    EXPECT_EQ(torn, 0u);
    EXPECT_GE(reads, 2u);
    EXPECT_EQ(exported(Store(path, Store::Access::read).graph()), assembled(made));
}

TEST_F(Concurrent, TwoWritersTakeTurns) {
    constexpr std::size_t documents = 20;
    RandomDocuments source(10);
    std::vector<DocumentWithStatements> made;
    for (std::size_t number = 0; number < documents; ++number) made.push_back(source.make(number));
    const auto path = file("store");
    { Store store(path, Store::Access::create); }
    const auto write = [&](std::size_t from) {
        for (std::size_t number = from; number < documents; number += 2) {
            Store store(path, Store::Access::create);
            store.add(made[number].document, made[number].statements);
            store.finish();
        }
    };
    std::thread first(write, 0);
    std::thread second(write, 1);
    first.join();
    second.join();
    Store store(path, Store::Access::write);
    EXPECT_THAT(store.check().faults, testing::IsEmpty());
    EXPECT_EQ(exported(store.graph()), assembled(made));
}

/// Each round, processes open a store that none of them has made yet at the same moment, and add to it.
TEST_F(Concurrent, ManyCreatorsMakeOneStore) {
    constexpr std::size_t creators = 4;
    constexpr int rounds = 20;
    RandomDocuments source(11);
    std::vector<DocumentWithStatements> made;
    for (std::size_t number = 0; number < creators; ++number) made.push_back(source.make(number));
    for (int round = 0; round < rounds; ++round) {
        const auto path = file("store" + std::to_string(round));
        std::array<int, 2> gate{};
        ASSERT_EQ(::pipe(gate.data()), 0);
        std::vector<::pid_t> children;
        for (std::size_t number = 0; number < creators; ++number) {
            const ::pid_t child = ::fork();
            ASSERT_GE(child, 0);
            if (child == 0) {
                ::close(gate[1]);
                char ignored = 0;
                (void)!::read(gate[0], &ignored, 1);  // until the gate is shut
                int status = 0;
                try {
                    Store store(path, Store::Access::create);
                    store.add(made[number].document, made[number].statements);
                    store.finish();
                } catch (const std::exception& error) {
                    (void)!::write(STDERR_FILENO, error.what(), std::string_view(error.what()).size());
                    status = 1;
                }
                ::_exit(status);
            }
            children.push_back(child);
        }
        ::close(gate[0]);
        ::close(gate[1]);
        for (const ::pid_t child : children) {
            int status = 0;
            ASSERT_EQ(::waitpid(child, &status, 0), child);
            EXPECT_EQ(status, 0) << "round " << round;
        }
        Store store(path, Store::Access::write);
        EXPECT_THAT(store.check().faults, testing::IsEmpty());
        EXPECT_EQ(exported(store.graph()), assembled(made));
    }
}

}  // namespace
}  // namespace claimgraph
