#include "ingest/extract/phrase_index.hpp"

#include <gmock/gmock.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Match = PhraseIndex::Match;

std::vector<Match> matches(const PhraseIndex& index, std::initializer_list<std::string_view> words) {
    testing::AnalysisBuilder builder;
    const nlp::Analysis analysis = builder.sentence(words).build();
    std::vector<Match> out;
    index.match(index.words(analysis), 0, out);
    return out;
}

TEST(PhraseIndex, FindsPhrasesLongestFirst) {
    PhraseIndex index;
    index.add("rare earth", 1);
    index.add("rare earth magnets", 2);
    index.add("magnets", 3);
    EXPECT_THAT(matches(index, {"new", "Rare", "^-", "^earth", "magnets"}),
                ElementsAre(Match{1, 5, 2}, Match{1, 4, 1}, Match{4, 5, 3}));
}

TEST(PhraseIndex, AsksForTheCapitalsOfTheLexicon) {
    PhraseIndex index;
    index.add("US", 1);
    index.add("Turkey", 2);
    index.add("Bank of England", 3);
    EXPECT_THAT(matches(index, {"they", "told", "us", "about", "turkey"}), IsEmpty());
    EXPECT_THAT(matches(index, {"the", "U.S.", "and", "Turkey"}),
                ElementsAre(Match{1, 2, 1}, Match{3, 4, 2}));
    EXPECT_THAT(matches(index, {"the", "Bank", "of", "England"}), ElementsAre(Match{1, 4, 3}));
    EXPECT_THAT(matches(index, {"Us", "first"}), IsEmpty());
}

TEST(PhraseIndex, AcceptsHeadlinesInCapitals) {
    PhraseIndex index;
    index.add("Bank of England", 3);
    EXPECT_THAT(matches(index, {"BANK", "OF", "ENGLAND", "CUTS", "RATES"}), ElementsAre(Match{0, 3, 3}));
}

TEST(PhraseIndex, AcceptsTextsWithoutCapitals) {
    PhraseIndex index;
    index.add("US", 1);
    index.add("Turkey", 2);
    testing::AnalysisBuilder builder;
    std::vector<PhraseIndex::Match> out;
    const nlp::Analysis analysis = [&] {
        for (int i = 0; i < 10; ++i) builder.sentence({"some", "words", "in", "lower", "case"});
        return builder.sentence({"they", "told", "us", "about", "turkey"}).build();
    }();
    index.match(index.words(analysis), 10, out);
    EXPECT_THAT(out, ElementsAre(Match{54, 55, 2}));
}

TEST(PhraseIndex, IgnoresAccentsApostrophesAndFullStops) {
    PhraseIndex index;
    index.add("Côte d'Ivoire", 1);
    index.add("Brasilia", 2);
    EXPECT_THAT(matches(index, {"Cote", "d’Ivoire", "^’s", "and", "Brasília"}),
                ElementsAre(Match{0, 2, 1}, Match{4, 5, 2}));
}

TEST(PhraseIndex, DoesNotRunAcrossACommaOrBracket) {
    PhraseIndex index;
    index.add("steel products", 1);
    EXPECT_THAT(matches(index, {"steel", ",/PUNCT", "products"}), IsEmpty());
}

TEST(PhraseIndex, GivesEveryValueOfAPhrase) {
    PhraseIndex index;
    index.add("Georgia", 1);
    index.add("Georgia", 2);
    EXPECT_THAT(index.find("georgia"), ElementsAre(1U, 2U));
    EXPECT_THAT(index.find("georgian"), IsEmpty());
    EXPECT_THAT(index.find(""), IsEmpty());
}

}  // namespace
}  // namespace claimgraph
