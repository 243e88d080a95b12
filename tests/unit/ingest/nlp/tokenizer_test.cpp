#include "ingest/nlp/tokenizer.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace claimgraph::nlp {
namespace {

using ::testing::ElementsAre;

/// Words of each sentence, "+" before the later words of a multi-word token.
std::vector<std::string> sentences(std::string_view text) {
    Analysis analysis;
    tokenize(text, analysis);
    std::vector<std::string> result;
    for (const Sentence& sentence : analysis.sentences) {
        std::string line;
        for (const Token& token : analysis.tokens_of(sentence)) {
            EXPECT_EQ(token.form, text.substr(token.begin, token.end - token.begin));
            line += (line.empty() ? "" : " ") + std::string(token.joined_to_previous ? "+" : "") +
                    std::string(token.form);
        }
        result.push_back(line);
    }
    return result;
}

std::string words(std::string_view text) {
    std::string all;
    for (const std::string& sentence : sentences(text)) {
        all += (all.empty() ? "" : " | ") + sentence;
    }
    return all;
}

TEST(Tokenizer, SplitsContractionsAndPossessives) {
    EXPECT_EQ(words("They don't think China’s mills can't cope"),
              "They do +n't think China +’s mills ca +n't cope");
    EXPECT_EQ(words("I cannot say he'll go; we're gonna wait"),
              "I can +not say he +'ll go ; we +'re gon +na wait");
    EXPECT_EQ(words("the workers' union and the buyers’ club"),
              "the workers +' union and the buyers +’ club");
    EXPECT_EQ(words("O'Neill met d'Arcy"), "O'Neill met d'Arcy");
}

TEST(Tokenizer, ToldQuotesFromPossessives) {
    EXPECT_EQ(words("He called it 'one of our worst deals' today"),
              "He called it ' one of our worst deals ' today");
    EXPECT_EQ(words("“Enough,” she said"), "“ Enough , ” she said");
}

TEST(Tokenizer, ManyOfOneMarkAreOneWord) {
    EXPECT_EQ(words("((a)) [[[[[[[[[b"), "( ( a ) ) [[[[[[[[[ b");
    EXPECT_EQ(words(",,,,,,,,"), ",,,,,,,,");
}

TEST(Tokenizer, SplitsHyphensButNotPrefixesOrPhones) {
    EXPECT_EQ(words("a long-term non-binding ten-year plan"), "a long - term non-binding ten - year plan");
    EXPECT_EQ(words("Kim Jong-un called 555-010-2233"), "Kim Jong-un called 555-010-2233");
    EXPECT_EQ(words("U.S.-led talks"), "U.S. - led talks");
}

TEST(Tokenizer, SplitsMoneyPercentAndUnits) {
    EXPECT_EQ(words("$3bn of goods, €2.5m more, 7.5% less"), "$ 3 bn of goods , € 2.5 m more , 7.5 % less");
    EXPECT_EQ(words("US$40 million or HK$312"), "US$ 40 million or HK$ 312");
    EXPECT_EQ(words("1,200 tonnes at 10am on the 4th, 1990s style"),
              "1,200 tonnes at 10 am on the 4th , 1990s style");
}

TEST(Tokenizer, KeepsAbbreviationsInitialsAndAddresses) {
    EXPECT_EQ(words("Mr. J. R. Hale of the U.N. wrote to press@mill.example.org"),
              "Mr. J. R. Hale of the U.N. wrote to press@mill.example.org");
    EXPECT_EQ(words("See https://mill.example/a?b=1&c=2, or mill.com."),
              "See https://mill.example/a?b=1&c=2 , or mill.com .");
    EXPECT_EQ(words("Wait... really?! Yes."), "Wait ... really ?! | Yes .");
}

TEST(Splitter, EndsSentencesAtFullStopsNotAtAbbreviations) {
    EXPECT_THAT(sentences("Gov. Pat Hale met Sen. Lee on Oct. 3 in the U.S. House. Nobody spoke."),
                ElementsAre("Gov. Pat Hale met Sen. Lee on Oct. 3 in the U.S. House .", "Nobody spoke ."));
    EXPECT_THAT(sentences("They sailed from the U.S. The ship sank at 5 p.m. Nobody died."),
                ElementsAre("They sailed from the U.S .", "The ship sank at 5 p.m .", "Nobody died ."));
    EXPECT_THAT(sentences("Prices rose 2.5 percent. No. 4 fell."),
                ElementsAre("Prices rose 2.5 percent .", "No. 4 fell ."));
    EXPECT_THAT(sentences("Will it help? No. It will not."),
                ElementsAre("Will it help ?", "No .", "It will not ."));
}

TEST(Splitter, KeepsClosingQuotesWithTheirSentence) {
    EXPECT_THAT(sentences("The mill shut. ''We lost,'' he said. ''Badly.''"),
                ElementsAre("The mill shut .", "'' We lost , '' he said .", "'' Badly . ''"));
    EXPECT_THAT(sentences("“We won.” They lost. \"Go!\" he said."),
                ElementsAre("“ We won . ”", "They lost .", "\" Go ! \" he said ."));
}

TEST(Splitter, SeesMissingSpaces) {
    EXPECT_THAT(sentences("It fell last year.before the vote.Then it rose."),
                ElementsAre("It fell last year .", "before the vote .", "Then it rose ."));
}

TEST(Splitter, PutsTheCreditOfAPictureApart) {
    EXPECT_EQ(words("The new quay at Molde Photo: Ada Hale. It opened in May."),
              "The new quay at Molde | Photo : Ada Hale . | It opened in May .");
    EXPECT_EQ(words("She sent a \"Photo: yes\" note."), "She sent a \" Photo : yes \" note .");
}

TEST(Splitter, EndsACaptionWithoutAStopBeforeTheOpeningOfTheNextSentence) {
    EXPECT_EQ(words("The ferry quay of Molde In the old town, two more are built."),
              "The ferry quay of Molde | In the old town , two more are built .");
    EXPECT_EQ(words("Harbour master Eva Lund On Monday she opened it."),
              "Harbour master Eva Lund | On Monday she opened it .");
    EXPECT_EQ(words("Monday, June 3, 2019 The council met."), "Monday , June 3 , 2019 | The council met .");
    EXPECT_EQ(words("She reads The New Argus and In Brief."), "She reads The New Argus and In Brief .");
    EXPECT_EQ(words("He wrote from This is a harbour."), "He wrote from This is a harbour .");
    EXPECT_EQ(words("In 1999 The council met."), "In 1999 The council met .");
}

TEST(Splitter, KeepsDatelines) {
    EXPECT_THAT(sentences("DENVER, Colo. (Wire) - The mill shut. It is old."),
                ElementsAre("DENVER , Colo. ( Wire ) - The mill shut .", "It is old ."));
}

TEST(Layout, JoinsHardWrappedLines) {
    const std::string text =
        "MILL SHUTS ITS DOORS\n\n"
        "The mill at the river has shut its doors after a hundred years, and\n"
        "no one who worked there expects that it will open again before the\n"
        "spring, when the water is high and the price of grain has come down\n"
        "again.\n\n"
        "Its owner would not say more.\n";
    EXPECT_EQ(sentences(text).size(), 3U);
    Analysis analysis;
    tokenize(text, analysis);
    EXPECT_TRUE(analysis.sentences[0].headline);
    EXPECT_FALSE(analysis.sentences[1].headline);
    EXPECT_EQ(analysis.sentences[2].paragraph, 2U);
}

TEST(Layout, TakesEveryLineForAParagraphWhereLinesAreLong) {
    const std::string text =
        "Mill shuts\n"
        "The mill at the river has shut its doors after a hundred years, and no one who worked there expects "
        "that "
        "it will open again before the spring comes round\n"
        "Its owner would not say more, and nobody else knew what to say about it either, as the papers found "
        "out.\n";
    Analysis analysis;
    tokenize(text, analysis);
    ASSERT_EQ(analysis.sentences.size(), 3U);
    EXPECT_EQ(analysis.sentences[1].paragraph, 1U);
    EXPECT_TRUE(analysis.sentences[0].headline);
}

TEST(Tokenizer, TakesAnyBytesOnce) {
    std::string text =
        "a\xff\xfe"
        "b \xc3 \xe2\x80 x\0y \xf0\x9f\x87\xba\xf0\x9f\x87\xb8\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd";
    for (int i = 0; i < 256; ++i) {
        text += static_cast<char>(i * 37);
        text += static_cast<char>(i);
    }
    Analysis analysis;
    tokenize(text, analysis);
    std::uint32_t last = 0;
    for (const Token& token : analysis.tokens) {
        EXPECT_GE(token.begin, last);
        EXPECT_LT(token.begin, token.end);
        last = token.end;
    }
    tokenize("", analysis);
    EXPECT_TRUE(analysis.tokens.empty());
}

TEST(Splitter, BoundsTheLengthOfSentences) {
    std::string text;
    for (int i = 0; i < 10000; ++i) {
        text += "word ";
    }
    Analysis analysis;
    tokenize(text, analysis);
    EXPECT_EQ(analysis.tokens.size(), 10000U);
    for (const Sentence& sentence : analysis.sentences) {
        EXPECT_LE(sentence.last - sentence.first, 400U);
    }
}

}  // namespace
}  // namespace claimgraph::nlp
