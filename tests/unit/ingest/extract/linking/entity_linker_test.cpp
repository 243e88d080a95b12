#include "ingest/extract/linking/entity_linker.hpp"

#include <gmock/gmock.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

std::string names(std::initializer_list<std::string_view> words) {
    const EntityLinker linker(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons");
    testing::AnalysisBuilder builder;
    const nlp::Analysis analysis = builder.sentence(words).build();
    Document document;
    document.date = "2019-05-10";
    std::string out;
    const DocumentEntities found = linker.link(document, analysis);
    for (const EntityMention& mention : found.mentions) {
        const LinkedEntity* entity = found.entity_of(mention);
        out += (out.empty() ? "" : "; ") + (entity == nullptr ? "?" : entity->name + " " + entity->id);
    }
    return out;
}

TEST(EntityLinker, NamesCountriesByAdjectiveAndSeat) {
    EXPECT_EQ(names({"Ottawa/PROPN/2/nsubj", "taxed/VERB/0/root", "Chilean/ADJ/4/amod", "copper/NOUN/2/obj"}),
              "Canada CAN; Chilean copper ; Chile CHL");
}

TEST(EntityLinker, NamesGroupsByTheirPhrase) {
    EXPECT_EQ(names({"Chilean/ADJ/2/amod", "officials/NOUN/3/nsubj", "agreed/VERB/0/root"}),
              "Chilean officials ; Chile CHL");
}

TEST(EntityLinker, FlagsASeatAsThePlaceOfAnEvent) {
    const EntityLinker linker(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons");
    testing::AnalysisBuilder builder;
    const nlp::Analysis analysis =
        builder.sentence({"They/PRON/2/nsubj", "met/VERB/0/root", "in/ADP/4/case", "Ottawa/PROPN/2/obl"})
            .build();
    const DocumentEntities found = linker.link({}, analysis);
    ASSERT_NE(found.mention_at(3), nlp::kNone);
    EXPECT_TRUE(found.mentions[found.mention_at(3)].place_reading);
}

TEST(EntityLinker, FollowsTheDocumentsSpellingOfAKnownName) {
    EXPECT_EQ(names({"Nicolas/PROPN/3/nsubj", "Maduro/PROPN/1/flat", "left/VERB/0/root/leave"}),
              "Nicolas Maduro ");
    EXPECT_EQ(names({"The/DET/2/det", "Department/PROPN/5/nsubj", "of/ADP/4/case", "Agriculture/PROPN/2/nmod",
                     "left/VERB/0/root/leave"}),
              "Department of Agriculture ");
}

TEST(EntityLinker, FindsGoodsThatStandInAListOfGoods) {
    EXPECT_EQ(names({"Chad/PROPN/2/nsubj", "taxed/VERB/0/root/tax", "wheat/NOUN/2/obj", "^,/PUNCT/5/punct",
                     "corn/NOUN/3/conj", "^,/PUNCT/7/punct", "anvils/NOUN/3/conj/anvil", "and/CCONJ/9/cc",
                     "rice/NOUN/3/conj"}),
              "Chad TCD; wheat ; corn ; anvils ; rice ");
    EXPECT_EQ(names({"anvils/NOUN/2/nsubj/anvil", "rust/VERB/0/root"}), "");
}

TEST(EntityLinker, TakesWhatIsTradedForAGood) {
    EXPECT_EQ(names({"Chad/PROPN/2/nsubj", "bought/VERB/0/root/buy", "anvils/NOUN/2/obj/anvil"}),
              "Chad TCD; anvils ");
    EXPECT_EQ(names({"a/DET/2/det", "tax/NOUN/5/nsubj", "on/ADP/4/case", "rickshaws/NOUN/2/nmod/rickshaw",
                     "lapsed/VERB/0/root/lapse"}),
              "rickshaws ");
    EXPECT_EQ(names({"Chad/PROPN/2/nsubj", "sold/VERB/0/root/sell", "shares/NOUN/2/obj/share"}), "Chad TCD");
}

TEST(EntityLinker, ReadsListsOfGoodsWhereTheTreeIsWrong) {
    EXPECT_EQ(names({"It/PRON/2/nsubj/it", "hit/VERB/0/root", "wine/NOUN/8/compound", "^,/PUNCT/5/punct",
                     "ketchup/ADJ/3/conj", "and/CCONJ/7/cc", "lawn/NOUN/3/conj", "mowers/NOUN/2/obj/mower"}),
              "?; wine ; ketchup ; lawn mowers ");
}

TEST(EntityLinker, GivesCoordinatedModifiersTheirNoun) {
    testing::AnalysisBuilder builder;
    const nlp::Analysis analysis =
        builder
            .sentence({"Chad/PROPN/2/nsubj", "bought/VERB/0/root/buy", "consumer/NOUN/6/compound",
                       "and/CCONJ/5/cc", "industrial/ADJ/3/conj", "goods/NOUN/2/obj/good"})
            .build();
    const DocumentEntities found =
        EntityLinker(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons").link({}, analysis);
    const EntityMention& mention = found.mentions[found.mention_at(5)];
    EXPECT_EQ(found.entity_of(mention)->name, "industrial goods");
    ASSERT_EQ(mention.members.size(), 1U);
    EXPECT_EQ(found.entities[mention.members.front()].name, "consumer goods");
}

TEST(EntityLinker, LeavesQuantifiersOutOfNames) {
    EXPECT_EQ(names({"Such/ADJ/2/amod", "goods/NOUN/3/nsubj/good", "left/VERB/0/root/leave"}), "goods ");
    EXPECT_EQ(names({"more/ADJ/2/amod", "factories/NOUN/3/nsubj/factory", "closed/VERB/0/root/close"}),
              "factories ");
}

TEST(EntityLinker, JoinsTheWordsOfABodysName) {
    EXPECT_EQ(names({"the/DET/2/det", "Centre/PROPN/6/nsubj", "for/ADP/5/case", "Coastal/PROPN/5/compound",
                     "Trade/PROPN/2/nmod", "left/VERB/0/root/leave"}),
              "Centre for Coastal Trade ");
    EXPECT_EQ(names({"the/DET/2/det", "Ministry/PROPN/7/nsubj", "of/ADP/4/case", "Trade/PROPN/2/nmod",
                     "and/CCONJ/6/cc", "Fisheries/PROPN/4/conj", "left/VERB/0/root/leave"}),
              "Ministry of Trade and Fisheries ");
    EXPECT_EQ(names({"the/DET/6/det", "Coastal/PROPN/3/compound", "Rice/PROPN/6/compound", "and/CCONJ/5/cc",
                     "Customs/PROPN/3/conj", "Board/PROPN/7/nsubj", "left/VERB/0/root/leave"}),
              "Coastal Rice and Customs Board ");
}

TEST(EntityLinker, TakesSomebodyByTheWordsOfOfficeAlone) {
    EXPECT_EQ(names({"Chad/PROPN/4/nmod:poss", "^'s/PART/1/case", "trade/NOUN/4/compound",
                     "minister/NOUN/5/nsubj", "left/VERB/0/root/leave"}),
              "Chad's trade minister ; Chad TCD");
    EXPECT_EQ(names({"the/DET/2/det", "governor/NOUN/3/nsubj", "left/VERB/0/root/leave"}), "governor ");
}

TEST(EntityLinker, KeepsTheNamesThatAGroupIsOfTogether) {
    EXPECT_EQ(
        names({"ministers/NOUN/8/nsubj/minister", "of/ADP/3/case", "Chad/PROPN/1/nmod", "^,/PUNCT/5/punct",
               "Niger/PROPN/3/conj", "and/CCONJ/7/cc", "Mali/PROPN/3/conj", "met/VERB/0/root/meet"}),
        "ministers of Chad, Niger and Mali ; Chad TCD; Niger NER; Mali MLI");
}

TEST(EntityLinker, KeepsRankAndHyphenWithinNames) {
    EXPECT_EQ(names({"the/DET/4/det", "General/PROPN/4/compound", "Stores/PROPN/4/compound/Store",
                     "Board/PROPN/5/nsubj", "left/VERB/0/root/leave"}),
              "General Stores Board ");
    EXPECT_EQ(names({"the/DET/2/det", "minister/NOUN/7/nsubj", "Pak/PROPN/2/flat", "Su/PROPN/3/flat",
                     "^-/PUNCT/6/punct", "^il/X/4/flat", "left/VERB/0/root/leave"}),
              "Pak Su-il ");
}

TEST(EntityLinker, CallsAKnownNameAsTheDocumentDoes) {
    EXPECT_EQ(names({"Treasury/PROPN/2/nsubj", "left/VERB/0/root/leave"}), "Treasury ");
    EXPECT_EQ(names({"OPEC/PROPN/2/nsubj", "met/VERB/0/root/meet"}),
              "Organization of the Petroleum Exporting Countries OPEC");
}

TEST(EntityLinker, TellsPeopleAndCompaniesByTheirDescriptions) {
    testing::AnalysisBuilder builder;
    const nlp::Analysis analysis =
        builder
            .sentence({"The/DET/2/det", "company/NOUN/5/nsubj", "Quill/PROPN/5/nsubj", "Roth/PROPN/3/flat",
                       "left/VERB/0/root/leave"})
            .sentence({"Toivo/PROPN/10/nsubj", "Rand/PROPN/1/flat", "^,/PUNCT/6/punct", "the/DET/6/det",
                       "prime/ADJ/6/amod", "minister/NOUN/1/appos", "of/ADP/8/case", "Estonia/PROPN/6/nmod",
                       "^,/PUNCT/1/punct", "left/VERB/0/root/leave"})
            .build();
    const EntityLinker linker(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons");
    std::string types;
    for (const LinkedEntity& entity : linker.link({}, analysis).entities)
        types += entity.name + " " + entity.type + "; ";
    EXPECT_THAT(types, ::testing::HasSubstr("Quill Roth organization;"));
    EXPECT_THAT(types, ::testing::HasSubstr("Toivo Rand person;"));
}

TEST(EntityLinker, TakesNoDatesAndBeliefsForNames) {
    EXPECT_EQ(names({"Muslims/PROPN/2/nsubj/Muslim", "met/VERB/0/root/meet", "on/ADP/4/case",
                     "Tuesday/PROPN/2/obl"}),
              "");
}

TEST(EntityLinker, TakesNoMeasuresAndCommonWordsForNames) {
    EXPECT_EQ(names({"The/DET/4/det", "Kattegat/PROPN/4/compound", "Fisheries/PROPN/4/compound",
                     "Agreement/PROPN/6/nsubj", "had/AUX/6/aux", "lapsed/VERB/0/root/lapse"}),
              "");
    EXPECT_EQ(names({"A/DET/2/det", "merger/NOUN/3/nsubj", "failed/VERB/0/root/fail", "as/SCONJ/7/mark",
                     "the/DET/6/det", "Merger/PROPN/7/nsubj", "stalled/VERB/3/advcl/stall"}),
              "");
}

TEST(EntityLinker, GovernmentsAreTheirCountries) {
    EXPECT_EQ(
        names({"The/DET/3/det", "Chadian/ADJ/3/amod", "government/NOUN/4/nsubj", "agreed/VERB/0/root/agree"}),
        "Chad TCD; Chad TCD");
}

}  // namespace
}  // namespace claimgraph
