#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/assembler.hpp"
#include "graph/edge_summary.hpp"
#include "graph/evidence/belief.hpp"
#include "graph/evidence/copies.hpp"
#include "graph/evidence/days.hpp"
#include "graph/evidence/disputes.hpp"
#include "graph/query/graph_view.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using namespace testing_support;

TEST(DaySpan, ReadsDatesMonthsYearsAndIntervals) {
    const auto span = [](std::string_view iso) {
        const auto found = day_span(iso);
        return found ? found->first + ".." + found->last : "none";
    };
    EXPECT_EQ(span("2024"), "2024-01-01..2024-12-31");
    EXPECT_EQ(span("2024-02"), "2024-02-01..2024-02-31");
    EXPECT_EQ(span("2024-02-03"), "2024-02-03..2024-02-03");
    EXPECT_EQ(span("2024-02-03T10:00"), "2024-02-03..2024-02-03");
    EXPECT_EQ(span("2024-02/2024-03-05"), "2024-02-01..2024-03-05");
    EXPECT_EQ(span("2024-02/.."), "2024-02-01..9999-12-31");
    EXPECT_EQ(span("../2024"), "0000-01-01..2024-12-31");
    for (const char* none : {"", "P1Y", "soon", "24", "2024-2", "2024/P1Y", "../..", "/"})
        EXPECT_EQ(span(none), "none") << none;
}

TEST(DayNumber, CountsTheGregorianCalendar) {
    EXPECT_EQ(day_number("1970-01-01"), 0);
    EXPECT_EQ(day_number("2000-03-01"), 11017);
    EXPECT_EQ(day_number("2024-03-01") - day_number("2024-02-28"), 2);
}

/// A graph of one edge: Norland imposes the fish tariff.
class Evidence : public testing::Test {
  protected:
    Statement says(const std::string& document, Status status = Status::actual,
                   Polarity polarity = Polarity::positive, const std::string& quote = {}) {
        ++sentence_;
        return with(
            statement(country("Norland", "NRL"), "imposes", measure("fish tariff"), document, sentence_,
                      quote.empty() ? "Words of " + document + " alone, number " + std::to_string(sentence_)
                                    : quote),
            status, polarity);
    }
    static Statement at(Statement out, const std::string& time) {
        out.time = TimeValue{time, time, {}};
        return out;
    }
    void add(const std::string& id, const std::string& date, const std::string& outlet,
             std::vector<Statement> statements) {
        assembler_.add(document(id, date, Voice::news, outlet));
        for (const Statement& made : statements) assembler_.add(made);
    }
    EdgeSummary summary() {
        graph_ = assembler_.finish();
        const GraphView view(graph_);
        EXPECT_EQ(view.edges().size(), 1u);
        return view.summary(view.edges().front());
    }

  private:
    Assembler assembler_;
    ClaimGraph graph_;
    std::size_t sentence_ = 0;
};

TEST_F(Evidence, IsDisputedWhereSpeakersContradictEachOtherAboutOneTime) {
    add("a", "2024-03-01", "Courier", {says("a")});
    add("b", "2024-03-09", "Herald",
        {said_by(says("b", Status::actual, Polarity::negative), actor("Jane Doe"))});
    EXPECT_TRUE(summary().disputed);
}

TEST_F(Evidence, IsDisputedWithinOneDocument) {
    add("a", "2024-03-01", "Courier",
        {said_by(says("a"), actor("John Roe")),
         said_by(says("a", Status::actual, Polarity::negative), actor("Jane Doe"))});
    EXPECT_TRUE(summary().disputed);
}

TEST_F(Evidence, ChangesInTimeAreNoDispute) {
    add("a", "2024-03-01", "Courier", {says("a")});
    add("b", "2024-09-01", "Herald", {says("b", Status::actual, Polarity::negative)});
    add("c", "2024-10-01", "Herald", {says("c", Status::halted)});
    EXPECT_FALSE(summary().disputed);
}

TEST_F(Evidence, OneSpeakerWhoChangesHisMindIsNoDispute) {
    add("a", "2024-03-01", "Courier", {said_by(says("a"), actor("Jane Doe"))});
    add("b", "2024-03-02", "Herald",
        {said_by(says("b", Status::actual, Polarity::negative), actor("Jane Doe"))});
    EXPECT_FALSE(summary().disputed);
}

TEST_F(Evidence, OneOutletThatCorrectsItselfIsNoDispute) {
    add("a", "2024-03-01", "Courier", {says("a")});
    add("b", "2024-03-02", "Courier", {says("b", Status::actual, Polarity::negative)});
    EXPECT_FALSE(summary().disputed);
}

TEST_F(Evidence, ThreatsThatAreAvertedAreNoDispute) {
    add("a", "2024-03-01", "Courier", {says("a", Status::threatened)});
    add("b", "2024-03-02", "Herald", {says("b", Status::averted)});
    EXPECT_FALSE(summary().disputed);
}

TEST_F(Evidence, TimesThatAreStatedDecide) {
    add("a", "2024-03-01", "Courier", {at(says("a"), "2024-01")});
    add("b", "2024-03-02", "Herald", {at(says("b", Status::actual, Polarity::negative), "2023-05")});
    EXPECT_FALSE(summary().disputed);
    add("a", "2024-03-01", "Courier", {at(says("a"), "2024-01")});
    add("b", "2024-06-02", "Herald", {at(says("b", Status::actual, Polarity::negative), "2024-01-05")});
    EXPECT_TRUE(summary().disputed);
}

TEST_F(Evidence, HoldingAndHaltedOnOneDayIsADispute) {
    add("a", "2024-03-01", "Courier", {says("a")});
    add("b", "2024-03-01", "Herald", {says("b", Status::halted)});
    EXPECT_TRUE(summary().disputed);
}

constexpr const char* wire =
    "Norland has imposed a tariff of ten percent on fish from Southmark, its trade ministry said on Monday.";
constexpr const char* wire_again =
    "Norland has imposed a tariff of ten percent on fish from Southmark, the trade ministry said on Monday.";

TEST_F(Evidence, CopiesCountForTheEarliestOutlet) {
    add("a", "2024-03-02", "Courier", {says("a", Status::actual, Polarity::positive, wire)});
    add("b", "2024-03-01", "Herald", {says("b", Status::actual, Polarity::positive, wire)});
    add("c", "2024-03-03", "Post", {says("c", Status::actual, Polarity::positive, wire_again)});
    const EdgeSummary copied = summary();
    EXPECT_EQ(copied.evidence, 3u);
    EXPECT_EQ(copied.outlets, 1u);
    EXPECT_EQ(copied.copies, 2u);
    add("b", "2024-03-01", "Herald", {says("b", Status::actual, Polarity::positive, wire)});
    EXPECT_DOUBLE_EQ(copied.belief, summary().belief);
}

TEST_F(Evidence, OwnWordsCountForEachOutlet) {
    add("a", "2024-03-02", "Courier", {says("a", Status::actual, Polarity::positive, wire)});
    add("b", "2024-03-03", "Herald",
        {says("b", Status::actual, Polarity::positive,
              "Fish from Southmark now costs more in Norland, where a duty of a tenth has begun.")});
    const EdgeSummary two = summary();
    EXPECT_EQ(two.outlets, 2u);
    EXPECT_EQ(two.copies, 0u);
    // wrong = 0.1 + 0.9 * 0.2 each
    EXPECT_NEAR(two.belief, 1 - 0.28 * 0.28, 1e-12);
}

TEST_F(Evidence, SpeakersAreBelievedLessThanReports) {
    add("a", "2024-03-01", "Courier", {said_by(says("a"), actor("Jane Doe"))});
    EXPECT_NEAR(summary().belief, 0.6 * 0.72, 1e-12);
    add("a", "2024-03-01", "Courier", {said_by(says("a"), actor("Jane Doe"), AttributionType::belief)});
    EXPECT_NEAR(summary().belief, 0.4 * 0.72, 1e-12);
}

TEST_F(Evidence, OppositionTakesBeliefAway) {
    add("a", "2024-03-01", "Courier", {says("a")});
    add("b", "2024-03-01", "Herald",
        {said_by(says("b", Status::actual, Polarity::negative), actor("Jane Doe"))});
    EXPECT_NEAR(summary().belief, 0.72 * (1 - 0.6 * 0.72), 1e-12);
}

TEST_F(Evidence, MoreMentionsByOneOutletDoNotMakeCertain) {
    std::vector<Statement> many;
    for (int i = 0; i < 50; ++i)
        many.push_back(says("a", Status::actual, Polarity::positive,
                            "A sentence quite of its own " +
                                std::string(static_cast<std::size_t>(i) + 1, 'x') + " says so here"));
    add("a", "2024-03-01", "Courier", many);
    EXPECT_LE(summary().belief, 0.9);
}

TEST_F(Evidence, ConfidenceCounts) {
    Statement sure = says("a");
    sure.confidence = 1;
    add("a", "2024-03-01", "Courier", {sure});
    EXPECT_NEAR(summary().belief, 0.9, 1e-12);
}

TEST_F(Evidence, IsValidFromItsStatedTime) {
    add("a", "2024-03-01", "Courier", {says("a"), at(says("a"), "2024-02")});
    EXPECT_EQ(summary().valid_from, "2024-02");
    add("a", "2024-03-01", "Courier", {says("a")});
    EXPECT_EQ(summary().valid_from, "2024-03-01");
}

TEST_F(Evidence, IsValidUntilItIsHalted) {
    add("a", "2024-03-01", "Courier", {says("a")});
    add("b", "2024-08-01", "Courier", {says("b", Status::halted)});
    const EdgeSummary halted = summary();
    EXPECT_EQ(halted.valid_to, "2024-08-01");
    add("a", "2024-03-01", "Courier", {says("a", Status::halted)});
    add("b", "2024-08-01", "Courier", {says("b")});
    EXPECT_EQ(summary().valid_to, "");
    add("a", "2024-03-01", "Courier", {at(says("a"), "2024-04/2025-03")});
    EXPECT_EQ(summary().valid_to, "2025-03");
}

}  // namespace
}  // namespace claimgraph
