// The vocabulary that extraction works by, read from the lexicon folder: relations, the predicates that state
// them, the nouns that name measures, and the words that change a statement's status.
//
// Loaded once, immutable, safe to share between threads.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/entity.hpp"
#include "graph/model/factuality.hpp"
#include "ingest/extract/lexicons.hpp"

namespace claimgraph {

/// A set of entity kinds.
class KindSet {
  public:
    void add(EntityKind kind) { bits_ |= bit(kind); }
    [[nodiscard]] bool has(EntityKind kind) const { return (bits_ & bit(kind)) != 0; }

  private:
    static std::uint8_t bit(EntityKind kind) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
    }
    std::uint8_t bits_ = 0;
};

struct RelationType {
    std::string name;
    KindSet from;
    KindSet to;
    bool symmetric = false;
    bool structural = false;
};

enum class PartOfSpeech : std::uint8_t { verb, noun, adjective };

/// Where in the syntax an argument is looked for.
struct Slot {
    /// imposer, target: of the measure that the predicate modifies, governs or is done with; speaker: whose
    /// words the predicate is in; head: what an adjective modifies; content: what the clause that a verb
    /// governs is about
    enum class Kind : std::uint8_t {
        subject,
        object,
        indirect_object,
        possessive,
        adjective,
        compound,
        between,
        self,
        support,
        imposer,
        target,
        speaker,
        head,
        content,
        adposition
    };
    Kind kind = Kind::subject;
    std::string adposition;  ///< lemma; only for Kind::adposition
};

/// What kinds of measure there are; bits of MeasureType::traits and PredicateEntry::measure_traits.
/// kStandIn: names none but may stand for one ("the decision"); kNoMeasure: looks like one and is none ("oil
/// bill").
enum MeasureTrait : std::uint8_t {
    kInstrument = 1,
    kPolicy = 2,
    kAgreement = 4,
    kPause = 8,
    kWeak = 16,
    kStandIn = 32,
    kNoMeasure = 64
};

/// One sense of a word that states a relation.
struct PredicateEntry {
    std::size_t relation = 0;  ///< index in Ontology::relations()
    PartOfSpeech pos = PartOfSpeech::verb;
    std::string lemma;
    std::vector<std::string>
        particles;  ///< all must be there: particles, prepositions, objects of light verbs
    std::vector<Slot> subject;
    std::vector<Slot> object;
    std::vector<Slot> counterparty;
    std::vector<Slot> instrument;
    std::vector<Slot> topic;
    std::optional<Status> status;  ///< what the word itself says ("threatens", "proposes")
    bool negative = false;
    bool weak = false;
    int sentiment = 0;   ///< 1 (-1): only where it governs a word of praise (blame)
    bool bound = false;  ///< only what fills a slot, or what context gives, can be an end
    bool announced = false;
    std::uint8_t measure_traits = 0;  ///< traits of which the object must have one; 0: any
};

struct MeasureType {
    std::string family;
    std::string type;
    std::uint8_t traits = 0;
};

struct NamedMeasure {
    std::string name;
    std::string type;
    std::vector<std::string> aliases;
};

/// What a word does to what it embeds.
enum class Effect : std::uint8_t {
    none,
    actual,
    planned,
    threatened,
    possible,
    requested,
    averted,
    halted,
    negative
};
/// Where the word stands.
enum class Embedding : std::uint8_t { complement, modifier, auxiliary };

class Ontology {
  public:
    /// Reads relations.tsv, predicates.tsv, measures.tsv, named_measures.tsv, modality.tsv and sentiment.tsv.
    /// Throws LexiconError naming file, line and field, or IoError.
    explicit Ontology(const Lexicons& lexicons);

    [[nodiscard]] const std::vector<RelationType>& relations() const { return relations_; }
    /// Index of the relation, or nothing.
    [[nodiscard]] std::optional<std::size_t> relation(std::string_view name) const;

    /// The senses of a lemma, in the order of the file; empty when it states nothing.
    [[nodiscard]] const std::vector<PredicateEntry>& predicates(PartOfSpeech pos,
                                                                std::string_view lemma) const;

    /// The measure that the noun names, or null; two words are joined by "_" ("tax_credit").
    [[nodiscard]] const MeasureType* measure(std::string_view lemma) const;
    /// What the nouns for measures of the type have in common, or null where no noun is of it.
    [[nodiscard]] const MeasureType* measure_of_type(std::string_view type) const;
    [[nodiscard]] const std::vector<NamedMeasure>& named_measures() const { return named_; }

    /// 1 for a word of praise, -1 for a word of blame, 0 for others.
    [[nodiscard]] int sentiment(std::string_view lemma) const;

    [[nodiscard]] Effect effect(PartOfSpeech pos, Embedding where, std::string_view lemma) const;

  private:
    using PredicateKey = std::pair<PartOfSpeech, std::string>;
    struct ModalKey {
        PartOfSpeech pos;
        Embedding where;
        std::string lemma;
        auto operator<=>(const ModalKey&) const = default;
    };

    void read_relations(const LexiconFile& file);
    void read_predicates(const LexiconFile& file);
    void read_measures(const LexiconFile& file);
    void read_named_measures(const LexiconFile& file);
    void read_modality(const LexiconFile& file);
    void read_sentiment(const LexiconFile& file);

    std::vector<RelationType> relations_;
    std::map<PredicateKey, std::vector<PredicateEntry>> predicates_;
    std::map<std::string, MeasureType, std::less<>> measures_;
    std::vector<NamedMeasure> named_;
    std::map<ModalKey, Effect> modality_;
    std::map<std::string, int, std::less<>> sentiment_;
};

}  // namespace claimgraph
