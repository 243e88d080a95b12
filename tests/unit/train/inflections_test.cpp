#include "train/inflections.hpp"

#include <map>

#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace claimgraph::train {
namespace {

using nlp::Xpos;

class Inflections : public ::testing::Test {
  protected:
    std::map<std::pair<std::string, Xpos>, std::string> read(const std::string& verbs,
                                                             const std::string& nouns) {
        folder_.write("index.verb", "  1 a licence\n" + verbs);
        folder_.write("index.noun", nouns);
        folder_.write("verb.exc", "shrank shrink\nshrunk shrink\n");
        folder_.write("noun.exc", "oxen ox\n");
        std::map<std::pair<std::string, Xpos>, std::string> out;
        for (const Inflection& word : read_inflections(folder_.path()))
            out[{word.form, word.xpos}] = word.lemma;
        return out;
    }

    testing_support::TemporaryFolder folder_;
};

TEST_F(Inflections, FollowTheSpellingRules) {
    const auto words = read(
        "bar v 2 1 @ 2 1 1 2\nhike v 1 0 1 0 3\nlevy v 1 0 1 1 4\ntie v 1 0 1 1 5\nboycott v 1 0 1 1 6\n"
        "shrink v 1 0 1 1 7\n",
        "levy n 1 0 1 1 1\nembargo n 1 0 1 0 2\ntax n 1 0 1 1 3\nox n 1 0 1 1 4\n");
    EXPECT_EQ(words.at({"barred", Xpos::vbd}), "bar");
    EXPECT_EQ(words.at({"barring", Xpos::vbg}), "bar");
    EXPECT_EQ(words.at({"hiked", Xpos::vbn}), "hike");
    EXPECT_EQ(words.at({"hiking", Xpos::vbg}), "hike");
    EXPECT_EQ(words.at({"levied", Xpos::vbd}), "levy");
    EXPECT_EQ(words.at({"levies", Xpos::vbz}), "levy");
    EXPECT_EQ(words.at({"tying", Xpos::vbg}), "tie");
    EXPECT_EQ(words.at({"boycotted", Xpos::vbd}), "boycott");
    EXPECT_EQ(words.at({"shrank", Xpos::vbd}), "shrink");
    EXPECT_EQ(words.at({"shrank", Xpos::vbp}), "shrink");
    EXPECT_FALSE(words.contains({"shrinked", Xpos::vbd}));
    EXPECT_EQ(words.at({"levies", Xpos::nns}), "levy");
    EXPECT_EQ(words.at({"embargoes", Xpos::nns}), "embargo");
    EXPECT_EQ(words.at({"embargos", Xpos::nns}), "embargo");
    EXPECT_EQ(words.at({"taxes", Xpos::nns}), "tax");
    EXPECT_EQ(words.at({"oxen", Xpos::nns}), "ox");
}

TEST_F(Inflections, PreferTheCommonerLemma) {
    const auto words = read("plane v 1 0 1 0 1\nplan v 1 0 1 9 2\nstar v 1 0 1 3 3\nstare v 1 0 1 5 4\n", "");
    EXPECT_EQ(words.at({"planed", Xpos::vbd}), "plane");
    EXPECT_EQ(words.at({"planned", Xpos::vbd}), "plan");
    EXPECT_EQ(words.at({"stared", Xpos::vbd}), "stare");
}

TEST_F(Inflections, LeavePluralsThatAreWordsOfTheirOwn) {
    const auto words = read("", "good n 1 0 1 5 1\ngoods n 1 0 1 2 2\n");
    EXPECT_FALSE(words.contains({"goods", Xpos::nns}));
}

TEST_F(Inflections, RefuseWhatIsNoIndex) {
    EXPECT_THROW(read("bar\n", ""), FormatError);
    EXPECT_THROW(static_cast<void>(read_inflections(folder_.path() / "none")), IoError);
}

}  // namespace
}  // namespace claimgraph::train
