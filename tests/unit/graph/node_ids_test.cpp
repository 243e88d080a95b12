#include "graph/node_ids.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimgraph {
namespace {

using testing::ElementsAre;
using testing::MatchesRegex;

Entity named(EntityKind kind, std::string name, std::string id = {}) {
    Entity out;
    out.kind = kind;
    out.name = std::move(name);
    out.id = std::move(id);
    return out;
}

std::vector<std::string> ids(std::vector<Entity> entities) {
    std::vector<EntityKey> keys;
    for (const Entity& entity : entities) keys.push_back(entity_key(entity));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return assign_node_ids(keys);
}

TEST(FoldName, CaseWidthSpaceAndTypographyDoNotMatter) {
    EXPECT_EQ(fold_name("  The\tTRADE \n deal "), "the trade deal");
    EXPECT_EQ(fold_name("China’s “Plan” – B"), "china's \"plan\" - b");
    EXPECT_EQ(fold_name("ＴＯＫＹＯ　東京"), "tokyo 東京");
    EXPECT_EQ(fold_name("STRASSE"), fold_name("Straße"));
    EXPECT_EQ(fold_name("É"), fold_name("E\u0301"));
    EXPECT_EQ(fold_name("soft\u00ADhyphen"), "softhyphen");
    EXPECT_EQ(fold_name("bad\xFF"), "bad\uFFFD");
    EXPECT_EQ(fold_name(""), "");
}

TEST(Slug, KeepsLettersOfAnyScript) {
    EXPECT_EQ(slug("scott bessent"), "scott-bessent");
    EXPECT_EQ(slug("u.s.-china deal (2025)"), "u-s-china-deal-2025");
    EXPECT_EQ(slug("côte d'ivoire"), "côte-divoire");
    EXPECT_EQ(slug("東京 मुंबई"), "東京-मुंबई");
    EXPECT_EQ(slug("?!"), "u-3f-21");
    EXPECT_EQ(slug(""), "u");
}

TEST(NodeIds, AreMadeOfIdOrName) {
    EXPECT_THAT(ids({named(EntityKind::country, "China", "CHN"), named(EntityKind::actor, "Jane Doe")}),
                ElementsAre("actor:jane-doe", "country:CHN"));
    EXPECT_THAT(ids({named(EntityKind::actor, "Jane", "actor:jane-doe")}), ElementsAre("actor:jane-doe"));
    EXPECT_THAT(ids({named(EntityKind::measure, "x", " odd \n id ")}), ElementsAre("measure:odd-id"));
}

TEST(NodeIds, TheSameNameOfAnotherKindIsAnotherNode) {
    EXPECT_THAT(ids({named(EntityKind::topic, "steel"), named(EntityKind::commodity, "Steel")}),
                ElementsAre("commodity:steel", "topic:steel"));
}

TEST(NodeIds, NamesThatOnlyTheSlugConfusesStayApart) {
    const auto three = ids(
        {named(EntityKind::actor, "A B"), named(EntityKind::actor, "A&B"), named(EntityKind::actor, "A+B")});
    EXPECT_THAT(three, testing::UnorderedElementsAre("actor:a-b", MatchesRegex("actor:a-b-[0-9a-f]+"),
                                                     MatchesRegex("actor:a-b-[0-9a-f]+")));
    EXPECT_NE(three[0], three[1]);
    EXPECT_NE(three[1], three[2]);
    EXPECT_THAT(ids({named(EntityKind::actor, "A&B")}), ElementsAre("actor:a-b"));
}

TEST(NodeIds, ANameThatSpellsAnIdBelongsToIt) {
    EXPECT_THAT(ids({named(EntityKind::actor, "Jane Doe"), named(EntityKind::actor, "J. Doe", "jane-doe")}),
                ElementsAre("actor:jane-doe", "actor:jane-doe"));
}

}  // namespace
}  // namespace claimgraph
