#include "ingest/extract/attribution/speakers.hpp"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/extract/analysis_builder.hpp"

namespace claimgraph {
namespace {

using testing::AnalysisBuilder;

/// A document whose entities are written by hand.
class Text {
  public:
    Text& sentence(std::initializer_list<std::string_view> words) {
        builder_.sentence(words);
        return *this;
    }

    std::uint32_t entity(std::string name, std::uint32_t people, char gender = 'u', std::string id = "") {
        LinkedEntity entity;
        entity.name = std::move(name);
        entity.people = people;
        entity.gender = gender;
        entity.id = std::move(id);
        entities_.entities.push_back(std::move(entity));
        return static_cast<std::uint32_t>(entities_.entities.size() - 1);
    }

    /// In the order of the text.
    Text& mention(std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t entity,
                  ReferenceForm form = ReferenceForm::name) {
        EntityMention mention;
        mention.first = first;
        mention.last = last;
        mention.head = head;
        mention.entity = entity;
        mention.form = form;
        const auto index = static_cast<std::uint32_t>(entities_.mentions.size());
        if (entity != kNone) entities_.entities[entity].mentions.push_back(index);
        entities_.mentions.push_back(mention);
        return *this;
    }

    /// The names of all speakers, "-" for none.
    std::string speakers() {
        const nlp::Analysis analysis = builder_.build();
        entities_.by_head.assign(analysis.tokens.size(), kNone);
        for (std::uint32_t m = 0; m < entities_.mentions.size(); ++m)
            entities_.by_head[entities_.mentions[m].head] = m;
        const Attributions attributions =
            AttributionFinder(std::filesystem::path(CLAIMGRAPH_SOURCE_DIR) / "lexicons/reporting.tsv")
                .find(analysis);
        const Tree tree(analysis);
        const Speakers speakers(tree, entities_, attributions);
        std::string names;
        for (std::uint32_t i = 0; i < attributions.all().size(); ++i) {
            const std::optional<End>& end = speakers.of(i);
            names +=
                (names.empty() ? "" : ", ") + (!end                   ? std::string("-")
                                               : end->entity == kNone ? end->name
                                                                      : entities_.entities[end->entity].name);
        }
        return names;
    }

  private:
    AnalysisBuilder builder_;
    DocumentEntities entities_;
};

void add_silva_said(Text& text) {
    text.sentence({"Minister/PROPN/2/nmod:desc", "Silva/PROPN/3/nsubj", "said/VERB/0/root/say/VBD",
                   "prices/NOUN/5/nsubj/price", "fell/VERB/3/ccomp/fall/VBD"});
}

TEST(Speakers, APronounGoesOnWithWhoSpokeLast) {
    Text text;
    const std::uint32_t silva = text.entity("Ana Silva", 1, 'f');
    const std::uint32_t other = text.entity("Rosa Roe", 1, 'f');
    add_silva_said(text);
    text.sentence({"She/PRON/2/nsubj", "met/VERB/0/root/meet/VBD", "Roe/PROPN/2/obj"});
    text.sentence({"She/PRON/2/nsubj", "added/VERB/0/root/add/VBD", "duties/NOUN/4/nsubj/duty",
                   "rose/VERB/2/ccomp/rise/VBD"});
    text.mention(1, 2, 1, silva).mention(5, 6, 5, silva, ReferenceForm::pronoun).mention(7, 8, 7, other);
    text.mention(8, 9, 8, other, ReferenceForm::pronoun);  // the linker took the person named last
    EXPECT_EQ(text.speakers(), "Ana Silva, Ana Silva");
}

TEST(Speakers, AnOfficeIsItsHoldersUnlessItIsAnotherRank) {
    Text text;
    const std::uint32_t silva = text.entity("Ana Silva", 1, 'f');
    add_silva_said(text);
    text.mention(1, 2, 1, silva);
    text.sentence({"The/DET/2/det", "minister/NOUN/3/nsubj", "denied/VERB/0/root/deny/VBD", "it/PRON/3/obj"});
    text.sentence({"The/DET/3/det", "deputy/ADJ/3/amod", "minister/NOUN/4/nsubj",
                   "denied/VERB/0/root/deny/VBD", "it/PRON/4/obj"});
    EXPECT_EQ(text.speakers(), "Ana Silva, Ana Silva, deputy minister");
}

TEST(Speakers, AMisspeltSurnameIsJoinedWhereOnePersonFits) {
    Text text;
    const std::uint32_t person = text.entity("Ana Silverton", 1, 'f');
    const std::uint32_t misspelt = text.entity("Silverten", 1);
    text.sentence({"Ana/PROPN/3/nsubj", "Silverton/PROPN/1/flat", "said/VERB/0/root/say/VBD",
                   "prices/NOUN/5/nsubj/price", "fell/VERB/3/ccomp/fall/VBD"});
    text.sentence({"Silverten/PROPN/2/nsubj", "said/VERB/0/root/say/VBD", "prices/NOUN/4/nsubj/price",
                   "fell/VERB/2/ccomp/fall/VBD"});
    text.mention(0, 2, 0, person).mention(5, 6, 5, misspelt);
    EXPECT_EQ(text.speakers(), "Ana Silverton, Ana Silverton");
    (void)text.entity("Bo Silvertan", 1);  // a second one who fits
    EXPECT_EQ(text.speakers(), "Ana Silverton, Silverten");
}

TEST(Speakers, ANameBesideAnOfficeSaysMore) {
    Text text;
    const std::uint32_t silva = text.entity("Ana Silva", 1, 'f');
    text.sentence({"Its/PRON/2/nmod:poss", "minister/NOUN/6/nsubj", "^,/PUNCT/2/punct", "Silva/PROPN/2/appos",
                   "^,/PUNCT/2/punct", "said/VERB/0/root/say/VBD", "prices/NOUN/8/nsubj/price",
                   "fell/VERB/6/ccomp/fall/VBD"});
    text.mention(3, 4, 3, silva);
    EXPECT_EQ(text.speakers(), "Ana Silva");
}

TEST(Speakers, ManyAndOthersAreSpeakersToo) {
    Text text;
    text.sentence({"Others/NOUN/2/nsubj/other", "say/VERB/0/root/say/VBP", "prices/NOUN/4/nsubj/price",
                   "fell/VERB/2/ccomp/fall/VBD"});
    EXPECT_EQ(text.speakers(), "Others");
}

}  // namespace
}  // namespace claimgraph
