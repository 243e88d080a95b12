#include "ingest/extract/factuality.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/unit/ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

using testing::AnalysisBuilder;

const Ontology& ontology() {
    static const Ontology loaded(std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons");
    return loaded;
}

/// Reads the factuality of word `word` (from 0) of a sentence.
Factuality read(std::initializer_list<std::string_view> words, TokenIndex word,
                std::optional<Status> own = std::nullopt) {
    AnalysisBuilder builder;
    builder.sentence(words);
    const nlp::Analysis analysis = builder.build();
    const Tree tree(analysis);
    return FactualityWalker(ontology(), tree).read(word, own, false).value;
}

constexpr Factuality kActual{Status::actual, Polarity::positive};

TEST(Factuality, APlainPastVerbIsActual) {
    EXPECT_EQ(read({"Peru/PROPN/2/nsubj", "imposed/VERB/0/root/impose", "duties/NOUN/2/obj/duty"}, 1),
              kActual);
}

TEST(Factuality, WillIsPlannedAndMayIsPossible) {
    EXPECT_EQ(read({"Peru/PROPN/3/nsubj", "will/AUX/3/aux", "lift/VERB/0/root", "duties/NOUN/3/obj"}, 2),
              (Factuality{Status::planned, Polarity::positive}));
    EXPECT_EQ(read({"Peru/PROPN/3/nsubj", "may/AUX/3/aux", "lift/VERB/0/root", "duties/NOUN/3/obj"}, 2),
              (Factuality{Status::possible, Polarity::positive}));
}

TEST(Factuality, NegationFlipsPolarity) {
    EXPECT_EQ(read({"Peru/PROPN/4/nsubj", "did/AUX/4/aux/do", "not/PART/4/advmod", "lift/VERB/0/root",
                    "duties/NOUN/4/obj"},
                   3),
              (Factuality{Status::actual, Polarity::negative}));
}

TEST(Factuality, AnAgreementToDelayIsAPlan) {
    EXPECT_EQ(read({"Peru/PROPN/2/nsubj", "agreed/VERB/0/root/agree", "to/PART/4/mark", "delay/VERB/2/xcomp",
                    "duties/NOUN/4/obj"},
                   3),
              (Factuality{Status::planned, Polarity::positive}));
}

TEST(Factuality, ARefusalIsNegative) {
    EXPECT_EQ(read({"Peru/PROPN/2/nsubj", "refused/VERB/0/root/refuse", "to/PART/4/mark", "lift/VERB/2/xcomp",
                    "duties/NOUN/4/obj"},
                   3),
              (Factuality{Status::actual, Polarity::negative}));
}

TEST(Factuality, HaltedPurchasesAreHaltedAndPlannedHaltsAreNegativePlans) {
    EXPECT_EQ(read({"Peru/PROPN/2/nsubj", "halted/VERB/0/root/halt", "wheat/NOUN/4/compound",
                    "purchases/NOUN/2/obj/purchase"},
                   3),
              (Factuality{Status::halted, Polarity::positive}));
    EXPECT_EQ(read({"Peru/PROPN/2/nsubj", "agreed/VERB/0/root/agree", "to/PART/4/mark", "stop/VERB/2/xcomp",
                    "buying/VERB/4/xcomp/buy", "wheat/NOUN/5/obj"},
                   4),
              (Factuality{Status::planned, Polarity::negative}));
}

TEST(Factuality, APlannedThingThatIsPreventedIsAverted) {
    EXPECT_EQ(read({"Talks/NOUN/2/nsubj", "averted/VERB/0/root/avert", "a/DET/5/det", "planned/ADJ/5/amod",
                    "increase/NOUN/2/obj"},
                   4),
              (Factuality{Status::averted, Polarity::positive}));
}

TEST(Factuality, AQuestionSaysNothingHappened) {
    EXPECT_EQ(read({"Did/AUX/3/aux/do", "Peru/PROPN/3/nsubj", "impose/VERB/0/root", "duties/NOUN/3/obj",
                    "^?/PUNCT/3/punct"},
                   2),
              (Factuality{Status::possible, Polarity::positive}));
}

TEST(Factuality, UnlessMakesAFutureAThreat) {
    EXPECT_EQ(read({"Peru/PROPN/3/nsubj", "will/AUX/3/aux", "impose/VERB/0/root", "duties/NOUN/3/obj",
                    "unless/SCONJ/7/mark", "Chile/PROPN/7/nsubj", "yields/VERB/3/advcl/yield"},
                   2),
              (Factuality{Status::threatened, Polarity::positive}));
}

TEST(Factuality, ARelativeClauseIsNotUnderTheVerbThatGovernsItsNoun) {
    EXPECT_EQ(read({"Chile/PROPN/2/nsubj", "wants/VERB/0/root/want", "duties/NOUN/2/obj", "that/PRON/6/obj",
                    "Peru/PROPN/6/nsubj", "imposed/VERB/3/acl:relcl/impose"},
                   5),
              kActual);
}

}  // namespace
}  // namespace claimgraph
