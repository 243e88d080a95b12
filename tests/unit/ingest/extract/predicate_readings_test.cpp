#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/names.hpp"
#include "ingest/extract/extractor.hpp"
#include "tests/unit/ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

using testing::AnalysisBuilder;
using ::testing::Contains;
using ::testing::Not;

const Extractor& extractor() {
    static const Extractor loaded(std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons");
    return loaded;
}

/// The readings of what was built, as "relation: subject -> object".
std::vector<std::string> readings(AnalysisBuilder& builder) {
    const nlp::Analysis analysis = builder.build();
    Document document;
    document.id = "a";
    document.text = std::string(analysis.text);
    std::vector<std::string> out;
    for (const Proposal& proposal : extractor().propose(document, analysis)) {
        const Statement& s = proposal.statement;
        out.push_back(s.relation + ": " + s.subject.name + " -> " + s.object.name);
    }
    return out;
}

AnalysisBuilder& peru_taxes_wine(AnalysisBuilder& builder) {
    return builder.sentence({"Peru/PROPN/2/nsubj", "imposed/VERB/0/root/impose", "tariffs/NOUN/2/obj/tariff",
                             "on/ADP/5/case", "wine/NOUN/3/nmod", "^./PUNCT/2/punct"});
}

TEST(PredicateReadings, TheStepStandsForTheMeasureBefore) {
    AnalysisBuilder builder;
    peru_taxes_wine(builder).sentence({"Chile/PROPN/2/nsubj", "welcomed/VERB/0/root/welcome", "the/DET/4/det",
                                       "change/NOUN/2/obj", "^./PUNCT/2/punct"});
    EXPECT_THAT(readings(builder), Contains("supports: Chile -> tariffs on wine"));
}

TEST(PredicateReadings, AVerbWithoutObjectTakesTheMeasureBefore) {
    AnalysisBuilder builder;
    peru_taxes_wine(builder).sentence(
        {"Chile/PROPN/2/nsubj", "protested/VERB/0/root/protest", "^./PUNCT/2/punct"});
    EXPECT_THAT(readings(builder), Contains("criticizes: Chile -> tariffs on wine"));
}

TEST(PredicateReadings, ANamedObjectIsNoMeasureBefore) {
    AnalysisBuilder builder;
    peru_taxes_wine(builder).sentence(
        {"Chile/PROPN/2/nsubj", "welcomed/VERB/0/root/welcome", "Bolivia/PROPN/2/obj", "^./PUNCT/2/punct"});
    EXPECT_THAT(readings(builder), Not(Contains("supports: Chile -> tariffs on wine")));
}

TEST(PredicateReadings, TonnesAreOfTheGoodsBefore) {
    AnalysisBuilder builder;
    builder.sentence({"Wheat/NOUN/2/nsubj", "fell/VERB/0/root/fall", "^./PUNCT/2/punct"})
        .sentence({"Chile/PROPN/2/nsubj", "bought/VERB/0/root/buy", "50,000/NUM/4/nummod",
                   "tonnes/NOUN/2/obj/tonne", "^./PUNCT/2/punct"});
    EXPECT_THAT(readings(builder), Contains("purchases: Chile -> Wheat"));
}

TEST(PredicateReadings, WhatIsBoughtIsGoods) {
    AnalysisBuilder builder;
    builder.sentence({"Chile/PROPN/2/nsubj", "bought/VERB/0/root/buy", "two/NUM/4/nummod",
                      "teapots/NOUN/2/obj/teapot", "from/ADP/6/case", "Peru/PROPN/4/nmod",
                      "^./PUNCT/2/punct"});
    EXPECT_THAT(readings(builder), Contains("purchases: Chile -> teapots"));
}

TEST(PredicateReadings, ABoundEntryTakesNoOtherEndsOfTheSentence) {
    AnalysisBuilder builder;
    builder.sentence({"Wheat/NOUN/2/nsubj", "comes/VERB/0/root/come", "from/ADP/4/case", "Peru/PROPN/2/obl",
                      "while/SCONJ/7/mark", "Chile/PROPN/7/nsubj", "sleeps/VERB/2/advcl/sleep",
                      "^./PUNCT/2/punct"});
    const std::vector<std::string> found = readings(builder);
    EXPECT_THAT(found, Contains("sells: Peru -> Wheat"));
    EXPECT_THAT(found, Not(Contains("sells: Chile -> Wheat")));
}

TEST(PredicateReadings, SayingIsBlameWhereTheClauseHasAWordOfBlame) {
    const auto said = [](std::string_view judgement) {
        AnalysisBuilder builder;
        builder.sentence({"Chile/PROPN/2/nsubj", "wrote/VERB/0/root/write", "that/SCONJ/6/mark",
                          "Peru/PROPN/6/nsubj", "was/AUX/6/cop/be", judgement, "^./PUNCT/2/punct"});
        return readings(builder);
    };
    EXPECT_THAT(said("hypocritical/ADJ/2/ccomp"), Contains("criticizes: Chile -> Peru"));
    EXPECT_THAT(said("wet/ADJ/2/ccomp"), Not(Contains("criticizes: Chile -> Peru")));
}

}  // namespace
}  // namespace claimgraph
