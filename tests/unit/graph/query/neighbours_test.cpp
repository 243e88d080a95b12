#include "graph/query/neighbours.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/assembler.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using testing::ElementsAre;
using namespace testing_support;

ClaimGraph chain() {
    Assembler assembler;
    Entity norland = country("Norland", "NRL");
    norland.mention = "Oslo";
    assembler.add(statement(norland, "imposes", measure("tariff")));
    assembler.add(statement(measure("tariff"), "targets", country("Sudland", "SDL")));
    assembler.add(statement(country("Sudland", "SDL"), "purchases", commodity("fish")));
    return assembler.finish();
}

std::vector<std::string> labels(const GraphView& view) {
    std::vector<std::string> out;
    for (const NodeIndex node : view.nodes()) out.push_back(view.graph().nodes()[node].label);
    return out;
}

TEST(FindByName, TakesIdLabelAndAliasWithoutRegardToCase) {
    const ClaimGraph graph = chain();
    const NodeIndex norland = graph.find_node("country:NRL").value();
    for (const char* name : {"COUNTRY:nrl", "norland", " OSLO "}) {
        EXPECT_THAT(find_by_name(graph, name), ElementsAre(norland)) << name;
    }
    EXPECT_THAT(find_by_name(graph, "Nowhere"), ElementsAre());
    EXPECT_THAT(nearest_names(graph, "nordland", 2), ElementsAre("Norland", "Sudland"));
}

TEST(Neighbourhood, FollowsDirectionAndDepth) {
    const ClaimGraph graph = chain();
    const GraphView all(graph);
    const auto tariff = find_by_name(graph, "tariff");
    EXPECT_THAT(labels(neighbourhood(all, tariff, 1, Direction::all)),
                ElementsAre("Norland", "Sudland", "tariff"));
    EXPECT_THAT(labels(neighbourhood(all, tariff, 1, Direction::in)), ElementsAre("Norland", "tariff"));
    EXPECT_THAT(labels(neighbourhood(all, tariff, 2, Direction::out)),
                ElementsAre("fish", "Sudland", "tariff"));
    EXPECT_THAT(labels(neighbourhood(all, tariff, 0, Direction::all)), ElementsAre("tariff"));
}

}  // namespace
}  // namespace claimgraph
