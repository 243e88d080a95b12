#include "ingest/extract/attribution/reporting_lexicon.hpp"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace claimgraph::attribution {
namespace {

using ::testing::HasSubstr;

class ReportingLexiconTest : public ::testing::Test {
  protected:
    [[nodiscard]] std::filesystem::path write(const std::string& rows) const {
        return folder_.write("reporting.tsv", "form\tclass\ttype\tframes\n" + rows);
    }

    std::string error(const std::string& rows) {
        try {
            const ReportingLexicon lexicon(write(rows));
        } catch (const LexiconError& e) {
            return e.what();
        }
        return "no error";
    }

  private:
    testing_support::TemporaryFolder folder_;
};

TEST_F(ReportingLexiconTest, JoinsRowsOfOneWordAndKeepsEachFramesType) {
    const ReportingLexicon lexicon(write("agree\tverb\tparaphrase\tclause|quote\nagree\tverb\tbelief\tto\n"));
    const ReportingWord* word = lexicon.find(WordClass::verb, "AGREE");
    ASSERT_NE(word, nullptr);
    EXPECT_TRUE(word->takes(Frame::clause));
    EXPECT_TRUE(word->takes(Frame::to));
    EXPECT_FALSE(word->takes(Frame::object));
    EXPECT_EQ(word->type(Frame::clause), AttributionType::paraphrase);
    EXPECT_EQ(word->type(Frame::to), AttributionType::belief);
}

TEST_F(ReportingLexiconTest, FindsParticlesAndPhrases) {
    const ReportingLexicon lexicon(
        write("call for\tverb\tparaphrase\tobject\naccording to\tphrase\tparaphrase\tclause\n"));
    EXPECT_NE(lexicon.find(WordClass::verb, "call", "for"), nullptr);
    EXPECT_EQ(lexicon.find(WordClass::verb, "call"), nullptr);
    EXPECT_EQ(lexicon.find(WordClass::noun, "call", "for"), nullptr);
    ASSERT_EQ(lexicon.phrases().size(), 1U);
    EXPECT_THAT(lexicon.phrases()[0].words, ::testing::ElementsAre("according", "to"));
}

TEST_F(ReportingLexiconTest, NamesLineAndFieldOfAFault) {
    EXPECT_THAT(error("say\tverb\tparaphrase\tclause\nsay\tverb\tgossip\tclause\n"),
                ::testing::AllOf(HasSubstr(":3"), HasSubstr("type"), HasSubstr("gossip")));
    EXPECT_THAT(error("say\tword\tparaphrase\tclause\n"), HasSubstr("class"));
    EXPECT_THAT(error("say\tverb\tparaphrase\tclaws\n"), HasSubstr("claws"));
}

TEST(ReportingLexiconFile, IsWellFormed) {
    const ReportingLexicon lexicon(std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons/reporting.tsv");
    ASSERT_NE(lexicon.find(WordClass::verb, "say"), nullptr);
    EXPECT_TRUE(lexicon.find(WordClass::verb, "say")->takes(Frame::clause));
}

}  // namespace
}  // namespace claimgraph::attribution
