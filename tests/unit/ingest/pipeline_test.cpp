#include "ingest/pipeline.hpp"

#include <sstream>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "ingest/readers/inputs.hpp"
#include "ingest/statements/statement_writer.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/ingest/readers/collecting_sink.hpp"

namespace claimgraph {
namespace {

using ::testing::HasSubstr;

/// One statement a document, whose evidence is the whole text.
Extraction one_statement(const Document& document) {
    if (document.text.find("broken") != std::string::npos) throw std::runtime_error("no way to analyse this");
    Statement statement;
    statement.id = document.id + ":0:0";
    statement.relation = "raises";
    statement.subject = {"Peru", EntityKind::country, "", "PER", {}, {}, {}, {}};
    statement.object = {"duty", EntityKind::measure, "tariff", "", {}, {}, {}, {}};
    statement.evidence = {document.id, 0, {0, document.text.size()}, document.text, {}};
    return {{statement}};
}

class PipelineTest : public ::testing::Test {
  protected:
    std::string run(const std::vector<std::string>& names, unsigned threads) {
        std::ostringstream out;
        StatementWriter writer(out, false);
        const auto inputs = find_inputs(names, nullptr, faults_);
        run_pipeline(inputs, options_, one_statement, threads, writer, faults_);
        return out.str();
    }
    testing_support::TemporaryFolder folder_;
    RelationVocabulary relations_{std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons"};
    ReadOptions options_{{}, nullptr, nullptr, &relations_, {}};
    CollectingSink faults_;
};

TEST_F(PipelineTest, TheNumberOfThreadsDoesNotShow) {
    std::string lines;
    for (int i = 0; i < 200; ++i) {
        lines +=
            i % 50 == 17 ? "{\"text\": \"broken\"}\n" : "{\"text\": \"Text " + std::to_string(i) + "\"}\n";
        if (i % 60 == 5) lines += "{no JSON}\n";
    }
    const std::vector<std::string> names{folder_.write("feed.jsonl", lines),
                                         folder_.write("a.txt", "One text.")};
    const std::string alone = run(names, 1);
    const std::string messages = faults_.messages();
    EXPECT_THAT(messages, HasSubstr("feed.jsonl:19: no way to analyse this"));
    EXPECT_EQ(faults_.faults.size(), 8U);
    for (const unsigned threads : {2U, 5U}) {
        faults_.faults.clear();
        EXPECT_EQ(run(names, threads), alone);
        EXPECT_EQ(faults_.messages(), messages);
    }
}

TEST_F(PipelineTest, FinishedStatementsPassThroughUnchanged) {
    const std::vector<std::string> names{folder_.write("a.txt", "One text."),
                                         folder_.write("b.txt", "Another – text.")};
    const std::string extracted = run(names, 2);
    EXPECT_EQ(run({folder_.write("out.jsonl", extracted)}, 2), extracted);
    EXPECT_TRUE(faults_.faults.empty()) << faults_.messages();
}

struct StrictSink : Diagnostics {
    void report(const Diagnostic& fault) override { throw Error(to_string(fault)); }
};

TEST_F(PipelineTest, AStrictSinkEndsTheRun) {
    const std::vector<std::string> names{folder_.write("a.txt", "broken"), folder_.write("b.txt", "fine")};
    std::ostringstream out;
    StatementWriter writer(out, false);
    StrictSink strict;
    const auto inputs = find_inputs(names, nullptr, strict);
    EXPECT_THROW(run_pipeline(inputs, options_, one_statement, 3, writer, strict), Error);
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace claimgraph
