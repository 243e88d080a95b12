#include "train/name_trainer.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/model/error.hpp"
#include "ingest/nlp/conllu.hpp"
#include "ingest/nlp/conllu_analysis.hpp"
#include "ingest/nlp/model_file.hpp"
#include "ingest/nlp/names/name_tagger.hpp"
#include "tests/support/temporary_folder.hpp"

namespace claimgraph::train {
namespace {

using nlp::names::Known;
using ::testing::ElementsAre;

/// Lines of "form UPOS XPOS head relation [Entity]"; an empty line ends a sentence.
nlp::Analysis document(const std::string& lines) {
    std::istringstream in(lines);
    std::string text = "# newdoc id = d\n";
    std::string line;
    int number = 0;
    while (std::getline(in, line)) {
        if (line.empty()) {
            text += '\n';
            number = 0;
            continue;
        }
        std::istringstream fields(line);
        std::string form, upos, xpos, head, relation, entity;
        fields >> form >> upos >> xpos >> head >> relation >> entity;
        text += std::to_string(++number) + '\t' + form + '\t' + form + '\t' + upos + '\t' + xpos + "\t_\t" +
                head + '\t' + relation + "\t_\t" + (entity.empty() ? "_" : "Entity=" + entity) + '\n';
    }
    std::istringstream conllu(text + '\n');
    nlp::ConlluReader reader(conllu, "test");
    std::vector<nlp::ConlluSentence> sentences;
    nlp::ConlluSentence sentence;
    while (reader.read(sentence)) sentences.push_back(sentence);
    return nlp::from_conllu(sentences);
}

constexpr std::uint8_t kO = 0, kPerson = 1, kPersonOn = 2, kOrganization = 3, kOrganizationOn = 4, kPlace = 5,
                       kOther = 9;

std::vector<std::uint8_t> labels(const std::string& lines, const std::vector<NamePhrase>& phrases = {}) {
    return name_labels(document(lines), known_phrases(phrases));
}

TEST(NameLabels, LeaveOutTitlesPossessorsAndModifiers) {
    EXPECT_THAT(labels("the DET DT 3 det (1-person\n"
                       "Minister PROPN NNP 3 nmod:desc\n"
                       "Nora PROPN NNP 5 nsubj\n"
                       "Moe PROPN NNP 3 flat 1)\n"
                       "left VERB VBD 0 root\n"),
                ElementsAre(kO, kO, kPerson, kPersonOn, kO));
    EXPECT_THAT(labels("Norland PROPN NNP 3 nmod:poss (1-organization(2-place)\n"
                       "'s PART POS 1 case\n"
                       "Treasury PROPN NNP 0 root 1)\n"),
                ElementsAre(kPlace, kO, kOrganization));
    EXPECT_THAT(labels("Fishers PROPN NNPS 3 nmod:poss (1-organization\n"
                       "' PART POS 1 case\n"
                       "Union PROPN NNP 0 root 1)\n"),
                ElementsAre(kOrganization, kOrganizationOn, kOrganizationOn));
}

TEST(NameLabels, ReachOverOfButNotToOtherNames) {
    EXPECT_THAT(labels("Ministry PROPN NNP 0 root (1-organization\n"
                       "of ADP IN 3 case\n"
                       "Fish PROPN NNP 1 nmod 1)\n"),
                ElementsAre(kOrganization, kOrganizationOn, kOrganizationOn));
    EXPECT_THAT(labels("Nora PROPN NNP 0 root (1-person(2-person)\n"
                       "and CCONJ CC 3 cc\n"
                       "Olav PROPN NNP 1 conj (3-person)1)\n"),
                ElementsAre(kPerson, kO, kPerson));
    EXPECT_THAT(labels("Library PROPN NNP 0 root (1-place\n"
                       "in ADP IN 3 case\n"
                       "Oslo PROPN NNP 1 nmod (2-place)1)\n"),
                ElementsAre(kPlace, kO, kPlace));
}

TEST(NameLabels, TakeWhatXposCallsProper) {
    EXPECT_THAT(labels("United VERB NNP 2 amod (1-organization\n"
                       "Mills PROPN NNPS 0 root 1)\n"),
                ElementsAre(kOrganization, kOrganizationOn));
}

TEST(NameLabels, KnowOfficesPeoplesAndCountries) {
    const std::vector<NamePhrase> phrases = {{{"President"}, Known::title}, {{"Norland"}, Known::country}};
    EXPECT_THAT(labels("President PROPN NNP 0 root (1-person)\n", phrases), ElementsAre(kO));
    EXPECT_THAT(labels("Norlanders PROPN NNPS 0 root (1-person)\n", phrases), ElementsAre(kOther));
    EXPECT_THAT(labels("Norland PROPN NNP 0 root (1-organization)\n", phrases), ElementsAre(kPlace));
}

/// Sentences of one pattern: names before "said" are people, after "in" places.
std::vector<NameDocument> lessons() {
    std::vector<NameDocument> documents;
    const std::vector<std::string> people = {"Moe", "Lund", "Berg", "Dahl", "Vik", "Ruud"};
    const std::vector<std::string> places = {"Oslo", "Bergen", "Molde", "Bodo", "Tromso", "Narvik"};
    for (std::size_t i = 0; i < 36; ++i) {
        NameDocument d;
        d.analysis =
            document(people[i % 6] + " PROPN NNP 2 nsubj (1-person)\nsaid VERB VBD 0 root\nso ADV RB 2 " +
                     "advmod\nin ADP IN 5 case\n" + places[i / 6] + " PROPN NNP 2 obl (2-place)\n");
        d.labels = name_labels(d.analysis, {});
        d.source = i;
        documents.push_back(std::move(d));
    }
    return documents;
}

class NameTagging : public ::testing::Test {
  protected:
    void SetUp() override {
        nlp::names::GazetteerBuilder builder;
        const std::vector<std::string> words = {"New", "Havn"};
        builder.add(words, Known::place);
        lists_ = builder.build();
    }
    void write(std::vector<std::byte> section) const {
        nlp::ModelWriter writer;
        writer.add("names", std::move(section));
        writer.write(path_);
    }
    testing_support::TemporaryFolder folder_;
    std::filesystem::path path_ = folder_ / "names.cgm";
    nlp::names::GazetteerTable lists_;
};

TEST_F(NameTagging, LearnsFromContextAndIsTheSameEachTime) {
    const auto documents = lessons();
    const auto section = train_names(documents, lists_, {});
    EXPECT_EQ(section, train_names(documents, lists_, {}));
    write(section);
    const nlp::ModelFile file(path_);
    const nlp::names::NameTagger tagger(file);
    const nlp::Analysis unseen = document(
        "Holm PROPN NNP 2 nsubj\nsaid VERB VBD 0 root\nso ADV RB 2 advmod\nin ADP IN 5 case\n"
        "Halden PROPN NNP 2 obl\n");
    std::vector<std::uint8_t> found(5);
    tagger.tag(unseen, found);
    EXPECT_THAT(found, ElementsAre(kPerson, kO, kO, kO, kPlace));
}

TEST_F(NameTagging, RefusesADamagedSection) {
    auto section = train_names(lessons(), lists_, {});
    section.resize(section.size() - 16);
    write(section);
    const nlp::ModelFile file(path_);
    EXPECT_THROW((void)nlp::names::NameTagger(file), ModelError);
}

TEST(Gazetteer, FindsPhrasesAndTheirBeginnings) {
    nlp::names::GazetteerBuilder builder;
    const std::vector<std::string> one = {"Havn"};
    const std::vector<std::string> two = {"New", "Havn"};
    builder.add(one, Known::surname);
    builder.add(two, Known::place);
    builder.add(one, Known::place);
    const nlp::names::GazetteerTable table = builder.build();
    const nlp::names::Gazetteer gazetteer(table);
    const auto first = nlp::names::hash_lower("NEW");
    EXPECT_EQ(gazetteer.find(first), nlp::names::kGoesOn);
    EXPECT_EQ(gazetteer.find(nlp::names::extended(first, nlp::names::hash_lower("havn"))), bit(Known::place));
    EXPECT_EQ(gazetteer.find(nlp::names::hash_lower("havn")), bit(Known::place) | bit(Known::surname));
    EXPECT_EQ(gazetteer.find(nlp::names::hash_lower("old")), 0);
}

}  // namespace
}  // namespace claimgraph::train
