#include "ingest/extract/lexicon_table.hpp"

#include <filesystem>

#include <gmock/gmock.h>

#include "graph/model/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace claimgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class LexiconTableTest : public ::testing::Test {
  protected:
    [[nodiscard]] std::filesystem::path write(const std::string& content) const {
        return folder_.write("lexicon.tsv", content);
    }

    std::string error_of(const std::string& content) {
        try {
            const LexiconTable table(write(content), {"id", "name", "aliases"});
            for (const auto& row : table.rows()) {
                static_cast<void>(row.required("name"));
                static_cast<void>(row.list("aliases"));
            }
        } catch (const LexiconError& error) {
            return error.what();
        }
        return {};
    }

    testing_support::TemporaryFolder folder_;
};

TEST_F(LexiconTableTest, ReadsRowsListsAndEmptyFields) {
    const LexiconTable table(write("# comment\n\nid\tname\taliases\r\na\tAlpha\tone | two\nb\tBeta\t-"),
                             {"id", "name", "aliases"});
    ASSERT_EQ(table.rows().size(), 2U);
    EXPECT_EQ(table.rows()[0]["name"], "Alpha");
    EXPECT_THAT(table.rows()[0].list("aliases"), ElementsAre("one", "two"));
    EXPECT_EQ(table.rows()[1]["aliases"], "");
    EXPECT_TRUE(table.rows()[1].list("aliases").empty());
    EXPECT_EQ(table.rows()[1].line(), 5U);
}

TEST_F(LexiconTableTest, NamesFileLineAndFieldOfWhatIsWrong) {
    const std::string header = "id\tname\taliases\n";
    EXPECT_THAT(error_of(header + "a\tAlpha\n"), HasSubstr(":2: aliases: expected 3 fields, found 2"));
    EXPECT_THAT(error_of(header + "#\na\t-\tx\n"), HasSubstr(":3: name: expected a value"));
    EXPECT_THAT(error_of(header + "a\tAlpha\tx||y\n"), HasSubstr(":2: aliases: expected items"));
    EXPECT_THAT(error_of(header + "a\t\xFF\tx\n"), HasSubstr(":2: expected UTF-8"));
    EXPECT_THAT(error_of("id\tlabel\taliases\n"), HasSubstr(":1: expected the columns id, name, aliases"));
    EXPECT_THAT(error_of("# only a comment\n"), HasSubstr("expected a header line"));
}

TEST_F(LexiconTableTest, ReportsAFileThatIsNotThere) {
    EXPECT_THROW(LexiconTable("no/such/lexicon.tsv", {"id"}), IoError);
}

TEST_F(LexiconTableTest, GoesOnWithWhatFilesAdd) {
    const auto table = write("id\tname\taliases\na\tAlpha\t-\n");
    const auto more =
        folder_.write("more.tsv", "# mine\n[lexicon]\nb\tBeta\t-\n[other]\nx\n[lexicon]\nc\tGamma\t-\n");
    const LexiconTable read({table, {more}}, {"id", "name", "aliases"});
    ASSERT_EQ(read.rows().size(), 3U);
    EXPECT_EQ(read.rows()[1]["name"], "Beta");
    EXPECT_EQ(read.rows()[2]["name"], "Gamma");
    const auto faulty = folder_.write("faulty.tsv", "[lexicon]\n\nb\tBeta\n");
    try {
        const LexiconTable unread({table, {faulty}}, {"id", "name", "aliases"});
        FAIL() << "a row with two fields was taken";
    } catch (const LexiconError& error) {
        EXPECT_THAT(error.what(), HasSubstr("faulty.tsv:3: aliases: expected 3 fields, found 2"));
    }
}

TEST_F(LexiconTableTest, RefusesAdditionsToNoTable) {
    const std::filesystem::path folder = write("id\tname\taliases\n").parent_path();
    const auto error_of_addition = [&](const std::string& content) -> std::string {
        const auto more = folder_.write("more.tsv", content);
        try {
            const Lexicons lexicons(folder, {more});
        } catch (const LexiconError& error) {
            return error.what();
        }
        return {};
    };
    EXPECT_EQ(error_of_addition("[lexicon]\na\tAlpha\t-\n"), "");
    EXPECT_THAT(error_of_addition("a\tAlpha\t-\n"),
                HasSubstr("more.tsv:1: expected the name of a table in brackets first"));
    EXPECT_THAT(error_of_addition("[lexicon]\n[lexikon]\n"),
                HasSubstr("more.tsv:2: expected the name of a table in"));
    EXPECT_THAT(error_of_addition("[../lexicon]\n"), HasSubstr("found \"../lexicon\""));
    EXPECT_THROW(Lexicons("folder", {"no/such/file.tsv"}), IoError);
}

}  // namespace
}  // namespace claimgraph
