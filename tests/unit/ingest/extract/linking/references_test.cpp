#include <gtest/gtest.h>

#include "ingest/extract/linking/linked.hpp"

namespace claimgraph {
namespace {

using testing::AnalysisBuilder;
using testing::named_at;

TEST(References, TheCountryIsTheStateNamedBefore) {
    AnalysisBuilder builder;
    builder.sentence({"Chad/PROPN/2/nsubj", "cut/VERB/0/root", "the/DET/4/det", "tax/NOUN/2/obj"})
        .sentence({"The/DET/2/det", "country/NOUN/3/nsubj", "sold/VERB/0/root/sell", "rice/NOUN/3/obj"});
    EXPECT_EQ(named_at(testing::link(builder), 5), "Chad");
}

TEST(References, ThePresidentIsWhoWasCalledSo) {
    AnalysisBuilder builder;
    builder
        .sentence({"President/PROPN/4/nsubj", "Ada/PROPN/1/flat", "Noor/PROPN/1/flat", "met/VERB/0/root/meet",
                   "Paul/PROPN/4/obj", "Ito/PROPN/5/flat"})
        .sentence({"The/DET/2/det", "president/NOUN/3/nsubj", "signed/VERB/0/root/sign", "the/DET/5/det",
                   "law/NOUN/3/obj"});
    EXPECT_EQ(named_at(testing::link(builder), 7), "Ada Noor");
}

TEST(References, PairsStandForTheTwoNamedLast) {
    AnalysisBuilder builder;
    builder.sentence({"Chad/PROPN/2/nsubj", "met/VERB/0/root/meet", "Niger/PROPN/2/obj"})
        .sentence({"Both/DET/2/det", "sides/NOUN/3/nsubj/side", "agreed/VERB/0/root/agree"})
        .sentence({"The/DET/2/det", "countries/NOUN/3/nsubj/country", "left/VERB/0/root/leave"});
    const DocumentEntities found = testing::link(builder);
    EXPECT_EQ(named_at(found, 4), "Chad + Niger");
    EXPECT_EQ(named_at(found, 7), "Chad + Niger");
}

TEST(References, TheyAreAllOfACoordination) {
    AnalysisBuilder builder;
    builder.sentence({"Chad/PROPN/4/nsubj", "and/CCONJ/3/cc", "Niger/PROPN/1/conj", "met/VERB/0/root/meet"})
        .sentence({"They/PRON/2/nsubj", "agreed/VERB/0/root/agree"});
    EXPECT_EQ(named_at(testing::link(builder), 4), "Chad + Niger");
}

TEST(References, WeInAQuotationAreThoseForWhomTheSpeakerSpeaks) {
    AnalysisBuilder builder;
    builder.sentence({"\u201C/PUNCT/4/punct", "^We/PRON/4/nsubj", "will/AUX/4/aux", "buy/VERB/13/ccomp",
                      "rice/NOUN/4/obj", "^,/PUNCT/4/punct", "^\u201D/PUNCT/4/punct", "Chadian/ADJ/10/amod",
                      "Trade/PROPN/10/compound", "Minister/PROPN/13/nsubj", "Ada/PROPN/10/flat",
                      "Noor/PROPN/10/flat", "said/VERB/0/root/say"});
    EXPECT_EQ(named_at(testing::link(builder), 1), "Chad");
}

TEST(References, NobodyIsMeantWhereNobodyWasNamed) {
    AnalysisBuilder builder;
    builder.sentence({"The/DET/2/det", "country/NOUN/3/nsubj", "sold/VERB/0/root/sell", "rice/NOUN/3/obj"})
        .sentence({"We/PRON/2/nsubj", "left/VERB/0/root/leave"});
    const DocumentEntities found = testing::link(builder);
    EXPECT_EQ(named_at(found, 1), "-");
    EXPECT_EQ(named_at(found, 4), "-");
}

}  // namespace
}  // namespace claimgraph
