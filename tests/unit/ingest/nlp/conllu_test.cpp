#include "ingest/nlp/conllu.hpp"

#include <sstream>
#include <string>

#include <gmock/gmock.h>

#include "graph/model/error.hpp"
#include "ingest/nlp/conllu_analysis.hpp"
#include "ingest/nlp/tokenizer.hpp"

namespace claimgraph::nlp {
namespace {

constexpr const char* kFile =
    "# newdoc id = mill\n"
    "# global.Entity = eid-etype-head\n"
    "# newpar\n"
    "# sent_id = mill-1\n"
    "# text = Ada Hale didn't sell.\n"
    "1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tEntity=(e1-person-1\n"
    "2\tHale\tHale\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tEntity=e1)\n"
    "3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t5\taux\t_\t_\n"
    "4\tn't\tnot\tPART\tRB\tPolarity=Neg\t5\tadvmod\t_\t_\n"
    "5\tsell\tsell\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "# sent_id = mill-2\n"
    "# text = She kept her mill\n"
    "1\tShe\tshe\tPRON\tPRP\tNumber=Sing|Person=3\t2\tnsubj\t_\tEntity=(e1-person-1)\n"
    "1.1\tx\tx\tX\tX\t_\t_\t_\t1:dep\t_\n"
    "2\tkept\tkeep\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "3\ther\ther\tPRON\tPRP$\tNumber=Sing|Person=3\t4\tnmod:poss\t_\tEntity=(e2-other-2(e1-person-1)\n"
    "4\tmill\tmill\tNOUN\tNN\tNumber=Sing\t2\tobj\t_\tEntity=e2)\n"
    "\n";

std::vector<ConlluSentence> read(const std::string& text) {
    std::istringstream input(text);
    ConlluReader reader(input, "in.conllu");
    std::vector<ConlluSentence> sentences;
    ConlluSentence sentence;
    while (reader.read(sentence)) {
        sentences.push_back(sentence);
    }
    return sentences;
}

std::string error_of(const std::string& text) {
    try {
        (void)read(text);
    } catch (const FormatError& error) {
        return error.what();
    }
    return {};
}

TEST(Conllu, ReadsWordsRangesAndComments) {
    const auto sentences = read(kFile);
    ASSERT_EQ(sentences.size(), 2U);
    EXPECT_EQ(sentences[0].comment("sent_id"), "mill-1");
    ASSERT_EQ(sentences[0].words.size(), 6U);
    ASSERT_EQ(sentences[0].ranges.size(), 1U);
    EXPECT_EQ(sentences[0].ranges[0].form, "didn't");
    EXPECT_EQ(sentences[0].words[4].head, 0U);
    EXPECT_EQ(sentences[1].words.size(), 4U);  // without the empty node
    EXPECT_EQ(sentences[1].line, 14U);
}

TEST(Conllu, SaysWhereAndWhatIsWrong) {
    EXPECT_EQ(error_of("1\tonly\tthree\n\n"), "in.conllu:1: expected 10 columns between tabs, found 3");
    EXPECT_EQ(error_of("# x\n2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n"),
              "in.conllu:2: expected word 1, found '2'");
    EXPECT_EQ(error_of("1\ta\ta\tX\tX\t_\t7\tdep\t_\t_\n\n"),
              "in.conllu:2: the head 7 of 'a' is beyond the sentence of 1 words");
    EXPECT_EQ(error_of("1\ta\ta\tX\tX\t_\tup\tdep\t_\t_\n\n"),
              "in.conllu:1: expected the number of a head, found 'up'");
    EXPECT_EQ(error_of("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n"),
              "in.conllu:3: the last range ends beyond the sentence");
}

TEST(ConlluAnalysis, RestoresTextTreesMentionsAndChains) {
    const auto sentences = read(kFile);
    const Analysis analysis = from_conllu(sentences);
    EXPECT_EQ(analysis.text, "Ada Hale didn't sell.\n\nShe kept her mill");
    ASSERT_EQ(analysis.tokens.size(), 10U);
    EXPECT_EQ(analysis.tokens[3].form, "n't");
    EXPECT_TRUE(analysis.tokens[3].joined_to_previous);
    EXPECT_EQ(analysis.tokens[2].morph.tense, Tense::past);
    EXPECT_EQ(analysis.tokens[8].head, 9U);
    EXPECT_EQ(analysis.sentences[1].paragraph, 1U);
    ASSERT_EQ(analysis.chains.size(), 1U);
    EXPECT_EQ(analysis.chains[0].size(), 3U);
    EXPECT_EQ(analysis.mentions[0].form, MentionForm::name);
    EXPECT_EQ(analysis.mentions[1].form, MentionForm::pronoun);
}

std::string written(const Analysis& analysis) {
    std::ostringstream output;
    for (const ConlluSentence& sentence : to_conllu(analysis, "mill")) {
        write_conllu(output, sentence);
    }
    return output.str();
}

TEST(ConlluAnalysis, IsTheSameAfterARoundTrip) {
    const std::string once = written(from_conllu(read(kFile)));
    EXPECT_EQ(written(from_conllu(read(once))), once);
    EXPECT_THAT(once, ::testing::HasSubstr("3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=9:15\n"));
    EXPECT_THAT(once, ::testing::HasSubstr("\tEntity=(e2-other-2(e1-person-1)|TokenRange=32:35\n"));
    EXPECT_THAT(once, ::testing::HasSubstr("\tEntity=e2)|TokenRange=36:40\n"));
}

TEST(ConlluAnalysis, AWordWithoutVisibleCharactersIsBlank) {
    const std::string out =
        written(from_conllu(read("1-2\t\x01\x02\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                 "1\t\x01\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                 "2\t\x02\t \t_\t_\t_\t_\t_\t_\t_\n")));
    EXPECT_THAT(out, ::testing::HasSubstr("\n1-2\t_\t_\t"));
    EXPECT_THAT(out, ::testing::HasSubstr("\n2\t_\t_\t"));
    EXPECT_EQ(read(out).size(), 1U);
}

TEST(ConlluAnalysis, CountsRangesInCodePointsAndMendsBytes) {
    Analysis analysis;
    tokenize("Café – “no\xff”", analysis);
    const std::string out = written(analysis);
    EXPECT_THAT(out, ::testing::HasSubstr("# text = Café – “no\uFFFD”\n"));
    EXPECT_THAT(out, ::testing::HasSubstr("2\t–\t_\t_\t_\t_\t_\t_\t_\tTokenRange=5:6\n"));
    EXPECT_EQ(read(out).size(), 1U);
}

}  // namespace
}  // namespace claimgraph::nlp
