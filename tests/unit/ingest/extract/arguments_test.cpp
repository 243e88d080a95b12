#include "ingest/extract/arguments.hpp"

#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

using testing::AnalysisBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ArgumentsTest : public ::testing::Test {
  protected:
    const Arguments& parse(std::initializer_list<std::string_view> words) {
        builder_.sentence(words);
        analysis_ = builder_.build();
        tree_.emplace(analysis_);
        arguments_.emplace(*tree_);
        return *arguments_;
    }

  private:
    AnalysisBuilder builder_;
    nlp::Analysis analysis_;
    std::optional<Tree> tree_;
    std::optional<Arguments> arguments_;
};

TEST_F(ArgumentsTest, ActiveClause) {
    const Arguments& a = parse({"Peru/PROPN/2/nsubj", "taxed/VERB/0/root/tax", "wine/NOUN/2/obj",
                                "and/CCONJ/5/cc", "beer/NOUN/3/conj"});
    EXPECT_THAT(a.subjects(1), ElementsAre(0));
    EXPECT_THAT(a.objects(1), ElementsAre(2, 4));
}

TEST_F(ArgumentsTest, PassiveClauseWithAgent) {
    const Arguments& a = parse({"Duties/NOUN/3/nsubj:pass/duty", "were/AUX/3/aux:pass/be",
                                "imposed/VERB/0/root/impose", "by/ADP/5/case", "Peru/PROPN/3/obl:agent"});
    EXPECT_THAT(a.subjects(2), ElementsAre(4));
    EXPECT_THAT(a.objects(2), ElementsAre(0));
}

TEST_F(ArgumentsTest, PassiveClauseWithoutAgentHasNoSubject) {
    const Arguments& a =
        parse({"Duties/NOUN/3/nsubj:pass/duty", "were/AUX/3/aux:pass/be", "lifted/VERB/0/root/lift"});
    EXPECT_THAT(a.subjects(2), IsEmpty());
}

TEST_F(ArgumentsTest, SubjectControl) {
    const Arguments& a = parse({"Peru/PROPN/2/nsubj", "agreed/VERB/0/root/agree", "to/PART/4/mark",
                                "buy/VERB/2/xcomp", "wheat/NOUN/4/obj"});
    EXPECT_THAT(a.subjects(3), ElementsAre(0));
}

TEST_F(ArgumentsTest, ObjectControl) {
    const Arguments& a = parse({"Chile/PROPN/2/nsubj", "urged/VERB/0/root/urge", "Peru/PROPN/2/obj",
                                "to/PART/5/mark", "buy/VERB/2/xcomp", "wheat/NOUN/5/obj"});
    EXPECT_THAT(a.subjects(4), ElementsAre(2));
}

TEST_F(ArgumentsTest, RelativeClauses) {
    const Arguments& a = parse({"duties/NOUN/0/root/duty", "that/PRON/4/obj", "Peru/PROPN/4/nsubj",
                                "imposed/VERB/1/acl:relcl/impose"});
    EXPECT_THAT(a.subjects(3), ElementsAre(2));
    EXPECT_THAT(a.objects(3), ElementsAre(0));
}

TEST_F(ArgumentsTest, OwnerOfAPlanDoesWhatIsPlanned) {
    const Arguments& a = parse({"Peru/PROPN/3/nmod:poss", "^'s/PART/1/case", "plan/NOUN/0/root",
                                "to/PART/5/mark", "tax/VERB/3/acl", "wine/NOUN/5/obj"});
    EXPECT_THAT(a.subjects(4), ElementsAre(0));
}

TEST_F(ArgumentsTest, SharedObjectOfCoordinatedVerbs) {
    const Arguments& a = parse({"Peru/PROPN/2/nsubj", "froze/VERB/0/root/freeze", "or/CCONJ/4/cc",
                                "lifted/VERB/2/conj/lift", "duties/NOUN/4/obj"});
    EXPECT_THAT(a.objects(1), ElementsAre(4));
    EXPECT_THAT(a.subjects(3), ElementsAre(0));
}

TEST_F(ArgumentsTest, ThePhraseOfANounMayHangOnItsVerb) {
    const Arguments& a = parse({"Peru/PROPN/2/nsubj", "launched/VERB/0/root/launch", "a/DET/4/det",
                                "probe/NOUN/2/obj", "into/ADP/6/case", "banks/NOUN/2/obl"});
    EXPECT_THAT(a.oblique(3, "into"), ElementsAre(5));
    EXPECT_THAT(a.support(3), ElementsAre(0));
}

Slot slot(Slot::Kind kind) {
    return {kind, {}};
}

TEST_F(ArgumentsTest, AnActionThatIsJudgedStandsForWhatItIsDoneTo) {
    const Arguments& a = parse({"Lifting/VERB/5/csubj/lift", "the/DET/3/det", "ban/NOUN/1/obj",
                                "would/AUX/5/aux", "hurt/VERB/0/root", "farmers/NOUN/5/obj/farmer"});
    EXPECT_THAT(a.subjects(4), ElementsAre(2));
}

TEST_F(ArgumentsTest, ANounNamesWhatItIsInAppositionTo) {
    const Arguments& a =
        parse({"Peru/PROPN/6/nsubj", "^,/PUNCT/5/punct", "the/DET/5/det", "largest/ADJ/5/amod/large",
               "exporter/NOUN/1/appos", "stopped/VERB/0/root/stop"});
    EXPECT_THAT(a.fill(4, slot(Slot::Kind::self)), ElementsAre(4, 0));
}

TEST_F(ArgumentsTest, ANounNamesWhatIsSaidToBeIt) {
    const Arguments& a =
        parse({"Peru/PROPN/4/nsubj", "is/AUX/4/cop/be", "an/DET/4/det/a", "exporter/NOUN/0/root"});
    EXPECT_THAT(a.fill(3, slot(Slot::Kind::self)), ElementsAre(3, 0));
}

TEST_F(ArgumentsTest, BeingAgainstSomething) {
    const Arguments& a = parse(
        {"Peru/PROPN/5/nsubj", "is/AUX/5/cop/be", "against/ADP/5/case", "the/DET/5/det", "bill/NOUN/0/root"});
    EXPECT_THAT(a.fill(2, slot(Slot::Kind::subject)), ElementsAre(0));
    EXPECT_THAT(a.fill(2, slot(Slot::Kind::object)), ElementsAre(4));
}

TEST_F(ArgumentsTest, ContentIsWhatTheClauseIsAbout) {
    const Arguments& a =
        parse({"Peru/PROPN/2/nsubj", "argued/VERB/0/root/argue", "that/SCONJ/6/mark", "the/DET/5/det",
               "tax/NOUN/6/nsubj", "broke/VERB/2/ccomp/break", "rules/NOUN/6/obj/rule"});
    EXPECT_THAT(a.fill(1, slot(Slot::Kind::content)), ElementsAre(4, 6));
    EXPECT_THAT(a.speakers(5), ElementsAre(0));
}

TEST_F(ArgumentsTest, TheSpeakerOfAQuotationTakenForTheRoot) {
    const Arguments& a = parse({"It/PRON/3/nsubj/it/PRP", "is/AUX/3/cop/be", "madness/NOUN/0/root",
                                "said/VERB/3/parataxis/say", "Peru/PROPN/4/nsubj"});
    EXPECT_THAT(a.speakers(2), ElementsAre(4));
}

}  // namespace
}  // namespace claimgraph
