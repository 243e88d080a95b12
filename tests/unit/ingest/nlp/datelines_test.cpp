#include "ingest/nlp/datelines.hpp"

#include <gtest/gtest.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph::nlp {
namespace {

using claimgraph::testing::AnalysisBuilder;

TEST(DatelinesTest, DividesAndJoinsSentencesThatOpenWithAPlace) {
    AnalysisBuilder builder;
    builder.sentence({"LIMA/PROPN/0/root", "^,/PUNCT/1/punct", "May/PROPN/1/dep", "3/NUM/3/nummod",
                      "-/PUNCT/1/punct", "Peru/PROPN/2/nsubj", "bought/VERB/0/root", "wheat/NOUN/2/obj",
                      "^./PUNCT/2/punct"});
    Analysis analysis = builder.build();
    DatelinesApart datelines(analysis);
    ASSERT_EQ(analysis.sentences.size(), 2U);
    EXPECT_EQ(analysis.sentences[0].last, 5U);
    EXPECT_EQ(analysis.sentences[1].first, 5U);
    for (std::uint32_t t = 5; t < 9; ++t) analysis.tokens[t].head = t == 6 ? kNone : 6;
    datelines.join();
    ASSERT_EQ(analysis.sentences.size(), 1U);
    EXPECT_EQ(analysis.tokens[0].head, 6U);
    EXPECT_EQ(analysis.tokens[0].deprel, Deprel::parataxis);
    EXPECT_EQ(analysis.tokens[6].head, kNone);
}

TEST(DatelinesTest, LeavesOtherDashes) {
    for (const char* first : {"Peru/PROPN/0/root", "a/DET/0/root"}) {
        AnalysisBuilder builder;
        builder.sentence({first, "-/PUNCT/1/punct", "Chile/PROPN/1/dep", "said/VERB/1/dep", "no/ADV/1/dep",
                          "^./PUNCT/1/punct"});
        Analysis analysis = builder.build();
        const DatelinesApart datelines(analysis);
        EXPECT_EQ(analysis.sentences.size(), 1U);
    }
}

}  // namespace
}  // namespace claimgraph::nlp
