#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "ingest/readers/metadata_index.hpp"
#include "ingest/readers/title.hpp"
#include "ingest/readers/voice_detector.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/ingest/readers/collecting_sink.hpp"

namespace claimgraph {
namespace {

using ::testing::HasSubstr;

TEST(DocumentDate, IsACalendarDate) {
    for (const char* date : {"2024", "2024-02", "2024-02-29", "0987-12-31"})
        EXPECT_TRUE(is_document_date(date)) << date;
    for (const char* date : {"", "24", "2023-02-29", "2024-13", "2024-00-01", "2024/02/01", "2024-2-1",
                             "20240201", "2024-02-2x", "-024-02-01", "2024-02-01T00:00"})
        EXPECT_FALSE(is_document_date(date)) << date;
}

TEST(Title, IsAShortFirstLineBeforeABlankLine) {
    EXPECT_EQ(find_title("Kenya lifts maize ban\n\nNAIROBI - Text."), "Kenya lifts maize ban");
    EXPECT_EQ(find_title("\xEF\xBB\xBF  U.S. and Acme Corp. agree on quotas \r\n \t\r\nText."),
              "U.S. and Acme Corp. agree on quotas");
    EXPECT_EQ(find_title("Kenya lifts maize ban\nText."), "");
    EXPECT_EQ(find_title("Kenya lifts its ban.\n\nText."), "");
    EXPECT_EQ(find_title("Kenya lifts its ban. Uganda waits\n\nText."), "");
    EXPECT_EQ(find_title(std::string(201, 'x') + "\n\nText."), "");
    std::string accents;
    for (int i = 0; i < 200; ++i) accents += "é";
    EXPECT_EQ(find_title(accents + "\n\nText."), accents);
    EXPECT_EQ(find_title("\n\nText."), "");
    EXPECT_EQ(find_title("One line"), "");
    EXPECT_EQ(find_title(""), "");
}

class MetadataIndexTest : public ::testing::Test {
  protected:
    testing_support::TemporaryFolder folder_;
    CollectingSink sink_;
};

TEST_F(MetadataIndexTest, FindsByPathThenByName) {
    const std::string path = folder_.write("index.tsv",
                                           "file\tdate\tnote\toutlet\tvoice\r\n"
                                           "a/x.txt\t2024-01\tskip\tFirst\topinion\r\n"
                                           "b/x.txt\t2024-02\t\tSecond\r\n"
                                           "y.txt\t2024\n");
    const MetadataIndex index(path, sink_);
    EXPECT_TRUE(sink_.faults.empty()) << sink_.messages();
    const auto* a = index.find(folder_.path() / "a/x.txt");
    ASSERT_NE(a, nullptr);
    EXPECT_EQ(a->outlet, "First");
    EXPECT_EQ(a->voice, Voice::opinion);
    EXPECT_EQ(index.find(folder_.path() / "a/../b/x.txt")->date, "2024-02");
    EXPECT_EQ(index.find("elsewhere/x.txt"), nullptr) << "two rows have that name";
    ASSERT_NE(index.find("elsewhere/y.txt"), nullptr);
    EXPECT_EQ(index.find("elsewhere/y.txt")->date, "2024");
    EXPECT_EQ(index.find("z.txt"), nullptr);
}

TEST_F(MetadataIndexTest, FaultyRowsAreNamed) {
    const std::string path = folder_.write("index.tsv",
                                           "file\tdate\tvoice\n"
                                           "a.txt\tyesterday\n"
                                           "b.txt\t2024\tloud\n"
                                           "\t2024\n"
                                           "c.txt\t2024\tnews\tmore\n"
                                           "d.txt\t2024\n"
                                           "d.txt\t2025\n");
    const MetadataIndex index(path, sink_);
    EXPECT_EQ(sink_.faults.size(), 5U);
    EXPECT_THAT(sink_.messages(),
                HasSubstr(path + ":2: date: expected YYYY, YYYY-MM or YYYY-MM-DD, found 'yesterday'"));
    EXPECT_THAT(sink_.messages(),
                HasSubstr(path + ":3: voice: expected news, official, opinion, found 'loud'"));
    EXPECT_THAT(sink_.messages(), HasSubstr(path + ":4: file: expected a file name, found nothing"));
    EXPECT_THAT(sink_.messages(), HasSubstr(path + ":5: expected at most 3 fields, found 4"));
    EXPECT_THAT(sink_.messages(), HasSubstr(path + ":7: file: 'd.txt' has a row already"));
    EXPECT_EQ(index.find("d.txt")->date, "2024");
}

TEST_F(MetadataIndexTest, NeedsAFileColumn) {
    const std::string path = folder_.write("index.tsv", "name\tdate\n");
    EXPECT_THROW(MetadataIndex(path, sink_), FormatError);
    EXPECT_THROW(MetadataIndex(folder_.path() / "none.tsv", sink_), IoError);
}

class VoiceTest : public ::testing::Test {
  protected:
    Voice voice(const std::string& url, const std::string& outlet, const std::string& title,
                const std::string& text) {
        Document document;
        document.url = url;
        document.outlet = outlet;
        document.title = title;
        document.text = text;
        return detector_.detect(document);
    }
    VoiceDetector detector_{std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons"};
};

TEST_F(VoiceTest, OfficialByHostOutletOrHeading) {
    EXPECT_EQ(voice("https://www.trade.gov.in/x", "", "", ""), Voice::official);
    EXPECT_EQ(voice("http://user@energy.gov:80", "", "", ""), Voice::official);
    EXPECT_EQ(voice("https://ec.europa.eu/news", "", "", ""), Voice::official);
    EXPECT_EQ(voice("", "Ministry of Economy, Chile", "", ""), Voice::official);
    EXPECT_EQ(voice("", "", "FACT SHEET: A new quota", ""), Voice::official);
    EXPECT_EQ(voice("", "", "", "\n  For Immediate Release\nText"), Voice::official);
}

TEST_F(VoiceTest, OpinionByFolderOrHeading) {
    EXPECT_EQ(voice("https://paper.example/opinion/2024/quota.html", "", "", ""), Voice::opinion);
    EXPECT_EQ(voice("", "", "Opinion: The quota fails", ""), Voice::opinion);
}

TEST_F(VoiceTest, AllElseIsNews) {
    EXPECT_EQ(voice("", "", "", ""), Voice::news);
    EXPECT_EQ(
        voice("https://governing.example/opinions-differ", "The Governor", "Opinions differ on quota", ""),
        Voice::news);
    EXPECT_EQ(voice("https://gov.example.com/x", "Daily", "Ministry raises duty", "The ministry raised it."),
              Voice::news);
}

}  // namespace
}  // namespace claimgraph
