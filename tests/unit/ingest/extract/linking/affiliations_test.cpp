#include <gtest/gtest.h>

#include "ingest/extract/linking/linked.hpp"

namespace claimgraph {
namespace {

std::string read(std::initializer_list<std::string_view> words) {
    testing::AnalysisBuilder builder;
    builder.sentence(words);
    return testing::affiliations(testing::link(builder));
}

TEST(Affiliations, OfficeBeforeTheName) {
    EXPECT_EQ(read({"Chadian/ADJ/3/amod", "Trade/PROPN/3/compound", "Minister/PROPN/6/nsubj",
                    "Ada/PROPN/3/flat", "Noor/PROPN/3/flat", "spoke/VERB/0/root/speak", "^./PUNCT/6/punct"}),
              "Ada Noor > Chad");
}

TEST(Affiliations, OfficesAfterTheName) {
    EXPECT_EQ(
        read({"Ada/PROPN/18/nsubj", "Noor/PROPN/18/nsubj", "^,/PUNCT/5/punct", "a/DET/5/det",
              "professor/NOUN/1/appos", "at/ADP/8/case", "Lund/PROPN/8/compound", "University/PROPN/5/nmod",
              "and/CCONJ/12/cc", "a/DET/12/det", "senior/ADJ/12/amod", "adviser/NOUN/5/conj",
              "at/ADP/16/case", "the/DET/16/det", "Roe/ADJ/16/amod", "Group/PROPN/12/nmod",
              "^,/PUNCT/5/punct", "left/VERB/0/root/leave", "^./PUNCT/18/punct"}),
        "Ada Noor > Lund University; Ada Noor > Roe Group");
}

TEST(Affiliations, AnAmbassadorServesNotTheCountrySentTo) {
    EXPECT_EQ(read({"Chad/PROPN/3/nmod:poss", "^'s/PART/1/case", "ambassador/NOUN/0/root", "to/ADP/5/case",
                    "Japan/PROPN/3/nmod", "^,/PUNCT/8/punct", "Ada/PROPN/5/nmod", "Noor/PROPN/5/appos",
                    "^,/PUNCT/10/punct", "left/VERB/5/acl/leave", "^./PUNCT/3/punct"}),
              "Ada Noor > Chad");
}

TEST(Affiliations, AnOfficeOfAnotherIsNotTaken) {
    EXPECT_EQ(read({"Ada/PROPN/10/nsubj", "Noor/PROPN/1/flat", "^,/PUNCT/5/punct", "a/DET/5/det",
                    "partner/NOUN/1/appos", "at/ADP/8/case", "Roe/PROPN/8/compound", "Group/PROPN/5/nmod",
                    "^,/PUNCT/1/punct", "met/VERB/0/root/meet", "Paul/PROPN/10/obj", "Ito/PROPN/11/flat",
                    "^./PUNCT/10/punct"}),
              "Ada Noor > Roe Group");
}

TEST(Affiliations, AnIntroducedPersonIsWhoTheDescriptionMeans) {
    testing::AnalysisBuilder builder;
    builder.sentence({"A/DET/4/det", "Commerce/NOUN/4/compound", "Ministry/PROPN/4/compound",
                      "spokesman/NOUN/9/nsubj", "^,/PUNCT/6/punct", "Paul/PROPN/4/appos", "Ito/PROPN/6/flat",
                      "^,/PUNCT/4/punct", "agreed/VERB/0/root/agree", "^./PUNCT/9/punct"});
    const DocumentEntities found = testing::link(builder);
    EXPECT_EQ(testing::affiliations(found), "Paul Ito > Commerce Ministry");
    EXPECT_EQ(testing::named_at(found, 3), "Paul Ito");
}

TEST(Affiliations, OwnersOfPeopleAndParts) {
    EXPECT_EQ(read({"The/DET/2/det", "BBC/PROPN/4/nmod:poss", "^'s/PART/2/case", "Paul/PROPN/6/nsubj",
                    "Ito/PROPN/4/flat", "left/VERB/0/root/leave", "^./PUNCT/6/punct"}),
              "Paul Ito > BBC");
    EXPECT_EQ(
        read({"Roe/PROPN/2/amod", "Group/PROPN/4/nmod:poss", "^'s/PART/2/case", "subsidiary/NOUN/9/nsubj",
              "^,/PUNCT/7/punct", "Doe/PROPN/7/compound", "Corp./PROPN/4/appos", "^,/PUNCT/4/punct",
              "sold/VERB/0/root/sell", "rice/NOUN/9/obj", "^./PUNCT/9/punct"}),
        "Doe Corp. > Roe Group");
}

TEST(Affiliations, BodiesAndOfficialsOfACountry) {
    EXPECT_EQ(read({"Chad/PROPN/4/nmod:poss", "^'s/PART/1/case", "trade/NOUN/4/compound",
                    "ministry/NOUN/5/nsubj", "taxed/VERB/0/root/tax", "rice/NOUN/5/obj", "^./PUNCT/5/punct"}),
              "Chad's trade ministry > Chad");
    EXPECT_EQ(read({"Chadian/ADJ/4/amod", "and/CCONJ/3/cc", "Japanese/ADJ/1/conj",
                    "negotiators/NOUN/5/nsubj/negotiator", "met/VERB/0/root/meet", "^./PUNCT/5/punct"}),
              "Japanese negotiators > Japan; Chadian negotiators > Chad");
    EXPECT_EQ(read({"Chadian/ADJ/2/amod", "farmers/NOUN/3/nsubj/farmer", "left/VERB/0/root/leave"}), "");
}

TEST(Affiliations, APartyIsNoEmployer) {
    EXPECT_EQ(read({"Ada/PROPN/7/nsubj", "Noor/PROPN/1/flat", "^,/PUNCT/5/punct", "an/DET/5/det",
                    "Illinois/PROPN/6/compound", "Democrat/PROPN/1/appos", "left/VERB/0/root/leave"}),
              "");
}

TEST(Affiliations, ANameInTheNextSentenceBearsNoOfficeOfThisOne) {
    testing::AnalysisBuilder builder;
    builder
        .sentence({"said/VERB/0/root/say", "Ada/PROPN/1/nsubj", "Noor/PROPN/2/flat", "^,/PUNCT/7/punct",
                   "the/DET/7/det", "Chadian/ADJ/7/amod", "ambassador/NOUN/2/appos", "^./PUNCT/1/punct"})
        .sentence({"Paul/PROPN/3/nsubj", "Ito/PROPN/1/flat", "waited/VERB/0/root/wait"});
    EXPECT_EQ(testing::affiliations(testing::link(builder)), "Ada Noor > Chad");
}

}  // namespace
}  // namespace claimgraph
