#include "export/lifetimes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/assembler.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;
using Spells = std::vector<Spell>;

TEST(Lifetimes, PeriodsAreReadAsWholeDays) {
    EXPECT_EQ(parse_period("2024"), (Spell{"2024-01-01", "2024-12-31"}));
    EXPECT_EQ(parse_period("2024-02"), (Spell{"2024-02-01", "2024-02-29"}));
    EXPECT_EQ(parse_period("2024-02-07"), (Spell{"2024-02-07", "2024-02-07"}));
    EXPECT_EQ(parse_period("2018/2019-03"), (Spell{"2018-01-01", "2019-03-31"}));
    EXPECT_EQ(parse_period("2018-07-06/.."), (Spell{"2018-07-06", ""}));
    for (const char* text : {"", "24", "2024-13", "2023-02-29", "2024-1-1", "2024-01-01T00:00", "soon",
                             "0000", "2024/2023", "/2024", "2024x01"}) {
        EXPECT_EQ(parse_period(text), std::nullopt) << text;
    }
}

TEST(Lifetimes, OverlappingSpellsAreJoined) {
    EXPECT_EQ(join_spells({{"2024-03-01", "2024-04-01"}, {"2024-01-01", "2024-03-01"}, {"2025-01-01", ""}}),
              (Spells{{"2024-01-01", "2024-04-01"}, {"2025-01-01", ""}}));
    EXPECT_EQ(join_spells({{"2024-01-01", ""}, {"2025-01-01", "2025-02-01"}}), (Spells{{"2024-01-01", ""}}));
    EXPECT_EQ(join_spells({{"2024-01-01", "2024-01-05"}, {"2024-01-05", ""}}), (Spells{{"2024-01-01", ""}}));
}

Statement at(Statement out, std::string time) {
    out.time = TimeValue{std::move(time), "then", {}};
    return out;
}

TEST(Lifetimes, AMeasureLivesUntilItIsRemoved) {
    const Entity norland = country("Norland", "NRL");
    const Entity tariff = measure("fish tariff");
    Assembler assembler;
    assembler.add(document("d1", "2024-03-01"));
    assembler.add(document("d2", "2025-06-02"));
    assembler.add(document("undated", ""));
    assembler.add(at(statement(norland, "imposes", tariff, "d1"), "2024-04"));
    assembler.add(statement(tariff, "covers", commodity("fish"), "d1", 1));
    assembler.add(statement(norland, "removes", tariff, "d2"));
    assembler.add(with(statement(norland, "removes", measure("quota"), "d2", 1), Status::planned));
    assembler.add(statement(norland, "purchases", commodity("fish"), "undated"));
    assembler.add(at(statement(norland, "sells", commodity("oil"), "d1", 2), "2020/2021"));
    const ClaimGraph graph = assembler.finish();
    const GraphView view(graph);
    const Lifetimes lifetimes(view);
    const auto edge = [&](std::string_view relation, std::string_view target) {
        for (std::size_t i = 0; i < view.edges().size(); ++i) {
            const Edge& found = view.edge(view.edges()[i]);
            if (found.relation == relation && graph.nodes()[found.target].label == target)
                return lifetimes.of_edge(i);
        }
        return Spells{{"no", "edge"}};
    };
    EXPECT_EQ(edge("imposes", "fish tariff"), (Spells{{"2024-04-01", "2025-06-02"}}));
    EXPECT_EQ(edge("covers", "fish"), (Spells{{"2024-03-01", "2025-06-02"}}));
    EXPECT_EQ(edge("removes", "fish tariff"), (Spells{{"2025-06-02", "2025-06-02"}}));
    EXPECT_EQ(edge("removes", "quota"), (Spells{{"2025-06-02", ""}}));
    EXPECT_EQ(edge("sells", "oil"), (Spells{{"2020-01-01", "2021-12-31"}}));
    EXPECT_THAT(edge("purchases", "fish"), IsEmpty());
    for (std::size_t i = 0; i < view.nodes().size(); ++i) {
        const Node& node = graph.nodes()[view.nodes()[i]];
        if (node.label == "fish tariff") {
            EXPECT_EQ(lifetimes.of_node(i), (Spells{{"2024-03-01", "2025-06-02"}}));
        } else if (node.kind != EntityKind::measure) {
            EXPECT_THAT(lifetimes.of_node(i), IsEmpty());
        }
    }
}

}  // namespace
}  // namespace claimgraph
