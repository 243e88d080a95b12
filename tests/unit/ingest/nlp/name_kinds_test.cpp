#include "ingest/nlp/name_kinds.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace claimgraph::nlp {
namespace {

struct Word {
    std::string_view form;
    Upos upos;
    Deprel deprel;
    std::uint32_t head;  ///< index in the sentence; kNone for the root
};

/// One sentence a line of words.
Analysis analysis_of(const std::vector<std::vector<Word>>& sentences) {
    Analysis analysis;
    for (const auto& words : sentences) {
        const auto first = static_cast<std::uint32_t>(analysis.tokens.size());
        for (const Word& word : words) {
            Token token;
            token.form = word.form;
            token.upos = word.upos;
            token.xpos = word.upos == Upos::propn ? Xpos::nnp : Xpos::nn;
            token.deprel = word.deprel;
            token.head = word.head == kNone ? kNone : first + word.head;
            token.sentence = static_cast<std::uint32_t>(analysis.sentences.size());
            analysis.tokens.push_back(token);
        }
        Sentence sentence;
        sentence.first = first;
        sentence.last = static_cast<std::uint32_t>(analysis.tokens.size());
        analysis.sentences.push_back(sentence);
    }
    return analysis;
}

TEST(NameKinds, MendNamesThatTheTreeHoldsTogether) {
    const Analysis analysis = analysis_of({{{"Quentin", Upos::propn, Deprel::nsubj, 3},
                                            {"Ferrel", Upos::propn, Deprel::flat, 0},
                                            {"Oake", Upos::propn, Deprel::flat, 0},
                                            {"sang", Upos::verb, Deprel::root, kNone}}});
    std::vector<NamedSpan> names = {{0, 1, MentionKind::place}, {1, 3, MentionKind::person}};
    refine_names(analysis, names);
    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(names[0].last, 3U);
    EXPECT_EQ(names[0].kind, MentionKind::person);
}

TEST(NameKinds, KnowPlacesFirstNamesTitlesAndOrganizationWords) {
    const Analysis analysis = analysis_of(
        {{{"Norway", Upos::propn, Deprel::root, kNone}},
         {{"Clara", Upos::propn, Deprel::root, kNone}},
         {{"Mayor", Upos::propn, Deprel::nmod_desc, 1}, {"Zorn", Upos::propn, Deprel::root, kNone}},
         {{"Zorn", Upos::propn, Deprel::compound, 1}, {"Ministry", Upos::propn, Deprel::root, kNone}}});
    std::vector<NamedSpan> names = {{0, 1, MentionKind::organization}, {1, 2, MentionKind::place}};
    refine_names(analysis, names);
    ASSERT_EQ(names.size(), 4U);
    EXPECT_EQ(names[0].kind, MentionKind::place);
    EXPECT_EQ(names[1].kind, MentionKind::person);
    EXPECT_EQ(names[2].kind, MentionKind::person);
    EXPECT_EQ(names[2].first, 3U);  // without the title
    EXPECT_EQ(names[3].kind, MentionKind::organization);
}

TEST(NameKinds, AgreeThroughoutTheDocument) {
    const Analysis analysis =
        analysis_of({{{"Clara", Upos::propn, Deprel::root, kNone}, {"Quillon", Upos::propn, Deprel::flat, 0}},
                     {{"Quillon", Upos::propn, Deprel::root, kNone}}});
    std::vector<NamedSpan> names = {{0, 2, MentionKind::person}, {2, 3, MentionKind::place}};
    refine_names(analysis, names);
    ASSERT_EQ(names.size(), 2U);
    EXPECT_EQ(names[1].kind, MentionKind::person);
}

}  // namespace
}  // namespace claimgraph::nlp
