#include "ingest/extract/attribution/quotations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph::attribution {
namespace {

using claimgraph::testing::AnalysisBuilder;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Quotations, CurlyStraightAndDoubledMarks) {
    for (const auto& [open, close] : {std::pair{"“/PUNCT/2", "^”/PUNCT/2"},
                                      {"\"/PUNCT/2", "^\"/PUNCT/2"},
                                      {"''/PUNCT/2", "^''/PUNCT/2"},
                                      {"«/PUNCT/2", "^»/PUNCT/2"}}) {
        AnalysisBuilder text;
        text.sentence({open, "^We/PRON/3", "stay/VERB/0", "right/ADV/3", "here/ADV/3", close, "ok/X/3"});
        const nlp::Analysis analysis = text.build();
        const Quotations quotations(analysis);
        ASSERT_THAT(quotations.all(), SizeIs(1)) << open;
        EXPECT_EQ(quotations.all()[0].tokens, (TokenRange{0, 6})) << open;
        EXPECT_TRUE(quotations.all()[0].direct) << open;
        EXPECT_TRUE(quotations.all()[0].closed) << open;
        EXPECT_EQ(quotations.at(5), 0U) << open;
        EXPECT_EQ(quotations.at(6), nlp::kNone) << open;
    }
}

TEST(Quotations, FurtherParagraphsOpenAgain) {
    AnalysisBuilder text;
    text.sentence({"“/PUNCT/3", "^We/PRON/3", "stay/VERB/0", "^./PUNCT/3"});
    text.sentence({"“/PUNCT/3", "^They/PRON/3", "go/VERB/0", "^./PUNCT/3", "^”/PUNCT/3"});
    const nlp::Analysis analysis = text.build();
    const Quotations quotations(analysis);
    ASSERT_THAT(quotations.all(), SizeIs(1));
    EXPECT_EQ(quotations.all()[0].tokens, (TokenRange{0, 9}));
}

TEST(Quotations, UnclosedEndsWithItsParagraph) {
    AnalysisBuilder text;
    text.sentence({"\"/PUNCT/3", "^We/PRON/3", "stay/VERB/0", "^./PUNCT/3"});
    text.sentence({"They/PRON/2", "go/VERB/0", "^./PUNCT/2"});
    const nlp::Analysis analysis = text.build();
    const Quotations quotations(analysis);
    ASSERT_THAT(quotations.all(), SizeIs(1));
    EXPECT_EQ(quotations.all()[0].tokens, (TokenRange{0, 4}));
    EXPECT_FALSE(quotations.all()[0].closed);
}

TEST(Quotations, ApostropheOpensNone) {
    AnalysisBuilder text;
    text.sentence({"unions/NOUN/2", "^'/PUNCT/1", "demands/NOUN/0"});
    const nlp::Analysis analysis = text.build();
    EXPECT_THAT(Quotations(analysis).all(), IsEmpty());
}

TEST(Quotations, BorrowedPhraseIsNotDirect) {
    AnalysisBuilder text;
    text.sentence({"a/DET/3", "“/PUNCT/3", "^fair/ADJ/4", "^”/PUNCT/3", "levy/NOUN/0"});
    const nlp::Analysis analysis = text.build();
    const Quotations quotations(analysis);
    ASSERT_THAT(quotations.all(), SizeIs(1));
    EXPECT_FALSE(quotations.all()[0].direct);
}

}  // namespace
}  // namespace claimgraph::attribution
