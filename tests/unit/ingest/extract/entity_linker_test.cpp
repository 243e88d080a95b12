#include "ingest/extract/linking/entity_linker.hpp"

#include <gmock/gmock.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

std::string names(std::initializer_list<std::string_view> words) {
    const EntityLinker linker(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons");
    testing::AnalysisBuilder builder;
    const nlp::Analysis analysis = builder.sentence(words).build();
    Document document;
    document.date = "2019-05-10";
    std::string out;
    const DocumentEntities found = linker.link(document, analysis);
    for (const EntityMention& mention : found.mentions) {
        const LinkedEntity* entity = found.entity_of(mention);
        out += (out.empty() ? "" : "; ") + (entity == nullptr ? "?" : entity->name + " " + entity->id);
    }
    return out;
}

TEST(EntityLinker, NamesCountriesByAdjectiveAndSeat) {
    EXPECT_EQ(names({"Ottawa/PROPN/2/nsubj", "taxed/VERB/0/root", "Chilean/ADJ/4/amod", "copper/NOUN/2/obj"}),
              "Canada CAN; Chilean copper ; Chile CHL");
}

TEST(EntityLinker, NamesGroupsByTheirPhrase) {
    EXPECT_EQ(names({"Chilean/ADJ/2/amod", "officials/NOUN/3/nsubj", "agreed/VERB/0/root"}),
              "Chilean officials ; Chile CHL");
}

TEST(EntityLinker, FlagsASeatAsThePlaceOfAnEvent) {
    const EntityLinker linker(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons");
    testing::AnalysisBuilder builder;
    const nlp::Analysis analysis =
        builder.sentence({"They/PRON/2/nsubj", "met/VERB/0/root", "in/ADP/4/case", "Ottawa/PROPN/2/obl"})
            .build();
    const DocumentEntities found = linker.link({}, analysis);
    ASSERT_NE(found.mention_at(3), nlp::kNone);
    EXPECT_TRUE(found.mentions[found.mention_at(3)].place_reading);
}

}  // namespace
}  // namespace claimgraph
