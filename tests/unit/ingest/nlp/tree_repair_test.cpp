#include "ingest/nlp/tree_repair.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph::nlp {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> repaired(claimgraph::testing::AnalysisBuilder builder) {
    Analysis analysis = builder.build();
    repair_main_verbs(analysis);
    std::vector<std::string> out;
    for (const Token& token : analysis.tokens) {
        out.push_back(std::string(token.form) + ' ' + std::string(to_string(token.deprel)) + ' ' +
                      (token.head == kNone ? "-" : std::string(analysis.tokens[token.head].form)));
    }
    return out;
}

TEST(TreeRepairTest, MakesAParticipleTheMainVerbOfAClauseWithoutOne) {
    EXPECT_THAT(repaired(claimgraph::testing::AnalysisBuilder().sentence(
                    {"The/DET/4/det", "EU/PROPN/4/compound", "imposed/VERB/4/amod/impose/VBN",
                     "duties/NOUN/0/root", "on/ADP/6/case", "sugar/NOUN/4/nmod", "^./PUNCT/4/punct"})),
                ElementsAre("The det EU", "EU nsubj imposed", "imposed root -", "duties obj imposed",
                            "on case sugar", "sugar nmod duties", ". punct imposed"));
}

TEST(TreeRepairTest, AClauseOfItsOwnHasAnotherVerb) {
    EXPECT_THAT(
        repaired(claimgraph::testing::AnalysisBuilder().sentence(
            {"Mali/PROPN/3/compound", "halted/VERB/3/amod/halt/VBN", "deliveries/NOUN/0/root",
             "after/SCONJ/6/mark", "Peru/PROPN/6/nsubj", "refused/VERB/3/advcl/refuse/VBD",
             "^./PUNCT/3/punct"})),
        ElementsAre("Mali nsubj halted", "halted root -", "deliveries obj halted", "after mark refused",
                    "Peru nsubj refused", "refused advcl halted", ". punct halted"));
}

TEST(TreeRepairTest, MakesAdjectivesThatAreVerbsClauses) {
    claimgraph::testing::AnalysisBuilder builder;
    builder.sentence({"decision/NOUN/0/root", "to/ADP/4/case", "double/ADJ/4/amod", "tariffs/NOUN/1/nmod"})
        .sentence({"Mali/PROPN/2/nsubj", "balked/VERB/0/root", "^,/PUNCT/5/punct", "promising/ADJ/5/amod",
                   "duties/NOUN/2/obj"})
        .sentence({"a/DET/5/det", "bold/ADJ/5/amod", "^,/PUNCT/5/punct", "promising/ADJ/5/amod",
                   "plan/NOUN/0/root"});
    builder.sentence({"Mali/PROPN/2/nsubj", "denied/VERB/0/root/deny/VBD",
                      "breaching/NOUN/4/compound/breach/VBG", "rules/NOUN/2/obj"});
    Analysis analysis = builder.build();
    repair_clauses(analysis);
    EXPECT_EQ(analysis.tokens[2].head, 0U);
    EXPECT_EQ(analysis.tokens[2].deprel, Deprel::acl);
    EXPECT_EQ(analysis.tokens[1].head, 2U);
    EXPECT_EQ(analysis.tokens[3].head, 2U);
    EXPECT_EQ(analysis.tokens[3].deprel, Deprel::obj);
    EXPECT_EQ(analysis.tokens[7].head, 5U);
    EXPECT_EQ(analysis.tokens[7].deprel, Deprel::advcl);
    EXPECT_EQ(analysis.tokens[12].deprel, Deprel::amod);
    EXPECT_EQ(analysis.tokens[16].deprel, Deprel::xcomp);
    EXPECT_EQ(analysis.tokens[17].head, 16U);
}

TEST(TreeRepairTest, TwoSubjectsBeforeAConjunctAreOneList) {
    claimgraph::testing::AnalysisBuilder builder;
    builder.sentence({"Peru/PROPN/6/nsubj", "^,/PUNCT/3/punct", "Chile/PROPN/6/nsubj", "and/CCONJ/5/cc",
                      "Mali/PROPN/3/conj", "banned/VERB/0/root/ban/VBD"});
    Analysis analysis = builder.build();
    repair_coordinations(analysis);
    EXPECT_EQ(analysis.tokens[2].head, 0U);
    EXPECT_EQ(analysis.tokens[2].deprel, Deprel::conj);
    EXPECT_EQ(analysis.tokens[4].head, 0U);
}

TEST(TreeRepairTest, TakesAVerbAfterAVerbForTheFirstPartOfItsObject) {
    EXPECT_THAT(repaired(claimgraph::testing::AnalysisBuilder().sentence(
                    {"Britain/PROPN/2/nsubj", "suspended/VERB/3/nsubj/suspend/VBD",
                     "export/VERB/0/root/export/VBP", "licences/NOUN/3/obj", "^./PUNCT/3/punct"})),
                ElementsAre("Britain nsubj suspended", "suspended root -", "export compound licences",
                            "licences obj suspended", ". punct suspended"));
}

TEST(TreeRepairTest, MakesAMarkedParticipleAClauseOfItsOwn) {
    claimgraph::testing::AnalysisBuilder builder;
    builder.sentence({"Mali/PROPN/2/nsubj", "accused/VERB/0/root/accuse/VBD", "Peru/PROPN/2/obj",
                      "of/SCONJ/5/mark", "banning/VERB/6/amod/ban/VBG", "milk/NOUN/2/obj"});
    Analysis analysis = builder.build();
    repair_gerunds(analysis);
    EXPECT_EQ(analysis.tokens[4].head, 1U);
    EXPECT_EQ(analysis.tokens[4].deprel, Deprel::advcl);
    EXPECT_EQ(analysis.tokens[5].head, 4U);
}

/// What "`conjunct` `preposition` rice" is joined to in "duties on wheat and ...", where the tree says
/// "wheat".
std::string joined_to(const std::string& conjunct, const std::string& preposition) {
    const std::string noun = conjunct + "/NOUN/3/conj";
    const std::string link = preposition + "/ADP/7/case";
    claimgraph::testing::AnalysisBuilder builder;
    builder.sentence({"duties/NOUN/0/root", "on/ADP/3/case", "wheat/NOUN/1/nmod", "and/CCONJ/5/cc", noun,
                      link, "rice/NOUN/5/nmod"});
    Analysis analysis = builder.build();
    repair_coordinations(analysis);
    return std::string(analysis.tokens[analysis.tokens[4].head].form);
}

TEST(TreeRepairTest, JoinsNounsThatOnePrepositionFollows) {
    EXPECT_EQ(joined_to("levies", "on"), "duties");
    EXPECT_EQ(joined_to("products", "of"), "wheat");
}

TEST(TreeRepairTest, LeavesWhatHasAVerbOrIsNoSentence) {
    const auto phrase = [](bool headline, const char* end) {
        return claimgraph::testing::AnalysisBuilder().sentence(
            {"Kenya/PROPN/3/compound", "imposed/VERB/3/amod/impose/VBN", "duties/NOUN/0/root", end},
            headline);
    };
    const auto left =
        ElementsAre("Kenya compound duties", "imposed amod duties", "duties root -", ::testing::_);
    EXPECT_THAT(repaired(phrase(true, "^./PUNCT/3/punct")), left);
    EXPECT_THAT(repaired(phrase(false, "^:/PUNCT/3/punct")), left);
    EXPECT_THAT(repaired(claimgraph::testing::AnalysisBuilder().sentence(
                    {"The/DET/3/det", "imposed/VERB/3/amod/impose/VBN", "duties/NOUN/4/nsubj",
                     "hurt/VERB/0/root/hurt/VBD", "^./PUNCT/4/punct"})),
                ElementsAre("The det duties", "imposed amod duties", "duties nsubj hurt", "hurt root -",
                            ". punct hurt"));
}

}  // namespace
}  // namespace claimgraph::nlp
