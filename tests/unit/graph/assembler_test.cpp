#include "graph/assembler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using namespace testing_support;

ClaimGraph assemble(const std::vector<Statement>& statements, const std::vector<Document>& documents = {}) {
    Assembler assembler;
    for (const Statement& statement : statements) assembler.add(statement);
    for (const Document& document : documents) assembler.add(document);
    return assembler.finish();
}

std::vector<std::string> node_ids(const ClaimGraph& graph) {
    std::vector<std::string> out;
    for (const Node& node : graph.nodes()) out.push_back(node.id);
    return out;
}

const Node& node(const ClaimGraph& graph, const std::string& id) {
    const auto index = graph.find_node(id);
    EXPECT_TRUE(index) << id;
    return graph.nodes()[index.value_or(0)];
}

const Entity norland = country("Norland", "NRL");
const Entity sudland = country("Sudland", "SDL");

Entity at(Entity entity, std::string mention, std::size_t begin) {
    entity.span = Span{begin, begin + mention.size()};
    entity.mention = std::move(mention);
    return entity;
}

TEST(Assembler, StatementsWithTheSameRelationAndEndsAreOneEdge) {
    const ClaimGraph graph = assemble({statement(norland, "imposes", measure("fish tariff"), "d1", 0),
                                       statement(norland, "imposes", measure("Fish  Tariff"), "d2", 3),
                                       statement(norland, "removes", measure("fish tariff"), "d2", 4),
                                       statement(sudland, "imposes", measure("fish tariff"), "d2", 5)});
    EXPECT_THAT(node_ids(graph), ElementsAre("country:NRL", "country:SDL", "measure:fish-tariff"));
    ASSERT_EQ(graph.edges().size(), 3U);
    EXPECT_EQ(graph.edges()[0].relation, "imposes");
    EXPECT_EQ(graph.claims(graph.edges()[0]).size(), 2U);
    EXPECT_EQ(graph.edges()[1].relation, "removes");
    EXPECT_EQ(graph.edges()[2].source, 1U);
    EXPECT_THAT(graph.out_edges(0), ElementsAre(0, 1));
    EXPECT_THAT(graph.in_edges(2), ElementsAre(0, 1, 2));
    EXPECT_THAT(graph.in_edges(0), ElementsAre());
}

TEST(Assembler, AVerbWithAMeasureInItSaysTheSameAsTheMeasure) {
    Entity sanctions = measure("sanctions on Sudland");
    sanctions.type = "sanction";
    Statement verb = statement(norland, "restricts", sudland, "d2", 0, "Norland has sanctioned Sudland.");
    verb.predicate = Predicate{"has sanctioned", Span{8, 22}};
    const ClaimGraph graph = assemble({statement(norland, "imposes", sanctions, "d1", 0),
                                       statement(sanctions, "targets", sudland, "d1", 0), verb},
                                      {document("d1"), document("d2", "2024-03-20")});
    EXPECT_THAT(node_ids(graph), ElementsAre("country:NRL", "country:SDL", "measure:sanctions-on-sudland"));
    ASSERT_EQ(graph.edges().size(), 2U);
    for (const Edge& edge : graph.edges()) EXPECT_EQ(graph.claims(edge).size(), 2U) << edge.relation;
    EXPECT_EQ(ClaimGraph::quote(graph.claims()[1]), "Norland has sanctioned Sudland.");
    EXPECT_EQ(graph.claims()[1].target_place, 8U);
}

TEST(Assembler, OtherRestrictionsStayWhatTheyAre) {
    Statement other = statement(norland, "restricts", commodity("fish"), "d1");
    other.predicate = Predicate{"sanctimoniously banned", std::nullopt};
    Statement denied =
        with(statement(norland, "restricts", commodity("fish"), "d2"), Status::actual, Polarity::negative);
    denied.predicate = Predicate{"embargoed", std::nullopt};
    const ClaimGraph graph = assemble({other, denied});
    ASSERT_EQ(graph.edges().size(), 3U);
    EXPECT_EQ(graph.edges()[0].relation, "restricts");
    EXPECT_EQ(graph.edges()[1].relation, "imposes");
    EXPECT_EQ(graph.claims(graph.edges()[1])[0].factuality.polarity, Polarity::negative);
    EXPECT_EQ(graph.edges()[2].relation, "covers");
    EXPECT_EQ(graph.claims(graph.edges()[2])[0].factuality.polarity, Polarity::positive);
}

TEST(Assembler, ClaimsKeepTheWholeStatement) {
    Statement given =
        said_by(statement(norland, "imposes", measure("fish tariff"), "d1", 2, "He \"said\" so.\n"),
                actor("Ann Lee"), AttributionType::quote);
    given.time = TimeValue{"2024-05-01", "from May", {}};
    given.confidence = 0.7;
    given.extras.emplace_back("x", "[1]");
    const ClaimGraph graph = assemble({given}, {document("d1", "2024-04-30")});
    ASSERT_EQ(graph.claims().size(), 1U);
    const Claim& claim = graph.claims()[0];
    EXPECT_EQ(ClaimGraph::statement(claim), given);
    EXPECT_EQ(ClaimGraph::quote(claim), "He \"said\" so.\n");
    EXPECT_EQ(claim.speaker, "Ann Lee");
    EXPECT_EQ(claim.attribution, AttributionType::quote);
    EXPECT_EQ(claim.time, "2024-05-01");
    EXPECT_EQ(claim.confidence, 0.7);
    EXPECT_EQ(graph.document(claim).date, "2024-04-30");
}

TEST(Assembler, SymmetricRelationsAreStoredOnceInOneDirection) {
    const ClaimGraph graph =
        assemble({statement(at(sudland, "Sudland", 5), "negotiates", at(norland, "Norland", 20), "d1", 0),
                  statement(at(norland, "Norland", 100), "negotiates", at(sudland, "Sudland", 130), "d1", 1),
                  statement(at(sudland, "Sudland", 205), "criticizes", norland, "d1", 2),
                  statement(norland, "criticizes", sudland, "d1", 3)});
    ASSERT_EQ(graph.edges().size(), 3U);
    EXPECT_EQ(graph.edges()[1].relation, "negotiates");
    EXPECT_EQ(graph.nodes()[graph.edges()[1].source].id, "country:NRL");
    ASSERT_EQ(graph.claims(graph.edges()[1]).size(), 2U);
    EXPECT_EQ(graph.claims(graph.edges()[1])[0].source_place, 20U);
    EXPECT_EQ(graph.claims(graph.edges()[1])[0].target_place, 5U);
}

TEST(Assembler, LabelTypeAndAliasesComeFromAllMentions) {
    Entity one = actor("Ministry of Trade");
    one.type = "organization";
    Entity other = actor("ministry of trade");
    Entity pronoun = at(one, "it", 50);
    pronoun.antecedent = Antecedent{"the ministry", {1, 5}, {}};
    const ClaimGraph graph = assemble(
        {statement(at(one, "the Trade Ministry", 3), "criticizes", norland, "d1", 0),
         statement(one, "criticizes", norland, "d1", 1), statement(pronoun, "criticizes", norland, "d1", 2),
         statement(other, "criticizes", norland, "d2", 0)});
    const Node& ministry = node(graph, "actor:ministry-of-trade");
    EXPECT_EQ(ministry.label, "Ministry of Trade");
    EXPECT_EQ(ministry.type, "organization");
    EXPECT_THAT(ministry.aliases, ElementsAre("ministry of trade", "the Trade Ministry"));
    EXPECT_EQ(ministry.documents, 2U);
    EXPECT_EQ(ministry.mentions, 4U);
}

TEST(Assembler, OneMentionInManyStatementsCountsOnce) {
    const Entity mention = at(norland, "Norland", 7);
    const ClaimGraph graph = assemble({statement(mention, "imposes", measure("quota"), "d1", 0),
                                       statement(mention, "removes", measure("tariff"), "d1", 0),
                                       statement(mention, "removes", measure("tariff"), "d2", 0)});
    EXPECT_EQ(node(graph, "country:NRL").mentions, 2U);
    EXPECT_EQ(node(graph, "country:NRL").documents, 2U);
}

TEST(Assembler, TheSameStatementTwiceCountsOnce) {
    const Statement given = statement(norland, "imposes", measure("quota"));
    EXPECT_EQ(assemble({given, given}).claims().size(), 1U);
}

TEST(Assembler, ADocumentMayNotChange) {
    Assembler assembler;
    assembler.add(document("d1", "2024"));
    assembler.add(document("d1", "2024"));
    EXPECT_THROW(assembler.add(document("d1", "2023")), Error);
}

TEST(Assembler, NothingGivesAnEmptyGraph) {
    const ClaimGraph graph = assemble({}, {document("d1")});
    EXPECT_TRUE(graph.nodes().empty());
    EXPECT_TRUE(graph.edges().empty());
    EXPECT_TRUE(graph.documents().empty());
    EXPECT_FALSE(graph.find_node("country:NRL"));
}

}  // namespace
}  // namespace claimgraph
