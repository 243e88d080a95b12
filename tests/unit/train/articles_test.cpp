#include "train/articles.hpp"

#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace claimgraph::train {
namespace {

class Articles : public ::testing::Test {
  protected:
    std::vector<GoldDocument> read(const std::string& text) {
        folder_.write("one.article", text);
        return read_articles(folder_.path());
    }

    static constexpr const char* kHead = "id: one\ndate: 2003-05-06\nvoice: official\n\n";

    testing_support::TemporaryFolder folder_;
};

TEST_F(Articles, ReadsHeadTextAndStatements) {
    const auto documents =
        read(std::string(kHead) +
             "Peru taxes squid\n\nPeru will not tax squid, Rosa Lobo said.\n\n@@\n"
             "imposes | Peru; Lima | squid tax; tax | planned negative | Rosa Lobo | Peru will "
             "not | quantity=5 percent | optional\n");
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].document.date, "2003-05-06");
    EXPECT_EQ(documents[0].document.voice, Voice::official);
    EXPECT_EQ(documents[0].document.text, "Peru taxes squid\n\nPeru will not tax squid, Rosa Lobo said.\n\n");
    ASSERT_EQ(documents[0].statements.size(), 1U);
    const GoldStatement& s = documents[0].statements[0];
    EXPECT_EQ(s.subject.names, (std::vector<std::string>{"Peru", "Lima"}));
    EXPECT_EQ(s.object.kind, EntityKind::measure);
    EXPECT_EQ(s.factuality.status, Status::planned);
    EXPECT_EQ(s.factuality.polarity, Polarity::negative);
    ASSERT_TRUE(s.source);
    EXPECT_EQ(s.source->names.front(), "Rosa Lobo");
    EXPECT_TRUE(s.optional);
}

TEST_F(Articles, TakesKindsFromTheLine) {
    const auto documents = read(std::string(kHead) +
                                "Squid fell.\n\n@@\n"
                                "affects | Peru | squid prices | actual | - | Squid fell | "
                                "kind=topic | skind=country\n");
    EXPECT_EQ(documents[0].statements[0].subject.kind, EntityKind::country);
    EXPECT_EQ(documents[0].statements[0].object.kind, EntityKind::topic);
    EXPECT_FALSE(documents[0].statements[0].source);
}

TEST_F(Articles, NamesFileAndLineOfFaults) {
    const auto fault = [&](const std::string& line) {
        try {
            (void)read(std::string(kHead) + "Squid fell.\n\n@@\n" + line + "\n");
        } catch (const FormatError& error) {
            return std::string(error.what());
        }
        return std::string("no fault");
    };
    EXPECT_NE(fault("imposes | Peru").find("one.article:8"), std::string::npos);
    EXPECT_NE(fault("imposes | Peru | tax | certain | - | Squid fell").find("expected a status"),
              std::string::npos);
    EXPECT_NE(fault("imposes | Peru | tax | actual | - | Octopus").find("expected words of the text"),
              std::string::npos);
    EXPECT_NE(fault("imposes | Peru | tax | actual | - | Squid | kind=fish").find("expected a kind"),
              std::string::npos);
}

}  // namespace
}  // namespace claimgraph::train
