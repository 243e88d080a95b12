#include "ingest/nlp/coreference.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "ingest/nlp/conllu_analysis.hpp"
#include "ingest/nlp/mentions.hpp"

namespace claimgraph::nlp {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

/// A text whose sentences are lines of words "form/lemma/UPOS/head/deprel[/FEATS]"; names from [first, last).
struct Text {
    explicit Text(const std::vector<std::string>& lines, const std::vector<NamedSpan>& names = {}) {
        for (const std::string& line : lines) {
            ConlluSentence sentence;
            std::istringstream words(line);
            std::string item;
            while (words >> item) {
                std::istringstream parts(item);
                ConlluWord word;
                std::string head;
                std::getline(parts, word.form, '/');
                std::getline(parts, word.lemma, '/');
                std::getline(parts, word.upos, '/');
                std::getline(parts, head, '/');
                std::getline(parts, word.deprel, '/');
                if (!std::getline(parts, word.feats, '/')) {
                    word.feats = "_";
                }
                word.head = static_cast<std::uint32_t>(std::stoul(head));
                word.xpos = word.misc = "_";
                sentence.words.push_back(word);
            }
            sentences.push_back(sentence);
        }
        analysis = from_conllu(sentences);
        build_mentions(analysis, names);
        resolve_coreference(analysis);
    }

    [[nodiscard]] std::string words(const Mention& mention) const {
        std::string result;
        for (std::uint32_t i = mention.first; i < mention.last; ++i) {
            result += (result.empty() ? "" : " ") + std::string(analysis.tokens[i].form);
        }
        return result;
    }
    [[nodiscard]] std::vector<std::string> mentions() const {
        std::vector<std::string> result;
        for (const Mention& mention : analysis.mentions) {
            result.push_back(words(mention));
        }
        return result;
    }
    [[nodiscard]] std::vector<std::string> chains() const {
        std::vector<std::string> result;
        for (const Chain& chain : analysis.chains) {
            std::string line;
            for (const std::uint32_t m : chain) {
                line += (line.empty() ? "" : " = ") + words(analysis.mentions[m]);
            }
            result.push_back(line);
        }
        return result;
    }

    std::vector<ConlluSentence> sentences;
    Analysis analysis;
};

TEST(Mentions, ArePhrasesWithoutPrepositionsAndAppositions) {
    const Text text(
        {"In/in/ADP/3/case the/the/DET/3/det town/town/NOUN/4/obl met/meet/VERB/0/root "
         "mayor/mayor/NOUN/7/nmod:desc Ada/Ada/PROPN/7/compound Hale/Hale/PROPN/4/obj ,/,/PUNCT/10/punct "
         "a/a/DET/10/det poet/poet/NOUN/7/appos from/from/ADP/12/case Oslo/Oslo/PROPN/10/nmod"},
        {{5, 7, MentionKind::person}, {11, 12, MentionKind::place}});
    EXPECT_THAT(text.mentions(),
                ElementsAre("the town", "mayor Ada Hale", "Ada Hale", "a poet from Oslo", "Oslo"));
    EXPECT_EQ(text.analysis.mentions[1].kind, MentionKind::person);
    EXPECT_EQ(text.analysis.mentions[1].form, MentionForm::nominal);
    EXPECT_EQ(text.analysis.mentions[2].form, MentionForm::name);
    EXPECT_THAT(text.chains(), ElementsAre("mayor Ada Hale = a poet from Oslo"));
    EXPECT_EQ(text.analysis.mentions[2].chain, 0U);  // the name shares the chain of its phrase
}

TEST(Mentions, LeaveOutExpletives) {
    const Text text({"It/it/PRON/2/expl rains/rain/VERB/0/root"});
    EXPECT_THAT(text.mentions(), IsEmpty());
}

TEST(Coreference, JoinsPartsOfNamesAndAcronyms) {
    const Text text({"Ada/Ada/PROPN/3/nsubj Hale/Hale/PROPN/1/flat left/leave/VERB/0/root "
                     "National/National/PROPN/6/compound Mill/Mill/PROPN/6/compound Union/Union/PROPN/3/obj",
                     "Hale/Hale/PROPN/2/nsubj thanked/thank/VERB/0/root NMU/NMU/PROPN/2/obj"},
                    {{0, 2, MentionKind::person},
                     {3, 6, MentionKind::organization},
                     {6, 7, MentionKind::person},
                     {8, 9, MentionKind::organization}});
    EXPECT_THAT(text.chains(), ElementsAre("Ada Hale = Hale", "National Mill Union = NMU"));
}

TEST(Coreference, JoinsDescriptionsWithTheirHeads) {
    const Text text(
        {"A/a/DET/3/det steel/steel/NOUN/3/compound mill/mill/NOUN/4/nsubj/Number=Sing "
         "closed/close/VERB/0/root",
         "The/the/DET/2/det mill/mill/NOUN/3/nsubj/Number=Sing was/be/VERB/0/root",
         "The/the/DET/3/det paper/paper/NOUN/3/compound mill/mill/NOUN/4/nsubj/Number=Sing "
         "grew/grow/VERB/0/root",
         "The/the/DET/2/det mills/mill/NOUN/3/nsubj/Number=Plur closed/close/VERB/0/root"});
    EXPECT_THAT(text.chains(), ElementsAre("A steel mill = The mill"));
}

TEST(Coreference, FindsAntecedentsOfPronounsThatAgree) {
    const Text text({"Ada/Ada/PROPN/2/nsubj/Number=Sing sold/sell/VERB/0/root the/the/DET/4/det "
                     "mill/mill/NOUN/2/obj/Number=Sing",
                     "She/she/PRON/2/nsubj loved/love/VERB/0/root its/its/PRON/4/nmod:poss "
                     "wheel/wheel/NOUN/2/obj/Number=Sing"},
                    {{0, 1, MentionKind::person}});
    EXPECT_THAT(text.chains(), ElementsAre("Ada = She", "the mill = its"));
}

TEST(Coreference, DoesNotJoinAVerbsSubjectWithItsObject) {
    const Text text({"Ada/Ada/PROPN/2/nsubj/Number=Sing saw/see/VERB/0/root her/she/PRON/2/obj"},
                    {{0, 1, MentionKind::person}});
    EXPECT_THAT(text.chains(), IsEmpty());
    const Text reflexive({"Ada/Ada/PROPN/2/nsubj/Number=Sing saw/see/VERB/0/root herself/herself/PRON/2/obj"},
                         {{0, 1, MentionKind::person}});
    EXPECT_THAT(reflexive.chains(), ElementsAre("Ada = herself"));
}

TEST(Coreference, MeansTheSpeakerByIInAQuotation) {
    const Text text({"\"/\"/PUNCT/3/punct I/I/PRON/3/nsubj sold/sell/VERB/7/ccomp my/my/PRON/5/nmod:poss "
                     "mill/mill/NOUN/3/obj \"/\"/PUNCT/3/punct said/say/VERB/0/root Ada/Ada/PROPN/7/nsubj"},
                    {{7, 8, MentionKind::person}});
    EXPECT_THAT(text.chains(), ElementsAre("I = my = Ada"));
}

TEST(Coreference, KeepsMenAndWomenApart) {
    const Text text({"Mrs./Mrs./PROPN/2/nmod:desc Hale/Hale/PROPN/3/nsubj/Number=Sing left/leave/VERB/0/root",
                     "Mr./Mr./PROPN/2/nmod:desc Hale/Hale/PROPN/3/nsubj/Number=Sing stayed/stay/VERB/0/root"},
                    {{1, 2, MentionKind::person}, {4, 5, MentionKind::person}});
    EXPECT_THAT(text.chains(), IsEmpty());
}

TEST(Coreference, TakesItThatMeansNothingForNothing) {
    const Text text({"The/the/DET/2/det mill/mill/NOUN/3/nsubj/Number=Sing closed/close/VERB/0/root",
                     "It/it/PRON/3/nsubj is/be/AUX/3/cop clear/clear/ADJ/0/root that/that/SCONJ/6/mark "
                     "all/all/PRON/6/nsubj lost/lose/VERB/3/csubj"});
    EXPECT_THAT(text.chains(), Not(Contains("The mill = It")));
}

}  // namespace
}  // namespace claimgraph::nlp
