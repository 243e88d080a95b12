// Measures of a document: each mention's frame (who imposes what kind of measure on whom and which goods, at
// what rate), and the measures that the mentions are of, told apart by those slots and named from them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/extract/arguments.hpp"
#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/ontology.hpp"
#include "ingest/extract/phrase_index.hpp"
#include "ingest/extract/quantities.hpp"
#include "ingest/extract/transparent_nouns.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

/// Goods or a party with the mention that names them.
struct FrameSlot {
    std::uint32_t entity = kNone;   ///< index in DocumentEntities::entities; kNone for goods named by `name`
    std::uint32_t mention = kNone;  ///< index in DocumentEntities::mentions
    TokenIndex head = kNone;        ///< of the words that fill the slot
    TokenRange range;               ///< only for goods named by `name`
    std::string name;               ///< of goods that the linker does not know
    TokenIndex stated = kNone;      ///< the word that says so, where it is not the measure's own phrase
    bool further = false;  ///< said of the measure elsewhere, or an example: tells it apart from none
    bool operator==(const FrameSlot&) const = default;
};

struct MeasureMention {
    TokenIndex head = 0;
    TokenRange range;  ///< the noun phrase without article
    const MeasureType* type = nullptr;
    std::string core;       ///< modifiers and head ("retaliatory tariffs")
    std::string name;       ///< core with its phrases ("retaliatory tariffs on US goods")
    std::string qualifier;  ///< the modifiers that say of what sort it is ("retaliatory")
    std::vector<FrameSlot> imposers;
    std::vector<FrameSlot> targets;
    std::vector<FrameSlot> goods;
    std::vector<double> rates;              ///< percent
    std::vector<double> amounts;            ///< the value of its goods ("$34 billion of Chinese goods")
    std::vector<std::uint32_t> quantities;  ///< indices of those in its phrase: rates, the value of its goods
    bool proper = false;                    ///< has a name of its own
    bool definite = false;                  ///< "the tariffs", "these measures", "its tariffs"
    bool specific = false;          ///< says more than the head noun: has goods, a target, or a modifier
    bool pointed = false;           ///< "that additional duty": one spoken of before
    bool fresh = false;             ///< "another tariff", "further sanctions": not the one before
    bool anaphoric = false;         ///< "the move", "it": is another's name only
    TokenIndex antecedent = kNone;  ///< of an anaphoric one: the head of the mention that it stands for
    std::uint32_t sentence = 0;
    bool headline = false;          ///< of the sentence
    std::uint32_t measure = kNone;  ///< index in Measures::measures
};

/// One measure of the document.
struct Measure {
    std::string name;
    std::string id;
    std::string type;
    std::string family;
    std::uint8_t traits = 0;
    std::vector<std::uint32_t> imposers;  ///< entities
    std::vector<std::uint32_t> targets;   ///< entities
    std::vector<std::uint32_t> goods;     ///< entities
    std::vector<double> rates;
    bool proper = false;
    bool specific = false;
    std::vector<std::uint32_t> mentions;  ///< indices in Measures::mentions, in the order of the text
};

struct Measures {
    std::vector<MeasureMention> mentions;
    std::vector<Measure> measures;
    std::vector<std::uint32_t> by_head;  ///< by token: the mention headed there, or kNone

    [[nodiscard]] std::uint32_t mention_at(TokenIndex t) const { return by_head[t]; }
};

class MeasureFrames {
  public:
    MeasureFrames(const Ontology& ontology, const TransparentNouns& transparent);

    /// `skipped` says by sentence where nothing is read.
    [[nodiscard]] Measures find(const Tree& tree, const DocumentEntities& entities,
                                const std::vector<QuantityMention>& quantities,
                                const std::vector<bool>& skipped) const;

  private:
    const Ontology* ontology_;
    const TransparentNouns* transparent_;
    PhraseIndex names_;
};

}  // namespace claimgraph
