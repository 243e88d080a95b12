#include "ingest/extract/time_expressions.hpp"

#include <gtest/gtest.h>

#include "tests/unit/ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

/// The values found in words separated by spaces, in a document of Wednesday, 15 May 2019.
std::string times(const std::string& words, TimeDirection direction = TimeDirection::past,
                  std::string_view date = "2019-05-15") {
    testing::AnalysisBuilder builder;
    std::vector<std::string> tokens;
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        tokens.push_back(words.substr(at, end - at) + "/NOUN/0/root");
        at = end + 1;
    }
    for (const std::string& token : tokens) builder.word(token);
    const nlp::Analysis analysis = builder.build();
    std::string out;
    for (const TimeMention& mention :
         find_times(analysis, 0, static_cast<std::uint32_t>(analysis.tokens.size()), PartialDate::parse(date),
                    direction))
        out += (out.empty() ? "" : "; ") + mention.value;
    return out;
}

TEST(TimeExpressions, MonthsLookTheWayTheyAreAskedTo) {
    EXPECT_EQ(times("in December"), "2018-12");
    EXPECT_EQ(times("in December", TimeDirection::future), "2019-12");
    EXPECT_EQ(times("last July"), "2018-07");
    EXPECT_EQ(times("next April"), "2020-04");
    EXPECT_EQ(times("next July"), "2019-07");
}

TEST(TimeExpressions, DaysInEitherOrder) {
    EXPECT_EQ(times("on 6 March"), "2019-03-06");
    EXPECT_EQ(times("on the 26th of March"), "2019-03-26");
    EXPECT_EQ(times("from June first", TimeDirection::future), "2019-06-01");
    EXPECT_EQ(times("on July 1 , 1987"), "1987-07-01");
}

TEST(TimeExpressions, WithoutADateOfTheDocumentTheYearStaysOpen) {
    EXPECT_EQ(times("in April", TimeDirection::past, ""), "XXXX-04");
}

TEST(TimeExpressions, Weekends) {
    EXPECT_EQ(times("over the weekend"), "2019-05-11/2019-05-12");
    EXPECT_EQ(times("this weekend"), "2019-05-18/2019-05-19");
}

TEST(TimeExpressions, TheWeekOfASundayLiesAhead) {
    EXPECT_EQ(times("this week"), "2019-05-13/2019-05-19");
    EXPECT_EQ(times("this week", TimeDirection::past, "2019-05-19"), "2019-05-19/2019-05-25");
}

TEST(TimeExpressions, Ago) {
    EXPECT_EQ(times("two years ago"), "2017");
    EXPECT_EQ(times("a month ago"), "2019-04");
    EXPECT_EQ(times("three days ago"), "2019-05-12");
}

TEST(TimeExpressions, PartsOfAYear) {
    EXPECT_EQ(times("the first nine months of this year"), "2019-01/2019-09");
    EXPECT_EQ(times("the last two months of 2025"), "2025-11/2025-12");
}

TEST(TimeExpressions, TwoPointsMakeAnInterval) {
    EXPECT_EQ(times("from November 1 , 1977 to March 31 , 1985"), "1977-11-01/1985-03-31");
    EXPECT_EQ(times("between December 1985 and November 1986"), "1985-12/1986-11");
    EXPECT_EQ(times("on May 25 and 26", TimeDirection::future), "2019-05-25/2019-05-26");
    EXPECT_EQ(times("today and tomorrow"), "2019-05-15/2019-05-16");
    EXPECT_EQ(times("in March , in April"), "2019-03; 2019-04");
}

TEST(TimeExpressions, Durations) {
    EXPECT_EQ(times("for a year"), "P1Y");
    EXPECT_EQ(times("for an initial period of 90 days"), "P90D");
    EXPECT_EQ(times("in the next five years"), "P5Y");
    EXPECT_EQ(times("a two - year study"), "P2Y");
    EXPECT_EQ(times("eight days of talks"), "P8D");
    EXPECT_EQ(times("it took five years"), "");
}

}  // namespace
}  // namespace claimgraph
