#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/assembler.hpp"
#include "graph/query/compare.hpp"
#include "graph/query/conflicts.hpp"
#include "graph/query/lifecycle.hpp"
#include "graph/query/neighbours.hpp"
#include "graph/query/paths.hpp"
#include "graph/query/rank.hpp"
#include "graph/query/roll_up.hpp"
#include "graph/query/speakers.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;

const Entity norland = country("Norland", "NRL");
const Entity southmark = country("Southmark", "STM");
const Entity minister = actor("Jane Doe");
const Entity duty = measure("fish duty");

Statement at(Statement out, const std::string& time) {
    out.time = TimeValue{time, time, {}};
    return out;
}
Statement rate(Statement out, double value, QuantityRole role = QuantityRole::rate) {
    out.quantities.push_back({role, value, "percent", {}, {}});
    return out;
}

struct Made {
    std::string id;
    std::string date;
    std::vector<Statement> statements;
    std::string outlet = "Courier";
};
ClaimGraph graph_of(const std::vector<Made>& documents) {
    Assembler assembler;
    std::size_t sentence = 0;
    for (const auto& made : documents) {
        assembler.add(document(made.id, made.date, Voice::news, made.outlet));
        for (Statement one : made.statements) {
            one.evidence.document = made.id;
            one.evidence.sentence = ++sentence;
            one.evidence.text = "Sentence " + std::to_string(sentence) + " of " + made.id +
                                " in its own words " + std::to_string(7 * sentence);
            assembler.add(one);
        }
    }
    return assembler.finish();
}
NodeIndex node(const ClaimGraph& graph, const std::string& name) {
    const auto found = find_by_name(graph, name);
    EXPECT_EQ(found.size(), 1u) << name;
    return found.at(0);
}

std::vector<std::string> steps(const ClaimGraph& graph, const std::string& name) {
    std::vector<std::string> out;
    for (const LifecycleStep& step : lifecycle(GraphView(graph), node(graph, name))) {
        std::string text = step.date + " " + to_string(step);
        for (const std::string& number : step.rates) text += ", " + number;
        out.push_back(text + " (" + std::to_string(step.claims.size()) + ")");
    }
    return out;
}

TEST(Lifecycle, TellsEachStepOnce) {
    const ClaimGraph graph = graph_of({
        {"a", "2025-01-10", {with(statement(norland, "imposes", duty), Status::threatened)}},
        {"b", "2025-02-01", {with(at(statement(norland, "imposes", duty), "2025-04"), Status::planned)}},
        {"c", "2025-04-03", {at(rate(statement(norland, "imposes", duty), 125), "2025-04")}},
        {"d",
         "2025-04-20",
         {rate(statement(norland, "imposes", duty), 125), statement(norland, "imposes", duty)}},
        {"e", "2025-09-01", {at(rate(statement(norland, "reduces", duty), 10, QuantityRole::to), "2025-09")}},
        {"f", "2025-10-01", {with(statement(norland, "delays", duty), Status::planned)}},
        {"g", "2025-11-01", {statement(norland, "removes", duty)}},
    });
    EXPECT_THAT(steps(graph, "fish duty"),
                ElementsAre("2025-01-10 threatened (1)", "2025-04 announced (1)",
                            "2025-04 in force, 125 percent (3)", "2025-09 reduced, to 10 percent (1)",
                            "2025-10-01 to be delayed (1)", "2025-11-01 ended (1)"));
}

TEST(Lifecycle, AvertedAndDenied) {
    const ClaimGraph graph = graph_of({
        {"a", "2025-10-10", {with(rate(statement(norland, "imposes", duty), 100), Status::threatened)}},
        {"b", "2025-10-27", {with(rate(statement(norland, "imposes", duty), 100), Status::averted)}},
        {"c", "2025-10-28", {with(statement(norland, "removes", duty), Status::actual, Polarity::negative)}},
        {"d", "2025-10-29", {with(statement(norland, "imposes", duty), Status::possible)}},
    });
    EXPECT_THAT(steps(graph, "fish duty"),
                ElementsAre("2025-10-10 threatened, 100 percent (1)", "2025-10-27 averted, 100 percent (1)",
                            "2025-10-28 denied (1)"));
}

TEST(Lifecycle, ReversalsInTimeAreStepsAndNoConflicts) {
    const ClaimGraph graph = graph_of({
        {"a", "2025-01-10", {statement(norland, "imposes", duty)}, "Courier"},
        {"b", "2025-06-10", {with(statement(norland, "imposes", duty), Status::halted)}, "Herald"},
    });
    EXPECT_THAT(steps(graph, "fish duty"),
                ElementsAre("2025-01-10 in force (1)", "2025-06-10 suspended (1)"));
    EXPECT_THAT(conflicts(GraphView(graph)), IsEmpty());
}

TEST(Conflicts, SetTheSidesSideBySide) {
    const ClaimGraph graph = graph_of({
        {"a", "2025-01-10", {statement(norland, "purchases", commodity("wheat"))}, "Courier"},
        {"b",
         "2025-01-12",
         {said_by(
             with(statement(norland, "purchases", commodity("wheat")), Status::actual, Polarity::negative),
             minister)},
         "Herald"},
    });
    const auto found = conflicts(GraphView(graph));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, Conflict::Kind::dispute);
    EXPECT_THAT(found[0].positions, ElementsAre("purchases", "purchases (denied)"));
    EXPECT_EQ(found[0].claims[1]->speaker, "Jane Doe");
}

TEST(Conflicts, NumbersThatDifferForOneTime) {
    const ClaimGraph graph = graph_of({
        {"a", "2025-01-10", {rate(statement(norland, "imposes", duty), 20)}, "Courier"},
        {"b", "2025-01-12", {rate(statement(norland, "imposes", duty), 25)}, "Herald"},
        {"c", "2025-08-12", {rate(statement(norland, "imposes", duty), 30)}, "Herald"},
    });
    const auto found = conflicts(GraphView(graph));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, Conflict::Kind::number);
    EXPECT_THAT(found[0].positions, ElementsAre("20 percent", "25 percent"));
}

TEST(Conflicts, TheHeavierComeFirst) {
    const auto deny = [](const Entity& what) {
        return with(statement(norland, "purchases", what), Status::actual, Polarity::negative);
    };
    const ClaimGraph graph = graph_of({
        {"a",
         "2025-01-10",
         {statement(norland, "purchases", commodity("barley")),
          statement(norland, "purchases", commodity("wheat"))},
         "Courier"},
        {"b", "2025-01-10", {statement(norland, "purchases", commodity("wheat"))}, "Herald"},
        {"c", "2025-01-11", {deny(commodity("wheat")), deny(commodity("barley"))}, "Post"},
        {"d", "2025-01-11", {deny(commodity("wheat"))}, "Times"},
    });
    const auto found = conflicts(GraphView(graph));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(graph.nodes()[graph.edges()[found[0].edge].target].label, "wheat");
}

TEST(RollUp, FoldsActorsIntoTheirCountries) {
    const Entity ministry = actor("Ministry of Fish");
    const ClaimGraph graph =
        graph_of({{"a",
                   "2025-01-10",
                   {statement(minister, "affiliated_with", ministry),
                    statement(ministry, "affiliated_with", norland), statement(minister, "imposes", duty),
                    statement(norland, "imposes", duty), statement(ministry, "criticizes", southmark)}}});
    const ClaimGraph folded = roll_up(graph);
    std::vector<std::string> edges;
    for (const Edge& edge : folded.edges())
        edges.push_back(folded.nodes()[edge.source].label + " " + edge.relation + " " +
                        folded.nodes()[edge.target].label + " " + std::to_string(folded.claims(edge).size()));
    EXPECT_THAT(edges, ElementsAre("Norland criticizes Southmark 1", "Norland imposes fish duty 2"));
    EXPECT_EQ(folded.nodes().size(), 3u);
}

TEST(Paths, ShortestAndBest) {
    const Entity wheat = commodity("wheat");
    const ClaimGraph graph = graph_of({
        {"a",
         "2025-01-10",
         {with(said_by(statement(norland, "purchases", wheat), minister, AttributionType::belief),
               Status::possible),
          statement(norland, "negotiates", southmark), statement(southmark, "sells", wheat)},
         "Courier"},
        {"b",
         "2025-01-11",
         {statement(norland, "negotiates", southmark), statement(southmark, "sells", wheat)},
         "Herald"},
    });
    const GraphView view(graph);
    const auto from = find_by_name(graph, "Norland");
    const auto to = find_by_name(graph, "wheat");
    EXPECT_EQ(shortest_path(view, from, to, 6).size(), 1u);
    const Path best = best_path(view, from, to, 6);
    ASSERT_EQ(best.size(), 2u);
    EXPECT_EQ(graph.edges()[best[0].edge].relation, "negotiates");
    EXPECT_EQ(best_path(view, from, to, 1).size(), 1u);
    EXPECT_EQ(shortest_path(view, to, from, 6).front().forwards, false);
    EXPECT_THAT(shortest_path(view, from, {}, 6), IsEmpty());
}

TEST(WhoSays, CountsConfirmedAndDisputed) {
    const ClaimGraph graph = graph_of({
        {"a",
         "2025-01-10",
         {said_by(statement(norland, "imposes", duty), minister),
          said_by(statement(norland, "criticizes", southmark), minister)},
         "Courier"},
        {"b", "2025-01-11", {statement(norland, "imposes", duty)}, "Herald"},
        {"c",
         "2025-01-11",
         {said_by(with(statement(norland, "criticizes", southmark), Status::actual, Polarity::negative),
                  actor("John Roe"))},
         "Herald"},
    });
    const GraphView view(graph);
    const auto found = who_says(view, "jane doe");
    std::vector<std::string> rows;
    for (const auto& row : found)
        rows.push_back(graph.nodes()[row.about].label + " " + std::to_string(row.claims) + " " +
                       std::to_string(row.confirmed) + " " + std::to_string(row.disputed));
    EXPECT_THAT(rows, ElementsAre("Norland 2 1 1", "Southmark 1 0 1", "fish duty 1 1 0"));
    EXPECT_THAT(who_says(view, "nobody"), IsEmpty());
    EXPECT_EQ(who_says(view, "").back().speaker, "John Roe");
}

TEST(WhoSays, SpeakersAreOneAcrossDocuments) {
    const auto person = [](const std::string& name, const std::string& mention) {
        Entity out = actor(name);
        out.type = "person";
        out.mention = mention;
        return out;
    };
    const Entity full = person("Bo Ek", "Ek");
    const ClaimGraph graph = graph_of({
        {"a", "2025-01-10", {said_by(statement(norland, "imposes", duty), full)}, "Courier"},
        {"b",
         "2025-01-11",
         {said_by(with(statement(norland, "imposes", duty), Status::actual, Polarity::negative),
                  person("Ek", "Ek"))},
         "Herald"},
    });
    const GraphView view(graph);
    for (const char* name : {"", "bo ek", "EK"}) {
        std::vector<std::string> rows;
        for (const auto& row : who_says(view, name))
            rows.push_back(row.speaker + " " + std::to_string(row.claims) + " " +
                           std::to_string(row.disputed));
        EXPECT_THAT(rows, ElementsAre("Bo Ek 2 0", "Bo Ek 2 0")) << name;
        ClaimFilter filter;
        if (*name != '\0') filter.speakers.emplace_back(name);
        EXPECT_EQ(GraphView(graph, filter).edges().size(), 1u) << name;
    }
    EXPECT_EQ(graph.nodes().size(), 2u);
    EXPECT_THAT(speakers_called(graph, "Ek"), ElementsAre("bo ek", "ek"));
}

TEST(Compare, AddedChangedWithdrawn) {
    const ClaimGraph before = graph_of({{"a",
                                         "2025-01-10",
                                         {with(statement(norland, "imposes", duty), Status::threatened),
                                          statement(norland, "supports", southmark)}}});
    const ClaimGraph after = graph_of({{"a",
                                        "2025-01-10",
                                        {with(statement(norland, "imposes", duty), Status::threatened),
                                         statement(southmark, "criticizes", norland)}},
                                       {"b", "2025-01-12", {statement(norland, "imposes", duty)}}});
    std::vector<std::string> found;
    for (const EdgeChange& change : compare(GraphView(before), GraphView(after)))
        found.push_back(std::to_string(static_cast<int>(change.kind)) + " " + change.source + " " +
                        change.relation + " " + change.target +
                        (change.what.empty() ? "" : " " + change.what.front()));
    EXPECT_THAT(found,
                ElementsAre("2 country:NRL supports country:STM",
                            "1 country:NRL imposes measure:fish-duty label imposes (threatened) to imposes",
                            "0 country:STM criticizes country:NRL"));
    EXPECT_THAT(compare(GraphView(after), GraphView(after)), IsEmpty());
}

TEST(Rank, EstimatedBetweennessFromAllNodesIsTheExact) {
    std::vector<Statement> statements;
    std::mt19937 random(3);
    for (int i = 0; i < 120; ++i)
        statements.push_back(statement(actor("a" + std::to_string(random() % 40)), "supports",
                                       actor("a" + std::to_string(random() % 40))));
    const ClaimGraph graph = graph_of({{"a", "2025-01-10", statements}});
    const GraphView view(graph);
    const auto exact = rank_nodes(view);
    const auto estimated = rank_nodes(view, {0, 1000});
    double sum = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        EXPECT_NEAR(exact[i].betweenness, estimated[i].betweenness, 1e-9);
        sum += exact[i].pagerank;
    }
    EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(Rank, TwoGroupsAreTwoCommunities) {
    std::vector<Statement> statements;
    for (const std::string group : {"x", "y"}) {
        for (int i = 0; i < 5; ++i) {
            for (int j = 0; j < i; ++j)
                statements.push_back(statement(actor(group + std::to_string(i)), "supports",
                                               actor(group + std::to_string(j))));
        }
    }
    statements.push_back(statement(actor("x0"), "criticizes", actor("y0")));
    statements.push_back(statement(actor("z0"), "criticizes", actor("z1")));
    const ClaimGraph graph = graph_of({{"a", "2025-01-10", statements}});
    const GraphView view(graph);
    const auto ranks = rank_nodes(view);
    const auto of = [&](const std::string& name) { return ranks[node(graph, name)]; };
    EXPECT_EQ(of("x0").community, of("x4").community);
    EXPECT_NE(of("x0").community, of("y0").community);
    EXPECT_EQ(of("x0").component, 0u);
    EXPECT_EQ(of("z0").component, 1u);
    EXPECT_EQ(of("x0").degree, 5u);
    EXPECT_EQ(of("x0").degree_of_relation.at("criticizes"), 1u);
    EXPECT_GT(of("x0").betweenness, of("x1").betweenness);
}

TEST(GraphViewWhere, EndsOfMeasuresEndTheirImposition) {
    const ClaimGraph graph = graph_of({{"a", "2025-01-10", {statement(norland, "imposes", duty)}},
                                       {"b", "2025-06-10", {statement(norland, "removes", duty)}}});
    const GraphView view(graph);
    EXPECT_EQ(view.summary(view.edges()[0]).valid_to, "2025-06-10");
    const GraphView held =
        view.where([](const Edge&, const EdgeSummary& summary) { return summary.valid_to.empty(); });
    ASSERT_EQ(held.edges().size(), 1u);
    EXPECT_EQ(held.edge(held.edges()[0]).relation, "removes");
}

}  // namespace
}  // namespace claimgraph
