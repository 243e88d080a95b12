#include "ingest/nlp/evaluation/tree_scores.hpp"

#include <sstream>
#include <stdexcept>

#include <gtest/gtest.h>

namespace claimgraph::nlp::evaluation {
namespace {

/// Words as "form/upos/head/deprel"; "ab=" opens a multi-word token "ab" over the two words that follow.
std::vector<ConlluSentence> sentences(const std::vector<std::string>& lines) {
    std::vector<ConlluSentence> result;
    for (const std::string& line : lines) {
        ConlluSentence sentence;
        std::istringstream items(line);
        std::string item;
        while (items >> item) {
            if (item.back() == '=') {
                const auto first = static_cast<std::uint32_t>(sentence.words.size());
                sentence.ranges.push_back({first, first + 2, item.substr(0, item.size() - 1), "_"});
                continue;
            }
            std::istringstream parts(item);
            ConlluWord word;
            std::string head;
            std::getline(parts, word.form, '/');
            std::getline(parts, word.upos, '/');
            std::getline(parts, head, '/');
            std::getline(parts, word.deprel, '/');
            word.head = static_cast<std::uint32_t>(std::stoul(head));
            word.lemma = word.feats = word.xpos = "_";
            sentence.words.push_back(word);
        }
        result.push_back(sentence);
    }
    return result;
}

TEST(TreeScores, ArePerfectOnEqualFiles) {
    const auto gold = sentences({"don't= do/AUX/3/aux n't/PART/3/advmod go/VERB/0/root"});
    const TreeScores scores = score_trees(gold, gold);
    EXPECT_DOUBLE_EQ(scores.tokens.f1(), 1);
    EXPECT_DOUBLE_EQ(scores.tokens.gold, 2);
    EXPECT_DOUBLE_EQ(scores.words.gold, 3);
    EXPECT_DOUBLE_EQ(scores.las_subtypes.f1(), 1);
}

TEST(TreeScores, AlignWordsByCharacters) {
    const auto gold = sentences({"a/X/0/root b/X/1/dep", "c/X/0/root"});
    const auto system = sentences({"ab/X/0/root c/X/1/dep"});
    const TreeScores scores = score_trees(gold, system);
    EXPECT_DOUBLE_EQ(scores.tokens.correct_gold, 1);
    EXPECT_DOUBLE_EQ(scores.tokens.recall(), 1.0 / 3);
    EXPECT_DOUBLE_EQ(scores.tokens.precision(), 0.5);
    EXPECT_DOUBLE_EQ(scores.sentences.correct_gold, 0);
    EXPECT_DOUBLE_EQ(scores.upos.correct_gold, 1);
    EXPECT_DOUBLE_EQ(scores.uas.correct_gold, 0);
}

TEST(TreeScores, AlignPartsOfMultiWordTokensByForm) {
    const auto gold = sentences({"cannot= can/AUX/3/aux not/PART/3/advmod go/VERB/0/root"});
    const auto system = sentences({"cannot/AUX/2/aux go/VERB/0/root"});
    EXPECT_DOUBLE_EQ(score_trees(gold, system).words.correct_gold, 1);
    const auto split = sentences({"can/AUX/3/aux not/PART/3/advmod go/VERB/0/root"});
    const TreeScores scores = score_trees(gold, split);
    EXPECT_DOUBLE_EQ(scores.tokens.correct_gold, 1);
    EXPECT_DOUBLE_EQ(scores.words.correct_gold, 3);
    EXPECT_DOUBLE_EQ(scores.las.correct_gold, 3);
}

TEST(TreeScores, TellSubtypesFromMainRelations) {
    const auto gold = sentences({"he/PRON/2/nsubj:pass fell/VERB/0/root"});
    const auto system = sentences({"he/PRON/2/nsubj fell/VERB/0/root"});
    const TreeScores scores = score_trees(gold, system);
    EXPECT_DOUBLE_EQ(scores.las.f1(), 1);
    EXPECT_DOUBLE_EQ(scores.las_subtypes.f1(), 0.5);
}

TEST(TreeScores, RefuseDifferentTexts) {
    EXPECT_THROW((void)score_trees(sentences({"a/X/0/root"}), sentences({"b/X/0/root"})),
                 std::invalid_argument);
}

}  // namespace
}  // namespace claimgraph::nlp::evaluation
