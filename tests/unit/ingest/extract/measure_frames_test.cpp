#include "ingest/extract/measure_frames.hpp"

#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/extract/linking/entity_linker.hpp"
#include "tests/unit/ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

using testing::AnalysisBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class MeasureFramesTest : public ::testing::Test {
  public:
    MeasureFramesTest& sentence(std::initializer_list<std::string_view> words) {
        builder_.sentence(words);
        return *this;
    }

    const Measures& read() {
        const std::string lexicons = std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons";
        static const Ontology ontology(lexicons);
        static const EntityLinker linker(lexicons);
        static const QuantityFinder finder(lexicons);
        static const TransparentNouns transparent(lexicons);
        analysis_ = builder_.build();
        tree_.emplace(analysis_);
        entities_ = linker.link({}, analysis_);
        for (const nlp::Sentence& s : analysis_.sentences) {
            for (QuantityMention& q : finder.find(analysis_, s.first, s.last)) quantities_.push_back(q);
        }
        measures_ = MeasureFrames(ontology, transparent)
                        .find(*tree_, entities_, quantities_, std::vector<bool>(analysis_.sentences.size()));
        return measures_;
    }

    std::vector<std::string> names() {
        std::vector<std::string> out;
        for (const Measure& m : measures_.measures) out.push_back(m.name);
        return out;
    }
    std::vector<std::string> of(const std::vector<FrameSlot>& slots) const {
        std::vector<std::string> out;
        for (const FrameSlot& slot : slots)
            out.push_back(slot.entity == kNone ? slot.name : entities_.entities[slot.entity].name);
        return out;
    }

    AnalysisBuilder builder_;
    nlp::Analysis analysis_;
    std::optional<Tree> tree_;
    DocumentEntities entities_;
    std::vector<QuantityMention> quantities_;
    Measures measures_;
};

TEST_F(MeasureFramesTest, ReadsPastAmountsToTheGoods) {
    sentence({"Peru/PROPN/2/nsubj", "imposed/VERB/0/root/impose", "tariffs/NOUN/2/obj/tariff",
              "on/ADP/5/case", "$/SYM/3/nmod", "^3/NUM/7/compound", "billion/NUM/5/nummod",
              "worth/NOUN/3/nmod", "of/ADP/11/case", "Chilean/ADJ/11/amod", "wine/NOUN/8/nmod"})
        .read();
    ASSERT_THAT(measures_.mentions, SizeIs(1));
    EXPECT_THAT(of(measures_.mentions[0].imposers), ElementsAre("Peru"));
    EXPECT_THAT(of(measures_.mentions[0].targets), ElementsAre("Chile"));
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("Chilean wine"));
    EXPECT_THAT(names(), ElementsAre("tariffs on Chilean wine"));
}

TEST_F(MeasureFramesTest, APhraseHungOnTheVerbBelongsToTheMeasureBeforeIt) {
    sentence({"Peru/PROPN/2/nsubj", "retaliated/VERB/0/root/retaliate", "with/ADP/4/case",
              "duties/NOUN/2/obl/duty", "of/ADP/7/case", "25/NUM/7/nummod", "%/SYM/4/nmod", "on/ADP/10/case",
              "Chilean/ADJ/10/amod", "copper/NOUN/2/obl"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].imposers), ElementsAre("Peru"));
    EXPECT_THAT(of(measures_.mentions[0].targets), ElementsAre("Chile"));
    EXPECT_THAT(measures_.mentions[0].rates, ElementsAre(25));
    EXPECT_THAT(names(), ElementsAre("duties on Chilean copper"));
}

TEST_F(MeasureFramesTest, WhoIsHitWithAMeasureIsItsTarget) {
    sentence({"Peru/PROPN/2/nsubj", "hit/VERB/0/root", "Chile/PROPN/2/obj", "with/ADP/5/case",
              "sanctions/NOUN/2/obl/sanction"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].imposers), ElementsAre("Peru"));
    EXPECT_THAT(of(measures_.mentions[0].targets), ElementsAre("Chile"));
}

TEST_F(MeasureFramesTest, ListsGoodsToTheEndHoweverTheyAreJoined) {
    sentence({"Duties/NOUN/11/nsubj/duty", "on/ADP/3/case", "wheat/NOUN/1/nmod", "^,/PUNCT/3/punct",
              "pork/NOUN/1/appos", "^,/PUNCT/7/punct", "motors/NOUN/5/conj/motor", "and/CCONJ/9/cc",
              "cars/NOUN/5/conj/car", "will/AUX/11/aux", "rise/VERB/0/root"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("wheat", "pork", "motors", "cars"));
}

TEST_F(MeasureFramesTest, AListEndsBeforeTheSubjectOfAClause) {
    sentence({"They/PRON/2/nsubj", "want/VERB/0/root", "tariffs/NOUN/2/obj/tariff", "on/ADP/5/case",
              "wheat/NOUN/3/nmod", "^,/PUNCT/9/punct", "and/CCONJ/9/cc", "Peru/PROPN/9/nsubj",
              "agrees/VERB/2/conj/agree"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("wheat"));
    EXPECT_THAT(of(measures_.mentions[0].targets), IsEmpty());
}

TEST_F(MeasureFramesTest, ExamplesAreCovered) {
    sentence({"Tariffs/NOUN/10/nsubj/tariff", "on/ADP/4/case", "Chilean/ADJ/4/amod", "goods/NOUN/1/nmod/good",
              "^,/PUNCT/7/punct", "including/VERB/7/case/include", "wine/NOUN/10/obl", "and/CCONJ/9/cc",
              "copper/NOUN/7/conj", "rose/VERB/0/root/rise"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("Chilean goods", "wine", "copper"));
    EXPECT_THAT(names(), ElementsAre("Tariffs on Chilean goods"));
}

TEST_F(MeasureFramesTest, ADayIsNoTarget) {
    sentence({"Peru/PROPN/2/nsubj", "announced/VERB/0/root/announce", "tariffs/NOUN/2/obj/tariff",
              "on/ADP/5/case", "Monday/PROPN/3/nmod"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].targets), IsEmpty());
}

TEST_F(MeasureFramesTest, ControlsOfExportsAreNotOnExports) {
    sentence(
        {"export/NOUN/2/compound", "controls/NOUN/0/root/control", "on/ADP/4/case", "gallium/NOUN/2/nmod"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("gallium"));
}

TEST_F(MeasureFramesTest, ClausesThatSayWhatAMeasureIsLaidOnFillItsFrame) {
    sentence({"Peru/PROPN/2/nsubj", "taxes/VERB/0/root/tax", "imports/NOUN/2/obj/import"})
        .sentence({"The/DET/2/det", "duty/NOUN/3/nsubj", "covers/VERB/0/root/cover", "copper/NOUN/3/obj"})
        .sentence({"Cars/NOUN/3/nsubj:pass/car", "are/AUX/3/aux:pass/be", "hit/VERB/0/root", "by/ADP/6/case",
                   "the/DET/6/det", "duty/NOUN/3/obl:agent"})
        .read();
    ASSERT_THAT(measures_.measures, SizeIs(1));
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("copper"));
    EXPECT_THAT(of(measures_.mentions[1].goods), ElementsAre("Cars"));
    EXPECT_EQ(measures_.measures[0].name, "duty on copper");
}

TEST_F(MeasureFramesTest, TheMoveIsTheMeasureBefore) {
    sentence({"Peru/PROPN/2/nsubj", "imposed/VERB/0/root/impose", "tariffs/NOUN/2/obj/tariff",
              "on/ADP/5/case", "copper/NOUN/3/nmod"})
        .sentence(
            {"Miners/NOUN/2/nsubj/miner", "welcomed/VERB/0/root/welcome", "the/DET/4/det", "move/NOUN/2/obj"})
        .read();
    ASSERT_THAT(measures_.measures, SizeIs(1));
    EXPECT_THAT(measures_.measures[0].mentions, ElementsAre(0, 1));
}

TEST_F(MeasureFramesTest, AMoveWithoutAMeasureBeforeItIsNone) {
    sentence(
        {"Miners/NOUN/2/nsubj/miner", "welcomed/VERB/0/root/welcome", "the/DET/4/det", "move/NOUN/2/obj"})
        .read();
    EXPECT_THAT(measures_.mentions, IsEmpty());
    EXPECT_EQ(measures_.mention_at(3), kNone);
}

TEST_F(MeasureFramesTest, TwoGoodsAreTwoMeasuresAndABareNounIsTheLast) {
    sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/3/case", "copper/NOUN/1/nmod"})
        .sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/3/case", "wine/NOUN/1/nmod"})
        .sentence({"The/DET/2/det", "tariffs/NOUN/0/root/tariff"})
        .read();
    EXPECT_THAT(names(), ElementsAre("tariffs on copper", "tariffs on wine"));
    EXPECT_THAT(measures_.measures[1].mentions, ElementsAre(1, 2));
}

TEST_F(MeasureFramesTest, BeingInPlaceIsNoPartOfAName) {
    sentence({"keep/VERB/0/root", "a/DET/3/det", "ban/NOUN/1/obj", "on/ADP/6/case", "onion/NOUN/6/compound",
              "exports/NOUN/3/nmod/export", "in/ADP/8/case", "place/NOUN/6/nmod"})
        .read();
    EXPECT_THAT(names(), ElementsAre("ban on onion exports"));
}

TEST_F(MeasureFramesTest, ADemonstrativePointsAtTheLast) {
    sentence({"a/DET/2/det", "tariff/NOUN/0/root", "on/ADP/4/case", "copper/NOUN/2/nmod"})
        .sentence({"a/DET/2/det", "duty/NOUN/0/root", "on/ADP/4/case", "wine/NOUN/2/nmod"})
        .sentence(
            {"That/DET/3/det/that", "additional/ADJ/3/amod", "duty/NOUN/4/nsubj", "fell/VERB/0/root/fall"})
        .read();
    EXPECT_THAT(measures_.measures, SizeIs(2));
    EXPECT_THAT(measures_.measures[1].mentions, ElementsAre(1, 2));
}

TEST_F(MeasureFramesTest, AnotherTariffIsNotTheLast) {
    sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/3/case", "copper/NOUN/1/nmod"})
        .sentence({"Another/DET/2/det", "tariff/NOUN/3/nsubj", "followed/VERB/0/root/follow"})
        .read();
    EXPECT_THAT(measures_.measures, SizeIs(2));
}

TEST_F(MeasureFramesTest, ALawWithoutAnotherNameIsNamedByItsPurpose) {
    sentence({"legislation/NOUN/0/root", "to/PART/3/mark", "curb/VERB/1/acl", "textile/NOUN/5/compound",
              "imports/NOUN/3/obj/import"})
        .read();
    EXPECT_THAT(names(), ElementsAre("legislation to curb textile imports"));
}

TEST_F(MeasureFramesTest, AgreementsWithTwoPartnersAreTwo) {
    sentence({"Peru/PROPN/2/nsubj", "signed/VERB/0/root/sign", "a/DET/4/det", "deal/NOUN/2/obj",
              "with/ADP/6/case", "Chile/PROPN/4/nmod"})
        .sentence({"It/PRON/2/nsubj", "seeks/VERB/0/root/seek", "a/DET/4/det", "deal/NOUN/2/obj",
                   "with/ADP/6/case", "Brazil/PROPN/4/nmod"})
        .read();
    EXPECT_THAT(names(), ElementsAre("deal with Chile", "deal with Brazil"));
}

TEST_F(MeasureFramesTest, TwoSortsOfTariffsAreTwo) {
    sentence({"reciprocal/ADJ/2/amod", "tariffs/NOUN/0/root/tariff"})
        .sentence({"retaliatory/ADJ/2/amod", "tariffs/NOUN/0/root/tariff"})
        .read();
    EXPECT_THAT(names(), ElementsAre("reciprocal tariffs", "retaliatory tariffs"));
}

TEST_F(MeasureFramesTest, TheValueOfTheGoodsTellsMeasuresApart) {
    sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/3/case", "$/SYM/1/nmod", "^34/NUM/5/compound",
              "billion/NUM/3/nummod", "of/ADP/8/case", "Chilean/ADJ/8/amod", "goods/NOUN/3/nmod/good"})
        .sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/3/case", "$/SYM/1/nmod", "^16/NUM/5/compound",
                   "billion/NUM/3/nummod", "of/ADP/8/case", "Chilean/ADJ/8/amod", "goods/NOUN/3/nmod/good"})
        .read();
    EXPECT_THAT(measures_.measures, SizeIs(2));
}

TEST_F(MeasureFramesTest, TheListOfTheNextSentenceIsTheMeasures) {
    sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/4/case", "Chilean/ADJ/4/amod", "goods/NOUN/1/nmod/good"})
        .sentence({"The/DET/2/det", "list/NOUN/3/nsubj", "includes/VERB/0/root/include", "wine/NOUN/3/obj",
                   "and/CCONJ/6/cc", "copper/NOUN/4/conj"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("Chilean goods", "wine", "copper"));
    EXPECT_EQ(measures_.mentions[0].goods.back().stated, 6U);
}

TEST_F(MeasureFramesTest, OtherThingsThatIncludeGoodsAreNotTheMeasures) {
    sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/4/case", "Chilean/ADJ/4/amod", "goods/NOUN/1/nmod/good"})
        .sentence({"The/DET/2/det", "dinner/NOUN/3/nsubj", "included/VERB/0/root/include", "wine/NOUN/3/obj"})
        .read();
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("Chilean goods"));
}

TEST_F(MeasureFramesTest, TheWordBeforeANounTellsAMeasureFromItsLike) {
    sentence({"tax/NOUN/2/compound", "credits/NOUN/0/root/credit"})
        .sentence({"The/DET/2/det", "credits/NOUN/3/nsubj/credit", "rolled/VERB/0/root/roll"})
        .sentence({"an/DET/3/det", "oil/NOUN/3/compound", "bill/NOUN/0/root"})
        .sentence({"a/DET/3/det", "tax/NOUN/3/compound", "bill/NOUN/0/root"})
        .read();
    EXPECT_THAT(names(), ElementsAre("tax credits", "tax bill"));
}

TEST_F(MeasureFramesTest, OrdersThatSomebodyPlacesAreNoMeasures) {
    sentence({"orders/NOUN/0/root/order", "from/ADP/3/case", "Chile/PROPN/1/nmod"})
        .sentence({"an/DET/3/det", "executive/ADJ/3/amod", "order/NOUN/0/root"})
        .read();
    EXPECT_THAT(names(), ElementsAre("executive order"));
}

TEST_F(MeasureFramesTest, ADecisionStandsForTheMeasureBeforeIt) {
    sentence({"Peru/PROPN/2/nsubj", "imposed/VERB/0/root/impose", "tariffs/NOUN/2/obj/tariff",
              "on/ADP/5/case", "copper/NOUN/3/nmod"})
        .sentence({"The/DET/2/det", "decision/NOUN/3/nsubj", "hurts/VERB/0/root/hurt", "smelters/NOUN/3/obj"})
        .sentence(
            {"The/DET/2/det", "decision/NOUN/0/root", "of/ADP/5/case", "a/DET/5/det", "court/NOUN/2/nmod"})
        .read();
    ASSERT_THAT(measures_.measures, SizeIs(1));
    EXPECT_THAT(measures_.measures[0].mentions, SizeIs(2));
}

TEST_F(MeasureFramesTest, AMoveInAppositionSumsUpWhatWasDone) {
    sentence({"Peru/PROPN/2/nsubj", "banned/VERB/0/root/ban", "exports/NOUN/2/obj/export"})
        .sentence({"Peru/PROPN/2/nsubj", "raised/VERB/0/root/raise", "tariffs/NOUN/2/obj/tariff",
                   ",/PUNCT/6/punct", "a/DET/6/det", "step/NOUN/3/appos", "that/PRON/8/nsubj",
                   "hurt/VERB/6/acl:relcl", "smelters/NOUN/8/obj"})
        .read();
    ASSERT_THAT(measures_.measures, SizeIs(1));
    EXPECT_THAT(measures_.measures[0].mentions, SizeIs(2));
}

TEST_F(MeasureFramesTest, ACompoundWithANumberStaysWholeInAName) {
    sentence({"four/NUM/3/nummod", "^-/PUNCT/3/punct", "^year/NOUN/4/compound", "pact/NOUN/0/root"}).read();
    EXPECT_THAT(names(), ElementsAre("four-year pact"));
}

TEST_F(MeasureFramesTest, AnAmountForEachUnitIsNoneOfTheName) {
    sentence({"a/DET/2/det", "levy/NOUN/0/root", "of/ADP/6/case", "30/NUM/5/nummod", "dlrs/NOUN/2/nmod/dlrs",
              "per/ADP/7/case", "tonne/NOUN/5/nmod"})
        .read();
    EXPECT_THAT(names(), ElementsAre("levy"));
}

TEST_F(MeasureFramesTest, ANameIsSpelledAsTheDocumentSpellsIt) {
    sentence({"The/DET/3/det", "Multifibre/PROPN/3/compound", "Arrangement/PROPN/0/root"})
        .sentence({"the/DET/2/det", "MFA/PROPN/0/root"})
        .read();
    EXPECT_THAT(names(), ElementsAre("Multifibre Arrangement"));
    EXPECT_EQ(measures_.measures[0].id, "measure:multi-fibre-arrangement");
}

TEST_F(MeasureFramesTest, AMeasureNeverSaidInFullIsNamedByTheGoodsOfItsSentences) {
    sentence({"Peru/PROPN/2/nsubj", "buys/VERB/0/root/buy", "wine/NOUN/2/obj"})
        .sentence({"The/DET/2/det", "ban/NOUN/3/nsubj", "hurts/VERB/0/root/hurt", "wine/NOUN/3/obj"})
        .read();
    EXPECT_THAT(names(), ElementsAre("ban on wine"));
}

TEST_F(MeasureFramesTest, AnAverageOrAPriceForEachUnitHidesNoGoods) {
    sentence({"duties/NOUN/0/root/duty", "averaging/VERB/1/acl/average/VBG", "34/NUM/4/nummod",
              "percent/NOUN/2/obj", "on/ADP/6/case", "olives/NOUN/2/obl/olive"})
        .sentence({"a/DET/2/det", "fee/NOUN/0/root", "of/ADP/5/case", "300/NUM/5/nummod",
                   "dollars/NOUN/2/nmod", "a/DET/7/det", "tonne/NOUN/5/nmod", "on/ADP/9/case",
                   "rice/NOUN/2/nmod"})
        .read();
    EXPECT_THAT(names(), ElementsAre("duties on olives", "fee on rice"));
}

TEST_F(MeasureFramesTest, WhatATariffIsLaidOnIsGoodsKnownOrNot) {
    sentence({"tariffs/NOUN/0/root/tariff", "on/ADP/3/case", "doohickeys/NOUN/1/nmod/doohickey"}).read();
    EXPECT_THAT(of(measures_.mentions[0].goods), ElementsAre("doohickeys"));
}

TEST_F(MeasureFramesTest, ABareAgreementIsNamedByTheGoodsThatItIsOn) {
    sentence({"a/DET/2/det", "pact/NOUN/0/root", "limiting/VERB/2/acl/limit/VBG", "copper/NOUN/5/compound",
              "shipments/NOUN/3/obj/shipment"})
        .read();
    EXPECT_THAT(names(), ElementsAre("pact on copper shipments"));
}

}  // namespace
}  // namespace claimgraph
