#include "ingest/nlp/engine.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "ingest/nlp/network/kernels.hpp"
#include "ingest/nlp/network/spanning_tree.hpp"

namespace claimgraph::nlp {
namespace {

const char* const kModel = CLAIMGRAPH_SOURCE_DIR "/models/english.cgm";

/// "form/XPOS/lemma/relation(head)" for each token.
std::string show(const Analysis& a) {
    std::string out;
    for (const Token& t : a.tokens) {
        if (!out.empty()) out += ' ';
        out += std::string(t.form) + '/' + std::string(to_string(t.xpos)) + '/' + std::string(t.lemma) + '/' +
               std::string(to_string(t.deprel)) + '(' +
               (t.head == kNone ? "-" : std::string(a.tokens[t.head].form)) + ')';
    }
    return out;
}

class EngineTest : public ::testing::Test {
  protected:
    static void SetUpTestSuite() { engine_ = new Engine(kModel); }
    static void TearDownTestSuite() { delete engine_; }
    static Engine* engine_;
};
Engine* EngineTest::engine_ = nullptr;

TEST_F(EngineTest, AnalyzesASimpleSentence) {
    EXPECT_EQ(show(engine_->analyze("The two ministers signed the agreements in Geneva.")),
              "The/DT/the/det(ministers) two/CD/two/nummod(ministers) ministers/NNS/minister/nsubj(signed) "
              "signed/VBD/sign/root(-) the/DT/the/det(agreements) agreements/NNS/agreement/obj(signed) "
              "in/IN/in/case(Geneva) Geneva/NNP/Geneva/obl(signed) ./././punct(signed)");
}

TEST_F(EngineTest, SaysTheSameByEachPathOfKernels) {
    const std::string text =
        "GENEVA, May 3 (Wire) - Nora Halvorsen, the trade minister of Norway, said on Friday that she would "
        "meet Acme Steel Corp. \u201CThey know our terms,\u201D Halvorsen added.";
    const auto shown = [&](const Engine& engine) {
        const Analysis a = engine.analyze(text);
        std::string out = show(a);
        for (const Mention& m : a.mentions)
            out += ' ' + std::to_string(m.first) + '-' + std::to_string(m.last) + ':' +
                   std::to_string(static_cast<int>(m.kind)) + '/' + std::to_string(m.chain);
        return out;
    };
    const std::string expected = shown(*engine_);
    for (const network::Kernels* kernels : network::available_kernels())
        EXPECT_EQ(shown(Engine(kModel, *kernels)), expected) << kernels->name;
}

TEST_F(EngineTest, FillsTheFeatures) {
    const Analysis a = engine_->analyze("The bridge was built quickly.");
    ASSERT_EQ(a.tokens.size(), 6U);
    EXPECT_EQ(a.tokens[1].morph.number, Number::singular);
    EXPECT_EQ(a.tokens[2].morph.tense, Tense::past);
    EXPECT_EQ(a.tokens[3].morph.voice, Voice::passive);
    EXPECT_EQ(a.tokens[3].morph.verb_form, VerbForm::participle);
    EXPECT_EQ(a.tokens[2].lemma, "be");
}

TEST_F(EngineTest, GivesATreeToAnySentence) {
    std::string long_text;
    for (int i = 0; i < 3000; ++i) long_text += "word, and ";
    for (const std::string& text :
         {std::string(), std::string("?"), std::string("\xFF\xFE \x80 ok"), long_text}) {
        const Analysis a = engine_->analyze(text);
        for (const Sentence& s : a.sentences) {
            std::vector<std::uint32_t> heads;
            for (const Token& t : a.tokens_of(s)) heads.push_back(t.head == kNone ? 0 : t.head - s.first + 1);
            EXPECT_TRUE(network::is_tree(heads));
        }
    }
}

TEST_F(EngineTest, DoesNotDependOnTheSentencesAround) {
    const std::string text = "Exports rose by four percent.";
    const std::string alone = show(engine_->analyze(text));
    const std::string longer =
        "No.\n\n" + text +
        "\n\nThe council, which had met in secret for the third time this year, rejected the plan.";
    EXPECT_THAT(show(engine_->analyze(longer)), ::testing::HasSubstr(alone));
}

TEST(Engine, RefusesWhatIsNoModel) {
    EXPECT_THROW(Engine("/nonexistent/model.cgm"), ModelError);
    EXPECT_THROW(Engine(CLAIMGRAPH_SOURCE_DIR "/CMakeLists.txt"), ModelError);
}

}  // namespace
}  // namespace claimgraph::nlp
