#include "graph/entities/resolver.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/entities/document_units.hpp"
#include "graph/model/error.hpp"
#include "tests/unit/graph/sample_statements.hpp"

namespace claimgraph {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Entity typed(Entity out, const std::string& type) {
    out.type = type;
    return out;
}
Entity tariff(const std::string& name, const std::string& id = {}) {
    Entity out = typed(measure(name), "tariff");
    out.id = id;
    return out;
}
Statement at(Statement out, const std::string& time) {
    out.time = TimeValue{time, time, {}};
    return out;
}
Statement rate(Statement out, double value, QuantityRole role = QuantityRole::rate) {
    out.quantities.push_back({role, value, "percent", {}, {}});
    return out;
}

const Entity usa = country("United States", "USA");
const Entity china = country("China", "CHN");
const Entity india = country("India", "IND");

class Resolving : public testing::Test {
  protected:
    Resolving() {
        word(EntityKind::country, "United States", "USA");
        word(EntityKind::country, "US", "USA");
        word(EntityKind::country, "China", "CHN");
        word(EntityKind::country, "Chinese", "CHN");
        word(EntityKind::country, "India", "IND");
        word(EntityKind::country, "Indian", "IND");
        word(EntityKind::measure, "tariff", "tariff");
        word(EntityKind::measure, "duty", "tariff");
    }
    void word(EntityKind kind, const std::string& name, const std::string& meaning) {
        rules.rows.push_back({NameRules::Verb::word, kind, name, meaning});
    }
    void add(const std::string& id, const std::string& date, std::vector<Statement> statements) {
        SketchTable table;
        std::vector<StatementSketch> sketches;
        for (const Statement& made : statements) sketches.push_back(table.sketch(made));
        DocumentUnits found = table.units(id, date, sketches);
        documents.push_back(std::move(found));
    }
    void resolve() {
        units.clear();
        std::map<EntityUnit, std::uint32_t> index;
        std::map<UnitUse, std::size_t> counts;
        for (const DocumentUnits& document : documents) {
            std::vector<std::uint32_t> ids;
            for (const EntityUnit& unit : document.units) {
                const auto [known, fresh] = index.try_emplace(unit, static_cast<std::uint32_t>(units.size()));
                if (fresh) units.push_back(unit);
                ids.push_back(known->second);
            }
            for (UnitUse use : document.uses) {
                use.unit = ids[use.unit];
                if (use.other != no_unit) use.other = ids[use.other];
                ++counts[use];
            }
        }
        std::vector<CountedUse> uses;
        for (const auto& [use, count] : counts) uses.push_back({use, count});
        resolution = resolve_entities(units, uses, rules);
    }
    /// The names of each entity of a kind that has several forms, joined.
    std::vector<std::string> entities(EntityKind kind) {
        resolve();
        std::vector<std::string> out;
        for (const ResolvedEntity& entity : resolution.entities) {
            if (entity.kind != kind) continue;
            std::vector<std::string> names = entity.aliases;
            names.push_back(entity.label);
            std::sort(names.begin(), names.end());
            std::string joined;
            for (const std::string& name : names) joined += (joined.empty() ? "" : " = ") + name;
            out.push_back(joined);
        }
        return out;
    }
    Reason reason(const std::string& name) {
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (units[i].name == name) return resolution.reason_of_unit[i];
        }
        return {};
    }

    NameRules rules;
    std::vector<DocumentUnits> documents;
    std::vector<EntityUnit> units;
    Resolution resolution;
};

TEST_F(Resolving, ThreeTariffsAreThree) {
    const Entity all = tariff("tariff on all Chinese exports");
    const Entity extra = tariff("additional duty");
    const Entity threat = tariff("new tariffs on Chinese goods");
    const Entity increase = tariff("increase in US tariffs on Chinese imports");
    add("d", "2025-10-27",
        {rate(statement(usa, "imposes", all, "d"), 20), statement(all, "targets", china, "d"),
         rate(statement(usa, "imposes", extra, "d"), 125), statement(extra, "targets", china, "d"),
         rate(statement(usa, "reduces", extra, "d"), 10, QuantityRole::to),
         with(rate(statement(usa, "imposes", threat, "d"), 100), Status::threatened),
         statement(threat, "targets", china, "d"),
         with(rate(statement(usa, "raises", increase, "d"), 100), Status::averted),
         statement(increase, "targets", china, "d")});
    EXPECT_THAT(
        entities(EntityKind::measure),
        UnorderedElementsAre("tariff on all Chinese exports", "additional duty",
                             "increase in US tariffs on Chinese imports = new tariffs on Chinese goods"));
    EXPECT_EQ(reason("new tariffs on Chinese goods").rule, "rate");
    EXPECT_THAT(reason("new tariffs on Chinese goods").evidence,
                HasSubstr("100 percent by United States on China"));
}

TEST_F(Resolving, TariffsOfTwoYearsAreTwo) {
    const Entity duty = tariff("tariffs on Chinese goods", "usa-tariffs-on-chinese-goods");
    add("a", "2018-07-06", {statement(usa, "imposes", duty, "a"), statement(duty, "targets", china, "a")});
    add("b", "2018-09-24", {statement(usa, "raises", duty, "b"), statement(duty, "targets", china, "b")});
    add("c", "2025-04-02", {statement(usa, "imposes", duty, "c"), statement(duty, "targets", china, "c")});
    resolve();
    std::vector<std::string> ids;
    for (const ResolvedEntity& entity : resolution.entities) {
        if (entity.kind == EntityKind::measure) ids.push_back(entity.id);
    }
    EXPECT_THAT(ids, ElementsAre("measure:usa-tariffs-on-chinese-goods",
                                 "measure:usa-tariffs-on-chinese-goods-2025"));
}

TEST_F(Resolving, OldMeasuresThatAreEndedAreTheOldOnes) {
    const Entity duty = tariff("fish duty");
    add("a", "2018-07-06", {statement(usa, "imposes", duty, "a"), statement(duty, "targets", china, "a")});
    add("b", "2021-09-24", {statement(usa, "removes", duty, "b"), statement(duty, "targets", china, "b")});
    EXPECT_THAT(entities(EntityKind::measure), ElementsAre("fish duty"));
}

TEST_F(Resolving, RetrospectsBelongToTheYearTheyTellOf) {
    const Entity duty = tariff("fish duty");
    add("a", "2018-07-06", {statement(usa, "imposes", duty, "a"), statement(duty, "targets", china, "a")});
    add("b", "2025-02-24",
        {at(statement(usa, "imposes", duty, "b"), "2018-07"), statement(duty, "targets", china, "b")});
    EXPECT_THAT(entities(EntityKind::measure), ElementsAre("fish duty"));
}

TEST_F(Resolving, OneNameOfTwoCountriesIsTwoMeasures) {
    const Entity duty = tariff("additional duty");
    add("a", "2025-07-06", {statement(usa, "imposes", duty, "a"), statement(duty, "targets", china, "a")});
    add("b", "2025-07-08", {statement(india, "imposes", duty, "b"), statement(duty, "targets", china, "b")});
    EXPECT_EQ(entities(EntityKind::measure).size(), 2u);
}

TEST_F(Resolving, UnnamedMeasuresOfUnknownPartiesStayWithTheirDocuments) {
    const Entity order = typed(measure("executive order"), "order");
    add("a", "2025-07-06", {statement(actor("critics"), "criticizes", order, "a")});
    add("b", "2025-07-08", {statement(actor("critics"), "criticizes", order, "b")});
    EXPECT_EQ(entities(EntityKind::measure).size(), 2u);
}

TEST_F(Resolving, MeasuresWithNamesOfTheirOwnAreOneEverywhere) {
    const Entity pact = typed(measure("Norland and Southmark Trade Agreement"), "agreement");
    add("a", "2015-07-06", {statement(actor("critics"), "criticizes", pact, "a")});
    add("b", "2025-07-08", {statement(usa, "supports", pact, "b")});
    EXPECT_EQ(entities(EntityKind::measure).size(), 1u);
}

TEST_F(Resolving, MeasuresOfOneImposerAndTheSameWordsAreOne) {
    const Entity president = typed(actor("Ann Chief"), "person");
    const Entity one = tariff("US tariffs on Chinese goods");
    const Entity two = tariff("duties on imports from China");
    add("a", "2025-07-06",
        {statement(usa, "imposes", one, "a"), statement(president, "affiliated_with", usa, "a")});
    add("b", "2025-09-08", {statement(president, "imposes", two, "b")});
    EXPECT_THAT(entities(EntityKind::measure),
                ElementsAre("US tariffs on Chinese goods = duties on imports from China"));
    EXPECT_EQ(reason("duties on imports from China").rule, "measure");
}

TEST_F(Resolving, RatesThatContradictKeepMeasuresApart) {
    const Entity one = tariff("US tariffs on Chinese goods");
    const Entity two = tariff("duties on imports from China");
    add("a", "2025-07-06", {rate(statement(usa, "imposes", one, "a"), 20)});
    add("b", "2025-09-08", {rate(statement(usa, "imposes", two, "b"), 35)});
    EXPECT_EQ(entities(EntityKind::measure).size(), 2u);
}

TEST_F(Resolving, GoodsThatDifferKeepMeasuresOfOneRateApart) {
    const Entity one = tariff("steel duty");
    const Entity two = tariff("car duty");
    add("a", "2025-07-06",
        {rate(statement(usa, "imposes", one, "a"), 25), statement(one, "targets", china, "a"),
         statement(one, "covers", commodity("steel"), "a")});
    add("b", "2025-07-08",
        {rate(statement(usa, "imposes", two, "b"), 25), statement(two, "targets", china, "b"),
         statement(two, "covers", commodity("cars"), "b")});
    EXPECT_EQ(entities(EntityKind::measure).size(), 2u);
}

TEST_F(Resolving, AcronymsOfOneBody) {
    add("a", "2025",
        {statement(typed(actor("Northern Fish Board"), "organization"), "criticizes", usa, "a"),
         statement(typed(actor("NFB"), "organization"), "supports", usa, "a")});
    EXPECT_THAT(entities(EntityKind::actor), ElementsAre("NFB = Northern Fish Board"));
    add("b", "2025",
        {statement(typed(actor("National Flour Bank"), "organization"), "criticizes", usa, "b")});
    EXPECT_EQ(entities(EntityKind::actor).size(), 3u);
}

TEST_F(Resolving, LexiconNames) {
    word(EntityKind::actor, "World Fish Organisation", "WFO");
    word(EntityKind::actor, "global fish body", "WFO");
    add("a", "2025",
        {statement(typed(actor("World Fish Organisation"), "organization"), "criticizes", usa, "a"),
         statement(typed(actor("global fish body"), "organization"), "supports", usa, "a")});
    EXPECT_THAT(entities(EntityKind::actor), ElementsAre("World Fish Organisation = global fish body"));
    EXPECT_EQ(reason("World Fish Organisation").rule, "lexicon");
}

TEST_F(Resolving, MinistriesOfOneCountry) {
    const Entity one = typed(actor("Chinese Ministry of Commerce"), "government_body");
    const Entity two = typed(actor("commerce ministry"), "government_body");
    const Entity other = typed(actor("Commerce Ministry"), "government_body");
    add("a", "2025", {statement(one, "criticizes", usa, "a")});
    add("b", "2025", {statement(two, "criticizes", usa, "b"), statement(two, "affiliated_with", china, "b")});
    EXPECT_THAT(entities(EntityKind::actor), ElementsAre("Chinese Ministry of Commerce = commerce ministry"));
    EXPECT_EQ(reason("commerce ministry").rule, "body");
}

TEST_F(Resolving, PeopleWithMiddleNamesAndSurnames) {
    const Entity full = typed(actor("Jane Q. Doe"), "person");
    const Entity plain = typed(actor("Jane Doe"), "person");
    const Entity surname = typed(actor("Doe"), "person");
    add("a", "2025", {statement(full, "criticizes", china, "a")});
    add("b", "2025",
        {statement(plain, "criticizes", china, "b"), statement(plain, "affiliated_with", usa, "b")});
    add("c", "2025",
        {statement(surname, "criticizes", china, "c"), statement(surname, "affiliated_with", usa, "c")});
    EXPECT_THAT(entities(EntityKind::actor), ElementsAre("Doe = Jane Doe = Jane Q. Doe"));
    add("d", "2025", {statement(typed(actor("John Doe"), "person"), "criticizes", china, "d")});
    EXPECT_THAT(entities(EntityKind::actor),
                UnorderedElementsAre("Doe", "Jane Doe = Jane Q. Doe", "John Doe"));
}

TEST_F(Resolving, MentionsOfOnePersonOnly) {
    Entity named = typed(actor("Jane Doe"), "person");
    named.mention = "Doe";
    add("a", "2025", {statement(named, "criticizes", china, "a")});
    add("b", "2025", {statement(typed(actor("Doe"), "person"), "criticizes", china, "b")});
    EXPECT_THAT(entities(EntityKind::actor), ElementsAre("Doe = Jane Doe"));
}

TEST_F(Resolving, PeopleAreLabelledByAFullName) {
    Entity named = typed(actor("Jane Doe"), "person");
    named.mention = "Doe";
    const Entity surname = typed(actor("Doe"), "person");
    add("a", "2025", {statement(named, "criticizes", china, "a")});
    add("b", "2025",
        {statement(surname, "criticizes", china, "b"), statement(surname, "supports", usa, "b")});
    resolve();
    const auto at = std::ranges::find(resolution.entities, EntityKind::actor, &ResolvedEntity::kind);
    EXPECT_EQ(at->label, "Jane Doe");
    EXPECT_EQ(at->id, "actor:jane-doe");
}

TEST_F(Resolving, SpeakersAreResolvedWithWhomStatementsAreAbout) {
    Entity said = typed(actor("Jane Doe"), "person");
    said.mention = "Doe";
    const Entity surname = typed(actor("Doe"), "person");
    add("a", "2025", {said_by(statement(china, "imposes", tariff("fish duty"), "a"), said)});
    add("b", "2025", {said_by(statement(china, "removes", tariff("fish duty"), "b"), surname)});
    EXPECT_THAT(entities(EntityKind::actor), ElementsAre("Doe = Jane Doe"));
    const auto is_actor = [](const ResolvedEntity& entity) { return entity.kind == EntityKind::actor; };
    EXPECT_TRUE(std::ranges::find_if(resolution.entities, is_actor)->speaks_only);
    add("c", "2025", {statement(surname, "criticizes", china, "c")});
    EXPECT_THAT(entities(EntityKind::actor), ElementsAre("Doe = Jane Doe"));
    EXPECT_FALSE(std::ranges::find_if(resolution.entities, is_actor)->speaks_only);
    Entity other = typed(actor("John Doe"), "person");
    other.mention = "Doe";
    add("d", "2025", {said_by(statement(china, "removes", tariff("fish duty"), "d"), other)});
    EXPECT_THAT(entities(EntityKind::actor), UnorderedElementsAre("Doe", "Doe = Jane Doe", "Doe = John Doe"));
}

TEST_F(Resolving, TheUserForcesAndForbids) {
    add("a", "2025",
        {statement(typed(actor("Northern Fish Board"), "organization"), "criticizes", usa, "a"),
         statement(typed(actor("NFB"), "organization"), "supports", usa, "a"),
         statement(typed(actor("Big Mill"), "company"), "supports", usa, "a"),
         statement(typed(actor("The Mill at Norhaven"), "company"), "supports", usa, "a")});
    const auto rows = parse_alias_file(
        "# ours\napart\tactor\tnfb\tNorthern Fish Board\r\nsame\tactor\tbig mill\tthe mill at norhaven\n",
        "f");
    rules.rows.insert(rules.rows.end(), rows.begin(), rows.end());
    EXPECT_THAT(entities(EntityKind::actor),
                UnorderedElementsAre("NFB", "Northern Fish Board", "Big Mill = The Mill at Norhaven"));
    EXPECT_THAT(reason("The Mill at Norhaven").evidence, HasSubstr("alias file"));
}

TEST(AliasFile, NamesTheFaultyLine) {
    for (const char* faulty :
         {"same\tactor\ta\n", "equal\tactor\ta\tb\n", "same\tplanet\ta\tb\n", "same\tactor\t\tb\n"}) {
        try {
            static_cast<void>(parse_alias_file("# first\n" + std::string(faulty), "names.tsv"));
            ADD_FAILURE() << faulty;
        } catch (const FormatError& error) {
            EXPECT_THAT(error.what(), HasSubstr("names.tsv:2"));
        }
    }
}

TEST_F(Resolving, TheOrderOfDocumentsDoesNotMatter) {
    std::mt19937 random(5);
    const auto pick = [&](std::size_t below) { return random() % below; };
    const std::vector<Entity> doers{usa,
                                    china,
                                    india,
                                    typed(actor("Jane Doe"), "person"),
                                    typed(actor("Jane Q. Doe"), "person"),
                                    typed(actor("Doe"), "person")};
    const std::vector<std::string> names{"additional duty", "tariffs on Chinese goods",
                                         "duties on imports from China", "fish tariff", "tariff on fish"};
    for (int i = 0; i < 60; ++i) {
        const std::string id = "d" + std::to_string(i);
        std::vector<Statement> statements;
        for (std::size_t k = 0; k < 1 + pick(5); ++k) {
            const Entity what = tariff(names[pick(names.size())], pick(3) == 0 ? "measure:shared" : "");
            Statement made =
                statement(doers[pick(doers.size())], pick(3) == 0 ? "removes" : "imposes", what, id);
            if (pick(2) == 0) made = rate(std::move(made), 10 * static_cast<double>(1 + pick(3)));
            if (pick(3) == 0) made = at(std::move(made), std::to_string(2016 + pick(10)) + "-05");
            statements.push_back(made);
            if (pick(2) == 0) statements.push_back(statement(what, "targets", doers[pick(3)], id));
            if (pick(3) == 0)
                statements.push_back(statement(doers[3 + pick(3)], "affiliated_with", doers[pick(2)], id));
        }
        add(id, std::to_string(2016 + pick(10)) + "-0" + std::to_string(1 + pick(9)), statements);
    }
    resolve();
    const auto forms = [&] {
        std::map<EntityUnit, std::string> out;
        for (std::size_t i = 0; i < units.size(); ++i)
            out[units[i]] = resolution.entities[resolution.entity_of_unit[i]].id + " " +
                            resolution.reason_of_unit[i].rule + " " + resolution.reason_of_unit[i].evidence;
        return out;
    };
    const auto expected = forms();
    const auto entities = resolution.entities;
    for (int round = 0; round < 20; ++round) {
        std::shuffle(documents.begin(), documents.end(), random);
        resolve();
        EXPECT_EQ(forms(), expected);
        EXPECT_EQ(resolution.entities, entities);
    }
}

}  // namespace
}  // namespace claimgraph
