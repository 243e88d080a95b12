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
