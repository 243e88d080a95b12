#include "graph/store/store.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sqlite3.h>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/graphml_exporter.hpp"
#include "graph/assembler.hpp"
#include "graph/model/error.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/graph/store/random_documents.hpp"

namespace claimgraph {
namespace {

using testing::HasSubstr;
using testing_support::DocumentWithStatements;
using testing_support::RandomDocuments;

class StoreTest : public testing::Test {
  protected:
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }

    static std::string exported(const ClaimGraph& graph) {
        std::ostringstream out;
        write_graphml(GraphView(graph), {}, out);
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
    static std::vector<DocumentWithStatements> documents(unsigned seed, std::size_t count) {
        RandomDocuments random(seed);
        std::vector<DocumentWithStatements> out;
        for (std::size_t i = 0; i < count; ++i) out.push_back(random.make(i));
        return out;
    }
    void change(const std::filesystem::path& path, const std::string& sql) {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database);
        sqlite3_close(database);
    }
    static std::string message_of(const auto& action) {
        try {
            action();
        } catch (const StoreError& error) {
            return error.what();
        }
        return {};
    }

  private:
    testing_support::TemporaryFolder folder_;
};

TEST_F(StoreTest, GivesTheGraphThatTheAssemblerGives) {
    const auto input = documents(1, 40);
    Store store(file("a"), Store::Access::create);
    for (const auto& [document, statements] : input)
        EXPECT_EQ(store.add(document, statements), Store::Change::added);
    store.finish();
    EXPECT_EQ(exported(store.graph()), assembled(input));
    EXPECT_EQ(exported(Store(file("a"), Store::Access::read).graph()), assembled(input));
}

TEST_F(StoreTest, DependsOnTheSetOfDocumentsOnly) {
    for (unsigned seed = 0; seed < 25; ++seed) {
        auto input = documents(seed, 12);
        const std::string expected = assembled(input);
        RandomDocuments random(1000 + seed);
        std::shuffle(input.begin(), input.end(), random.engine());
        const auto path = file("s" + std::to_string(seed));
        for (std::size_t at = 0; at < input.size();) {
            Store store(path, Store::Access::create);
            for (std::size_t n = 1 + random.pick(5); n > 0 && at < input.size(); --n, ++at) {
                auto statements = input[at].statements;
                std::shuffle(statements.begin(), statements.end(), random.engine());
                store.add(input[at].document, statements);
            }
            store.finish();
        }
        EXPECT_EQ(exported(Store(path, Store::Access::read).graph()), expected) << "seed " << seed;
    }
}

TEST_F(StoreTest, AddsAndRemovesLeaveWhatTheLastDocumentsGive) {
    for (unsigned seed = 0; seed < 25; ++seed) {
        RandomDocuments random(seed);
        Store store(file("s" + std::to_string(seed)), Store::Access::create);
        std::map<std::size_t, DocumentWithStatements> held;
        for (int step = 0; step < 60; ++step) {
            const std::size_t number = random.pick(10);
            if (random.pick(3) == 0) {
                EXPECT_EQ(store.remove("d" + std::to_string(number)), held.erase(number) == 1);
            } else {
                held[number] = random.make(number);
                store.add(held[number].document, held[number].statements);
            }
        }
        store.finish();
        std::vector<DocumentWithStatements> left;
        for (const auto& [number, document] : held) left.push_back(document);
        EXPECT_EQ(exported(store.graph()), assembled(left)) << "seed " << seed;
        EXPECT_THAT(store.check().faults, testing::IsEmpty());

        for (const auto& [number, document] : held) EXPECT_TRUE(store.remove(document.document.id));
        store.finish();
        EXPECT_TRUE(store.graph().nodes().empty());
        EXPECT_TRUE(store.graph().edges().empty());
        EXPECT_TRUE(store.document_ids().empty());
        EXPECT_THAT(store.check().faults, testing::IsEmpty());
    }
}

TEST_F(StoreTest, EvidenceAddsUp) {
    const auto input = documents(7, 30);
    Store store(file("a"), Store::Access::create);
    for (const auto& [document, statements] : input) store.add(document, statements);
    const ClaimGraph graph = store.graph();
    const Store::Report report = store.check();
    std::size_t claims = 0;
    for (const Edge& edge : graph.edges()) claims += graph.claims(edge).size();
    EXPECT_EQ(claims, report.statements);
    EXPECT_EQ(report.documents, input.size());
    EXPECT_EQ(report.verified_quotes, report.statements);
}

TEST_F(StoreTest, AddingAgainChangesNothing) {
    const auto input = documents(3, 5);
    Store store(file("a"), Store::Access::create);
    for (const auto& [document, statements] : input) store.add(document, statements);
    store.finish();
    for (const auto& [document, statements] : input)
        EXPECT_EQ(store.add(document, statements), Store::Change::unchanged);
    auto changed = input[2];
    changed.statements.pop_back();
    EXPECT_EQ(store.add(changed.document, changed.statements), Store::Change::replaced);
    store.finish();
    auto expected = input;
    expected[2] = changed;
    EXPECT_EQ(exported(store.graph()), assembled(expected));
}

TEST_F(StoreTest, UnfinishedStoresAreReadRight) {
    const auto input = documents(4, 8);
    {
        Store store(file("a"), Store::Access::create);
        for (const auto& [document, statements] : input) store.add(document, statements);
        static_cast<void>(store.graph());  // commits, and does not resolve
    }
    EXPECT_EQ(exported(Store(file("a"), Store::Access::read).graph()), assembled(input));
}

TEST_F(StoreTest, HeldTogetherItIsAllOrNothing) {
    const auto input = documents(5, 4);
    {
        Store store(file("a"), Store::Access::create);
        store.add(input[0].document, input[0].statements);
        store.finish();
        store.hold_together();
        store.add(input[1].document, input[1].statements);
    }
    EXPECT_EQ(exported(Store(file("a"), Store::Access::read).graph()), assembled({input[0]}));
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
    std::ofstream(file("text")) << "Norland will delay its fish tariff.";
    EXPECT_THAT(message_of([&] { Store(file("text"), Store::Access::read); }), HasSubstr("expected a store"));
    EXPECT_THAT(message_of([&] { Store(file("text"), Store::Access::create); }),
                HasSubstr("expected a store"));
    EXPECT_THAT(message_of([&] { Store(file("missing"), Store::Access::read); }),
                HasSubstr("cannot be opened"));
    change(file("other"), "CREATE TABLE t (x)");
    EXPECT_THAT(message_of([&] { Store(file("other"), Store::Access::create); }),
                HasSubstr("expected a store of claimgraph"));
}

TEST_F(StoreTest, RefusesNewerVersions) {
    { Store store(file("a"), Store::Access::create); }
    change(file("a"), "PRAGMA user_version = 99");
    EXPECT_THAT(message_of([&] { Store(file("a"), Store::Access::read); }), HasSubstr("version 99"));
}

TEST_F(StoreTest, RefusesOlderVersions) {
    { Store store(file("a"), Store::Access::create); }
    change(file("a"), "PRAGMA user_version = 1");
    EXPECT_THAT(message_of([&] { Store(file("a"), Store::Access::read); }),
                HasSubstr("made by an older claimgraph"));
}

TEST_F(StoreTest, CheckFindsWhatWasTamperedWith) {
    const auto input = documents(6, 10);
    const auto fresh = [&](const std::string& name) {
        Store store(file(name), Store::Access::create);
        for (const auto& [document, statements] : input) store.add(document, statements);
        store.finish();
        return file(name);
    };
    const auto faults = [&](const std::filesystem::path& path) {
        return Store(path, Store::Access::write).check().faults;
    };
    const auto text = fresh("text");
    change(text, "UPDATE document_text SET text = replace(text, 'wire', 'wira')");
    EXPECT_THAT(faults(text), testing::Contains(HasSubstr("quote of statement")));
    const auto quote = fresh("quote");
    change(quote, "UPDATE statement SET json = replace(json, 'Norland', 'Nordland')");
    EXPECT_THAT(faults(quote), testing::Contains(HasSubstr("fingerprint")));
    const auto missing = fresh("missing");
    change(missing, "DELETE FROM statement WHERE id = 3");
    EXPECT_THAT(faults(missing), testing::Contains(HasSubstr("missing")));
    const auto count = fresh("count");
    change(count, "UPDATE unit_use SET count = count + 1 WHERE unit = 2");
    EXPECT_THAT(faults(count), testing::Contains(HasSubstr("counts")));
    const auto filed = fresh("filed");
    change(filed, "UPDATE statement SET subject = subject + 1 WHERE id = 1");
    EXPECT_THAT(faults(filed), testing::Contains(HasSubstr("filed")));
}

/// Whatever bytes are damaged: a message or a right answer, and no crash.
TEST_F(StoreTest, DamagedFilesAreRefusedOrRead) {
    const auto input = documents(8, 40);
    {
        Store store(file("sound"), Store::Access::create);
        for (const auto& [document, statements] : input) store.add(document, statements);
        store.finish();
    }
    std::ifstream in(file("sound"), std::ios::binary);
    const std::string sound((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::mt19937 random(11);
    std::size_t refused = 0;
    for (int round = 0; round < 60; ++round) {
        std::string damaged = sound;
        if (round % 3 == 0) {
            damaged.resize(random() % damaged.size());
        } else {
            for (std::size_t i = 0; i < 64; ++i)
                damaged[random() % damaged.size()] = static_cast<char>(random());
        }
        const auto path = file("damaged" + std::to_string(round));
        std::ofstream(path, std::ios::binary) << damaged;
        try {
            Store store(path, Store::Access::write);
            static_cast<void>(store.graph());
            const auto report = store.check();
            refused += report.faults.empty() ? 0 : 1;
        } catch (const StoreError&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 50u);
}

}  // namespace
}  // namespace claimgraph
