#include "graph/edge_summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/assembler.hpp"
#include "graph/query/graph_view.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using namespace testing_support;

const Entity norland = country("Norland", "NRL");
const Entity tariff = measure("tariff on fish");

EdgeSummary summary_of(const std::vector<Statement>& statements,
                       const std::vector<Document>& documents = {}) {
    Assembler assembler;
    for (const Document& document : documents) assembler.add(document);
    for (const Statement& statement : statements) assembler.add(statement);
    const ClaimGraph graph = assembler.finish();
    const GraphView view(graph);
    EXPECT_EQ(view.edges().size(), 1U);
    return view.summary(view.edges().front());
}

Statement imposes(const std::string& document = "d1", std::size_t sentence = 0) {
    return statement(norland, "imposes", tariff, document, sentence,
                     "Sentence " + std::to_string(sentence) + ".");
}

TEST(DisplayLabel, SaysWhatAReaderMustKnow) {
    const auto label = [](std::vector<Factuality> factualities) {
        return display_label("imposes", factualities);
    };
    EXPECT_EQ(label({{Status::actual, Polarity::positive}}), "imposes");
    EXPECT_EQ(label({{Status::threatened, Polarity::positive}}), "imposes (threatened)");
    EXPECT_EQ(label({{Status::halted, Polarity::positive}}), "imposes (halted)");
    EXPECT_EQ(label({{Status::actual, Polarity::negative}}), "imposes (denied)");
    EXPECT_EQ(label({{Status::planned, Polarity::negative}}), "imposes (not planned)");
    EXPECT_EQ(label({{Status::averted, Polarity::positive},
                     {Status::threatened, Polarity::positive},
                     {Status::averted, Polarity::positive}}),
              "imposes (threatened, averted)");
    EXPECT_EQ(label({{Status::threatened, Polarity::positive}, {Status::actual, Polarity::positive}}),
              "imposes");
    EXPECT_EQ(label({}), "imposes");
}

TEST(EdgeSummary, ReportsClaimsAndFactsAreToldApart) {
    EdgeSummary summary = summary_of({imposes()});
    EXPECT_EQ(summary.basis, Basis::reported);
    EXPECT_TRUE(summary.fact);
    EXPECT_TRUE(summary.speakers.empty());

    summary = summary_of({said_by(imposes(), actor("Ann Lee"))});
    EXPECT_EQ(summary.basis, Basis::claimed);
    EXPECT_FALSE(summary.fact);
    EXPECT_THAT(summary.speakers, ElementsAre("Ann Lee"));

    summary = summary_of({said_by(imposes(), actor("Ann Lee")), imposes("d1", 1)});
    EXPECT_EQ(summary.basis, Basis::both);
    EXPECT_TRUE(summary.fact);

    summary = summary_of({with(imposes(), Status::planned)});
    EXPECT_EQ(summary.basis, Basis::reported);
    EXPECT_FALSE(summary.fact);

    summary = summary_of({with(imposes(), Status::actual, Polarity::negative)});
    EXPECT_FALSE(summary.fact);
}

TEST(EdgeSummary, AnOfficialTextClaimsForItsPublisherAndAnOpinionForItsAuthor) {
    EdgeSummary summary =
        summary_of({imposes()}, {document("d1", "2024", Voice::official, "Ministry of Trade")});
    EXPECT_EQ(summary.basis, Basis::claimed);
    EXPECT_THAT(summary.speakers, ElementsAre("Ministry of Trade"));

    Document opinion = document("d1", "2024", Voice::opinion, "The Courier");
    opinion.author = "Bo Ek";
    summary = summary_of({imposes()}, {opinion});
    EXPECT_EQ(summary.basis, Basis::claimed);
    EXPECT_THAT(summary.speakers, ElementsAre("Bo Ek"));
}

TEST(EdgeSummary, CountsDatesAndStatuses) {
    const EdgeSummary summary = summary_of({with(imposes("d1", 3), Status::threatened), imposes("d2", 0),
                                            with(imposes("d2", 4), Status::actual, Polarity::negative)},
                                           {document("d1", "2024-03-05"), document("d2", "2023-12")});
    EXPECT_THAT(summary.statuses, ElementsAre(Status::actual, Status::threatened));
    EXPECT_TRUE(summary.positive);
    EXPECT_TRUE(summary.negative);
    EXPECT_EQ(summary.first_date, "2023-12");
    EXPECT_EQ(summary.last_date, "2024-03-05");
    EXPECT_EQ(summary.evidence, 3U);
    EXPECT_EQ(summary.documents, 2U);
    EXPECT_EQ(summary.weight, 3);
    EXPECT_EQ(summary.label, "imposes");
}

TEST(EdgeSummary, TheBestQuoteIsPlainReportedAndSure) {
    Statement sure = imposes("d1", 7);
    sure.confidence = 0.9;
    Statement unsure = imposes("d1", 2);
    unsure.confidence = 0.2;
    EXPECT_EQ(summary_of({with(imposes("d1", 1), Status::planned),
                          said_by(imposes("d1", 0), actor("Ann Lee")), unsure, sure})
                  .quote,
              "Sentence 7.");
    EXPECT_EQ(
        summary_of({with(imposes("d1", 1), Status::planned), said_by(imposes("d1", 5), actor("Ann Lee"))})
            .quote,
        "Sentence 5.");
}

TEST(EdgeSummary, IsComputedAnewFromASelection) {
    Assembler assembler;
    assembler.add(document("d1"));
    assembler.add(imposes("d1", 0));
    assembler.add(with(imposes("d1", 1), Status::threatened));
    assembler.add(said_by(with(imposes("d1", 2), Status::threatened), actor("Ann Lee")));
    const ClaimGraph graph = assembler.finish();
    ClaimFilter filter;
    filter.statuses = {Status::threatened};
    const GraphView threatened(graph, filter);
    ASSERT_EQ(threatened.edges().size(), 1U);
    EXPECT_EQ(threatened.summary(threatened.edges()[0]).label, "imposes (threatened)");
    EXPECT_EQ(threatened.summary(threatened.edges()[0]).evidence, 2U);
    filter.speakers = {"ANN LEE"};
    const GraphView hers(graph, filter);
    EXPECT_EQ(hers.summary(hers.edges()[0]).quote, "Sentence 2.");
    filter.speakers = {"nobody"};
    EXPECT_TRUE(GraphView(graph, filter).edges().empty());
    EXPECT_TRUE(GraphView(graph, filter).nodes().empty());
}

TEST(GraphView, DatesSelectDocuments) {
    Assembler assembler;
    assembler.add(document("d1", "2024-03-05"));
    assembler.add(document("d2", "2024-05"));
    assembler.add(document("d3", ""));
    for (const char* id : {"d1", "d2", "d3"}) assembler.add(imposes(id));
    const ClaimGraph graph = assembler.finish();
    const auto selected = [&](std::string since, std::string until) {
        ClaimFilter filter;
        filter.since = std::move(since);
        filter.until = std::move(until);
        const GraphView view(graph, filter);
        std::string ids;
        for (const auto& edge : view.edges()) {
            for (const Claim* claim : view.claims(edge)) ids += graph.document(*claim).id + " ";
        }
        return ids;
    };
    EXPECT_EQ(selected("", ""), "d1 d2 d3 ");
    EXPECT_EQ(selected("2024-03-05", ""), "d1 d2 ");
    EXPECT_EQ(selected("2024-03-06", ""), "d2 ");
    EXPECT_EQ(selected("2024-05-10", ""), "d2 ");
    EXPECT_EQ(selected("", "2024-03"), "d1 ");
    EXPECT_EQ(selected("", "2024"), "d1 d2 ");
    EXPECT_EQ(selected("2024-04", "2024-04"), "");
}

}  // namespace
}  // namespace claimgraph
