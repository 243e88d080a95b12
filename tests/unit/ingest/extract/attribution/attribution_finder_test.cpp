#include "ingest/extract/attribution/attribution_finder.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

using testing::AnalysisBuilder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::filesystem::path kLexicon =
    std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons/reporting.tsv";

/// What a finder says about one analysis, as the words of the text.
class Found {
  public:
    explicit Found(nlp::Analysis analysis)
        : analysis_(std::move(analysis)), attributions_(AttributionFinder(kLexicon).find(analysis_)) {}

    [[nodiscard]] const std::vector<AttributionSpans>& all() const { return attributions_.all(); }
    [[nodiscard]] const Attributions& attributions() const { return attributions_; }
    [[nodiscard]] std::vector<std::string> source(std::size_t i) const { return words(all().at(i).source); }
    [[nodiscard]] std::vector<std::string> cue(std::size_t i) const { return words(all().at(i).cue); }
    [[nodiscard]] std::vector<std::string> content(std::size_t i) const { return words(all().at(i).content); }
    [[nodiscard]] AttributionType type(std::size_t i) const { return all().at(i).type; }

  private:
    [[nodiscard]] std::vector<std::string> words(const std::vector<TokenRange>& ranges) const {
        std::vector<std::string> out;
        for (const TokenRange range : ranges) {
            const std::uint32_t begin = analysis_.tokens.at(range.first).begin;
            out.emplace_back(analysis_.text.substr(begin, analysis_.tokens.at(range.last - 1).end - begin));
        }
        return out;
    }

    nlp::Analysis analysis_;
    Attributions attributions_;
};

/// Puts all sentences into one paragraph.
nlp::Analysis in_one_paragraph(nlp::Analysis analysis) {
    for (nlp::Sentence& sentence : analysis.sentences) sentence.paragraph = 0;
    return analysis;
}

TEST(AttributionFinder, IndirectSpeechKeepsThatAndLeavesTheStopOutside) {
    AnalysisBuilder text;
    text.sentence({"The/DET/2/det", "minister/NOUN/4/nsubj", "also/ADV/4/advmod", "said/VERB/0/root/say",
                   "that/SCONJ/7/mark", "tariffs/NOUN/7/nsubj/tariff", "rose/VERB/4/ccomp/rise",
                   "^./PUNCT/4/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("The minister"));
    EXPECT_THAT(found.cue(0), ElementsAre("also said"));
    EXPECT_THAT(found.content(0), ElementsAre("that tariffs rose"));
    EXPECT_EQ(found.type(0), AttributionType::paraphrase);
    EXPECT_EQ(found.all()[0].source_head, 1U);
    EXPECT_EQ(found.all()[0].cue_head, 3U);
}

TEST(AttributionFinder, SourceHasItsAppositionAndRelativeClause) {
    AnalysisBuilder text;
    text.sentence({"Ana/PROPN/9/nsubj", "Silva/PROPN/1/flat", "^,/PUNCT/4/punct", "economist/NOUN/1/appos",
                   "who/PRON/6/nsubj", "advises/VERB/4/acl:relcl/advise", "banks/NOUN/6/obj/bank",
                   "^,/PUNCT/4/punct", "predicted/VERB/0/root/predict", "losses/NOUN/9/obj/loss"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("Ana Silva, economist who advises banks"));
    EXPECT_THAT(found.content(0), ElementsAre("losses"));
}

TEST(AttributionFinder, ReadsTheQuotedClauseAsRootToo) {
    // The parser may hang the reporting clause on the reported one.
    AnalysisBuilder text;
    text.sentence({"Prices/NOUN/3/nsubj/price", "will/AUX/3/aux", "fall/VERB/0/root", "^,/PUNCT/6/punct",
                   "officials/NOUN/6/nsubj/official", "said/VERB/3/parataxis/say", "^,/PUNCT/6/punct",
                   "next/ADJ/9/amod", "year/NOUN/3/obl:unmarked", "^./PUNCT/3/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("officials"));
    EXPECT_THAT(found.content(0), ElementsAre("Prices will fall", "next year"));
}

TEST(AttributionFinder, InvertedCueAfterAQuotation) {
    AnalysisBuilder text;
    text.sentence({"“/PUNCT/3/punct", "^We/PRON/3/nsubj", "wait/VERB/6/ccomp", "^,/PUNCT/3/punct",
                   "^”/PUNCT/3/punct", "said/VERB/0/root/say", "Medina/PROPN/6/nsubj", "^./PUNCT/6/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("Medina"));
    EXPECT_THAT(found.cue(0), ElementsAre("said"));
    EXPECT_THAT(found.content(0), ElementsAre("“We wait,”"));
    EXPECT_EQ(found.type(0), AttributionType::quote);
}

TEST(AttributionFinder, QuotationRunsOverSentencesAndGoesOnAfterTheCue) {
    AnalysisBuilder text;
    text.sentence({"“/PUNCT/3/punct", "^We/PRON/3/nsubj", "wait/VERB/0/root", "^./PUNCT/3/punct"});
    text.sentence({"Nothing/PRON/2/nsubj", "moves/VERB/6/ccomp/move", "^,/PUNCT/2/punct", "^”/PUNCT/2/punct",
                   "she/PRON/6/nsubj", "said/VERB/0/root/say", "^./PUNCT/6/punct"});
    text.sentence({"“/PUNCT/4/punct", "^The/DET/3/det", "port/NOUN/4/nsubj", "closed/VERB/0/root/close",
                   "^./PUNCT/4/punct", "^”/PUNCT/4/punct"});
    const Found found(in_one_paragraph(text.build()));
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("she"));
    EXPECT_THAT(found.content(0), ElementsAre("“We wait.\n\nNothing moves,”", "“The port closed.”"));
    EXPECT_FALSE(found.all()[0].inherited);
}

TEST(AttributionFinder, FreeStandingQuotationTakesTheSpeakerOfTheParagraphBefore) {
    AnalysisBuilder text;
    text.sentence({"Medina/PROPN/2/nsubj", "said/VERB/0/root/say", "prices/NOUN/4/nsubj/price",
                   "rose/VERB/2/ccomp/rise", "^./PUNCT/2/punct"});
    text.sentence({"“/PUNCT/3/punct", "^We/PRON/3/nsubj", "fear/VERB/0/root", "losses/NOUN/3/obj/loss",
                   "^./PUNCT/3/punct", "^”/PUNCT/3/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(3));
    EXPECT_TRUE(found.all()[1].inherited);
    EXPECT_THAT(found.source(1), ElementsAre("Medina"));
    EXPECT_THAT(found.cue(1), IsEmpty());
    EXPECT_THAT(found.content(1), ElementsAre("“We fear losses.”"));
    EXPECT_EQ(found.all()[2].parent, 1U);
}

TEST(AttributionFinder, AccordingTo) {
    AnalysisBuilder text;
    text.sentence({"Exports/NOUN/2/nsubj/export", "fell/VERB/0/root/fall", "^,/PUNCT/7/punct",
                   "according/VERB/7/case/accord", "to/ADP/4/fixed", "port/NOUN/7/compound",
                   "officials/NOUN/2/obl/official", "^./PUNCT/2/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("port officials"));
    EXPECT_THAT(found.cue(0), ElementsAre("according to"));
    EXPECT_THAT(found.content(0), ElementsAre("Exports fell"));
}

TEST(AttributionFinder, NestedSourcesMakeAChain) {
    AnalysisBuilder text;
    text.sentence({"Critics/NOUN/2/nsubj/critic", "noted/VERB/0/root/note", "that/SCONJ/5/mark",
                   "Oslo/PROPN/5/nsubj", "claims/VERB/2/ccomp/claim", "prices/NOUN/7/nsubj/price",
                   "fell/VERB/5/ccomp/fall", "^./PUNCT/2/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(2));
    EXPECT_EQ(found.all()[1].parent, 0U);
    EXPECT_EQ(found.attributions().innermost(6), 1U);
    EXPECT_THAT(found.attributions().chain(6), ElementsAre(1U, 0U));
    EXPECT_THAT(found.attributions().chain(4), ElementsAre(0U));
    EXPECT_THAT(found.attributions().chain(0), IsEmpty());
}

TEST(AttributionFinder, PlansDemandsAndJudgements) {
    AnalysisBuilder plan;
    plan.sentence({"He/PRON/2/nsubj", "plans/VERB/0/root/plan", "to/PART/4/mark", "cut/VERB/2/xcomp",
                   "duties/NOUN/4/obj/duty"});
    const Found planned(plan.build());
    ASSERT_THAT(planned.all(), SizeIs(1));
    EXPECT_THAT(planned.content(0), ElementsAre("to cut duties"));
    EXPECT_EQ(planned.type(0), AttributionType::belief);

    AnalysisBuilder demand;
    demand.sentence({"Unions/NOUN/3/nsubj/union", "have/AUX/3/aux", "called/VERB/0/root/call",
                     "for/ADP/5/case", "relief/NOUN/3/obl"});
    const Found demanded(demand.build());
    ASSERT_THAT(demanded.all(), SizeIs(1));
    EXPECT_THAT(demanded.cue(0), ElementsAre("have called for"));
    EXPECT_THAT(demanded.content(0), ElementsAre("relief"));

    AnalysisBuilder judgement;
    judgement.sentence({"Europeans/PROPN/2/nsubj", "derided/VERB/0/root/deride", "the/DET/4/det",
                        "deal/NOUN/2/obj", "as/ADP/6/case", "toothless/ADJ/2/obl"});
    const Found judged(judgement.build());
    ASSERT_THAT(judged.all(), SizeIs(1));
    EXPECT_THAT(judged.content(0), ElementsAre("the deal as toothless"));
    EXPECT_EQ(judged.type(0), AttributionType::belief);
}

TEST(AttributionFinder, PassiveExpectationHasNoSourceAndTwoPieces) {
    AnalysisBuilder text;
    text.sentence({"The/DET/2/det", "levy/NOUN/4/nsubj:pass", "is/AUX/4/aux:pass/be",
                   "expected/VERB/0/root/expect", "to/PART/6/mark", "rise/VERB/4/xcomp"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), IsEmpty());
    EXPECT_EQ(found.all()[0].source_head, nlp::kNone);
    EXPECT_THAT(found.cue(0), ElementsAre("is expected"));
    EXPECT_THAT(found.content(0), ElementsAre("The levy", "to rise"));
}

TEST(AttributionFinder, NounCueWithItsOwner) {
    AnalysisBuilder text;
    text.sentence({"His/PRON/2/nmod:poss", "claim/NOUN/6/nsubj", "that/SCONJ/5/mark",
                   "prices/NOUN/5/nsubj/price", "fell/VERB/2/acl/fall", "surprised/VERB/0/root/surprise",
                   "us/PRON/6/obj"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("His"));
    EXPECT_THAT(found.cue(0), ElementsAre("claim"));
    EXPECT_THAT(found.content(0), ElementsAre("that prices fell"));
}

TEST(AttributionFinder, HeadlineWithAColonAndWithItsSourceAtTheEnd) {
    AnalysisBuilder colon;
    colon.sentence({"Minister/NOUN/0/root", "^:/PUNCT/5/punct", "Tariffs/NOUN/5/nsubj", "will/AUX/5/aux",
                    "stay/VERB/1/parataxis"},
                   true);
    const Found first(colon.build());
    ASSERT_THAT(first.all(), SizeIs(1));
    EXPECT_THAT(first.source(0), ElementsAre("Minister"));
    EXPECT_THAT(first.cue(0), ElementsAre(":"));
    EXPECT_THAT(first.content(0), ElementsAre("Tariffs will stay"));

    AnalysisBuilder dash;
    dash.sentence({"TARIFFS/NOUN/3/nsubj", "WILL/AUX/3/aux", "STAY/VERB/0/root", "-/PUNCT/5/punct",
                   "OFFICIAL/NOUN/3/parataxis"},
                  true);
    const Found second(dash.build());
    ASSERT_THAT(second.all(), SizeIs(1));
    EXPECT_THAT(second.source(0), ElementsAre("OFFICIAL"));
    EXPECT_THAT(second.content(0), ElementsAre("TARIFFS WILL STAY"));
}

TEST(AttributionFinder, ThatBehindAnAdverbialOpensTheContentWhereverItHangs) {
    AnalysisBuilder text;
    text.sentence({"He/PRON/2/nsubj", "said/VERB/0/root/say/VBD", "in/ADP/5/case", "an/DET/5/det",
                   "interview/NOUN/2/obl", "taped/VERB/5/acl/tape/VBN", "before/ADP/8/case",
                   "dawn/NOUN/6/obl", "that/PRON/11/obj", "prices/NOUN/11/nsubj/price",
                   "fell/VERB/8/acl:relcl/fall/VBD", "^./PUNCT/2/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("He"));
    EXPECT_THAT(found.content(0), ElementsAre("that prices fell"));
}

TEST(AttributionFinder, CueBehindAQuestionMarkStandsInASentenceOfItsOwn) {
    AnalysisBuilder text;
    text.sentence({"“/PUNCT/4/punct", "^Is/AUX/4/cop/be", "that/PRON/4/nsubj", "all/PRON/0/root",
                   "^?/PUNCT/4/punct", "^”/PUNCT/4/punct"});
    text.sentence({"Medina/PROPN/2/nsubj", "said/VERB/0/root/say/VBD", "^./PUNCT/2/punct"});
    const Found found(in_one_paragraph(text.build()));
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("Medina"));
    EXPECT_THAT(found.cue(0), ElementsAre("said"));
    EXPECT_THAT(found.content(0), ElementsAre("“Is that all?”"));
}

TEST(AttributionFinder, AParticipleThatReportsGoesOnWithTheSpeaker) {
    AnalysisBuilder text;
    text.sentence({"Silva/PROPN/2/nsubj", "said/VERB/0/root/say/VBD", "Oslo/PROPN/5/nsubj",
                   "was/AUX/5/cop/be", "wrong/ADJ/2/ccomp", "^,/PUNCT/7/punct", "adding/VERB/5/advcl/add/VBG",
                   "that/SCONJ/10/mark", "prices/NOUN/10/nsubj/price", "fell/VERB/7/ccomp/fall/VBD",
                   "^./PUNCT/2/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(2));
    EXPECT_THAT(found.content(0), ElementsAre("Oslo was wrong"));
    EXPECT_THAT(found.source(1), ElementsAre("Silva"));
    EXPECT_THAT(found.content(1), ElementsAre("that prices fell"));
}

TEST(AttributionFinder, NobodySpeaksFromWithinWhatIsQuoted) {
    AnalysisBuilder text;
    text.sentence({"“/PUNCT/4/punct", "^Our/PRON/3/nmod:poss", "view/NOUN/10/nsubj",
                   "changed/VERB/10/ccomp/change/VBD", "^,/PUNCT/4/punct", "^”/PUNCT/4/punct",
                   "the/DET/9/det", "Oslo/PROPN/9/compound", "trader/NOUN/10/nsubj",
                   "said/VERB/0/root/say/VBD", "^./PUNCT/10/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("the Oslo trader"));
    EXPECT_THAT(found.content(0), ElementsAre("“Our view changed,”"));
}

TEST(AttributionFinder, TitlesBelongToTheirNamesAndPlacesOfDatelinesDoNot) {
    AnalysisBuilder title;
    title.sentence({"Prices/NOUN/2/nsubj/price", "fell/VERB/10/ccomp/fall/VBD", "in/ADP/4/case",
                    "May/PROPN/2/obl", "^,/PUNCT/7/punct", "Mines/PROPN/7/compound", "Minister/PROPN/4/appos",
                    "Ana/PROPN/10/nsubj", "Silva/PROPN/10/nsubj", "said/VERB/0/root/say/VBD",
                    "^./PUNCT/10/punct"});
    const Found titled(title.build());
    ASSERT_THAT(titled.all(), SizeIs(1));
    EXPECT_THAT(titled.source(0), ElementsAre("Mines Minister Ana Silva"));
    EXPECT_THAT(titled.content(0), ElementsAre("Prices fell in May"));

    AnalysisBuilder dateline;
    dateline.sentence({"LIMA/PROPN/8/nsubj", "--/PUNCT/4/punct", "The/DET/4/det", "ministry/NOUN/1/appos",
                       "on/ADP/6/case", "Monday/PROPN/4/nmod", "also/ADV/8/advmod",
                       "said/VERB/0/root/say/VBD", "prices/NOUN/10/nsubj/price", "fell/VERB/8/ccomp/fall/VBD",
                       "^./PUNCT/8/punct"});
    const Found dated(dateline.build());
    ASSERT_THAT(dated.all(), SizeIs(1));
    EXPECT_THAT(dated.source(0), ElementsAre("The ministry"));
    EXPECT_EQ(dated.all()[0].source_head, 3U);
}

TEST(AttributionFinder, ACountrysDemandIsItsOwn) {
    AnalysisBuilder text;
    text.sentence({"He/PRON/2/nsubj", "repeated/VERB/0/root/repeat/VBD", "the/DET/5/det",
                   "Peru/PROPN/5/compound", "demand/NOUN/2/obj", "that/SCONJ/8/mark",
                   "duties/NOUN/8/nsubj/duty", "fall/VERB/5/acl/fall/VBP"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(2));
    EXPECT_THAT(found.source(1), ElementsAre("Peru"));
    EXPECT_THAT(found.cue(1), ElementsAre("demand"));
    EXPECT_EQ(found.all()[1].parent, 0U);
}

TEST(AttributionFinder, AReportAndTheReportWithinItDoNotHoldEachOther) {
    AnalysisBuilder text;
    text.sentence({"Rabbis/NOUN/2/nsubj/rabbi", "said/VERB/0/root/say/VBD", "they/PRON/4/nsubj",
                   "wait/VERB/2/ccomp/wait/VBP", "^,/PUNCT/8/punct", "according/VERB/8/case/accord",
                   "to/ADP/6/fixed", "organizers/NOUN/4/obl/organizer", "^./PUNCT/2/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(2));
    EXPECT_THAT(found.content(0), ElementsAre("Rabbis said they wait"));
    EXPECT_THAT(found.source(0), ElementsAre("organizers"));
    EXPECT_THAT(found.content(1), ElementsAre("they wait"));
    EXPECT_EQ(found.all()[0].parent, nlp::kNone);
    EXPECT_EQ(found.all()[1].parent, 0U);
}

TEST(AttributionFinder, APlanWithoutAnOwnerIsNobodys) {
    AnalysisBuilder text;
    text.sentence({"A/DET/2/det", "plan/NOUN/5/nsubj", "to/PART/4/mark", "cut/VERB/2/acl/cut/VB",
                   "failed/VERB/0/root/fail/VBD"});
    EXPECT_THAT(Found(text.build()).all(), IsEmpty());
}

TEST(AttributionFinder, ContentsEndBeforeWhatTheWriterAdds) {
    AnalysisBuilder text;
    text.sentence({"He/PRON/2/nsubj", "praised/VERB/0/root/praise/VBD", "the/DET/4/det", "deal/NOUN/2/obj",
                   "as/SCONJ/7/mark", "prices/NOUN/7/nsubj/price", "fell/VERB/2/advcl/fall/VBD"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.content(0), ElementsAre("the deal"));
}

TEST(AttributionFinder, PhrasesWithASecondWordAreFoundWhateverItHangsBy) {
    AnalysisBuilder text;
    text.sentence({"He/PRON/2/nsubj", "took/VERB/0/root/take/VBD", "issue/NOUN/2/obj", "with/ADP/6/case",
                   "the/DET/6/det", "levy/NOUN/2/obl", "^./PUNCT/2/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.cue(0), ElementsAre("took issue with"));
    EXPECT_THAT(found.content(0), ElementsAre("the levy"));
}

TEST(AttributionFinder, AccordingToBehindABut) {
    AnalysisBuilder text;
    text.sentence({"Prices/NOUN/2/nsubj/price", "fell/VERB/0/root/fall/VBD", "^,/PUNCT/10/punct",
                   "but/CCONJ/10/cc", "according/VERB/7/case/accord", "to/ADP/5/fixed", "Silva/PROPN/10/obl",
                   "^,/PUNCT/7/punct", "exports/NOUN/10/nsubj/export", "rose/VERB/2/conj/rise/VBD",
                   "^./PUNCT/2/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_FALSE(found.all()[0].covers(1));
    EXPECT_TRUE(found.all()[0].covers(9));
}

TEST(AttributionFinder, ImpressionsHaveNoSource) {
    AnalysisBuilder text;
    text.sentence({"The/DET/2/det", "levy/NOUN/3/nsubj", "seems/VERB/0/root/seem/VBZ", "to/PART/5/mark",
                   "help/VERB/3/xcomp/help/VB"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), IsEmpty());
    EXPECT_THAT(found.content(0), ElementsAre("The levy", "to help"));
    EXPECT_EQ(found.type(0), AttributionType::belief);
}

TEST(AttributionFinder, WhoseEyesASentenceIsSeenWith) {
    AnalysisBuilder text;
    text.sentence({"To/ADP/2/case", "Silva/PROPN/5/obl", "^,/PUNCT/2/punct", "levies/NOUN/5/nsubj/levy",
                   "fail/VERB/0/root/fail/VBP", "^./PUNCT/5/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("Silva"));
    EXPECT_THAT(found.content(0), ElementsAre("levies fail"));
}

TEST(AttributionFinder, FeelingsInTheShapeOfVerbs) {
    AnalysisBuilder text;
    text.sentence({"Growers/NOUN/3/nsubj:pass/grower", "are/AUX/3/aux:pass/be/VBP",
                   "worried/VERB/0/root/worry/VBN", "about/ADP/5/case", "prices/NOUN/3/obl/price",
                   "^./PUNCT/3/punct"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.source(0), ElementsAre("Growers"));
    EXPECT_THAT(found.cue(0), ElementsAre("are worried about"));
    EXPECT_THAT(found.content(0), ElementsAre("prices"));
}

TEST(AttributionFinder, RareVerbsAreFoundByTheirFormsToo) {
    AnalysisBuilder text;
    text.sentence({"He/PRON/2/nsubj", "touted/VERB/0/root/toute/VBD", "the/DET/4/det", "deal/NOUN/2/obj"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.cue(0), ElementsAre("touted"));
    EXPECT_THAT(found.content(0), ElementsAre("the deal"));
}

TEST(AttributionFinder, AClauseOfANounThatHangsOnItsVerb) {
    AnalysisBuilder text;
    text.sentence({"He/PRON/2/nsubj", "expressed/VERB/0/root/express/VBD", "confidence/NOUN/2/obj",
                   "prices/NOUN/5/nsubj/price", "fell/VERB/2/ccomp/fall/VBD"});
    const Found found(text.build());
    ASSERT_THAT(found.all(), SizeIs(1));
    EXPECT_THAT(found.cue(0), ElementsAre("expressed confidence"));
    EXPECT_THAT(found.content(0), ElementsAre("prices fell"));
}

TEST(AttributionFinder, PlainReportsAndBorrowedWordsAreNoAttributions) {
    AnalysisBuilder text;
    text.sentence({"Oslo/PROPN/2/nsubj", "raised/VERB/0/root/raise", "its/PRON/7/nmod:poss",
                   "“/PUNCT/5/punct", "^fair/ADJ/7/amod", "^”/PUNCT/5/punct", "levy/NOUN/2/obj",
                   "^./PUNCT/2/punct"});
    EXPECT_THAT(Found(text.build()).all(), IsEmpty());
}

TEST(AttributionFinder, EmptyTextHasNone) {
    EXPECT_THAT(Found(AnalysisBuilder().build()).all(), IsEmpty());
}

}  // namespace
}  // namespace claimgraph
