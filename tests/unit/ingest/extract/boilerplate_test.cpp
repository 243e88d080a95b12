#include "ingest/extract/boilerplate.hpp"

#include <gmock/gmock.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

TEST(Boilerplate, MarksPromptsAndNotesButNotTheArticle) {
    testing::AnalysisBuilder builder;
    builder.sentence({"Peru", "raised", "copper", "fees"}).sentence({"Read", "more", "about", "Peru"});
    builder.sentence({"A", "colleague", "contributed", "to", "this", "report"});
    EXPECT_THAT(find_boilerplate(builder.build()), ::testing::ElementsAre(false, true, true));
}

}  // namespace
}  // namespace claimgraph
