#include "ingest/extract/linking/entities_json.hpp"

#include <gtest/gtest.h>

#include "ingest/extract/linking/linked.hpp"

namespace claimgraph {
namespace {

TEST(EntitiesJson, WritesEntitiesThenAffiliations) {
    testing::AnalysisBuilder builder;
    builder.sentence({"Chadian/ADJ/2/amod", "officials/NOUN/3/nsubj/official", "left/VERB/0/root/leave"});
    const nlp::Analysis analysis = builder.build();
    Document document;
    document.id = "a \"b\"";
    EXPECT_EQ(
        entities_json(document, analysis, testing::linker().link(document, analysis)),
        "{\"document\":\"a "
        "\\\"b\\\"\",\"entity\":\"Chad\",\"kind\":\"country\",\"type\":\"state\",\"id\":\"TCD\","
        "\"mentions\":[{\"text\":\"Chadian\",\"begin\":0,\"end\":7,\"sentence\":0,\"form\":\"adjective\","
        "\"modifier\":true}]}\n"
        "{\"document\":\"a \\\"b\\\"\",\"entity\":\"Chadian "
        "officials\",\"kind\":\"actor\",\"type\":\"group\","
        "\"country\":\"Chad\",\"mentions\":[{\"text\":\"Chadian "
        "officials\",\"begin\":0,\"end\":17,\"sentence\":0,"
        "\"form\":\"nominal\"}]}\n"
        "{\"document\":\"a \\\"b\\\"\",\"affiliate\":\"Chadian "
        "officials\",\"of\":\"Chad\",\"role\":\"officials\"}\n");
}

}  // namespace
}  // namespace claimgraph
