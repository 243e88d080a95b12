#include "ingest/extract/quantities.hpp"

#include <gtest/gtest.h>

#include "tests/unit/ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

/// "value unit; value unit" of words separated by spaces.
std::string amounts(const std::string& words) {
    static const QuantityFinder finder(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons");
    testing::AnalysisBuilder builder;
    std::size_t at = 0;
    while (at < words.size()) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        builder.word(words.substr(at, end - at) + "/NOUN/0/root");
        at = end + 1;
    }
    const nlp::Analysis analysis = builder.build();
    std::string out;
    for (const QuantityMention& mention :
         finder.find(analysis, 0, static_cast<std::uint32_t>(analysis.tokens.size()))) {
        char value[40];
        std::snprintf(value, sizeof value, "%g", mention.value);
        out += (out.empty() ? "" : "; ") + std::string(value) + " " + mention.unit;
    }
    return out;
}

TEST(Quantities, MoneyOfTheWires) {
    EXPECT_EQ(amounts("300 mln dlrs"), "3e+08 USD");
    EXPECT_EQ(amounts("2.5 bln dlrs"), "2.5e+09 USD");
    EXPECT_EQ(amounts("$ 3 bn"), "3e+09 USD");
    EXPECT_EQ(amounts("50 billions dollars"), "5e+10 USD");
}

TEST(Quantities, ARangeSharesItsUnit) {
    EXPECT_EQ(amounts("20 to 25 percent"), "20 percent; 25 percent");
    EXPECT_EQ(amounts("between five and 30 percentage points"), "5 percentage point; 30 percentage point");
    EXPECT_EQ(amounts("160 to 185 mln ecus"), "1.6e+08 XEU; 1.85e+08 XEU");
    EXPECT_EQ(amounts("between $ 5 and $ 7 billion"), "5e+09 USD; 7e+09 USD");
    EXPECT_EQ(amounts("in 3 and 5 percent"), "5 percent");
}

}  // namespace
}  // namespace claimgraph
