#include "ingest/extract/ontology.hpp"

#include <array>
#include <utility>

#include "graph/model/names.hpp"
#include "ingest/extract/lexicon_table.hpp"

namespace claimgraph {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t at = text.find(separator);
        if (at != 0) out.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) break;
        text.remove_prefix(at + 1);
    }
    return out;
}

KindSet read_kinds(const LexiconTable::Row& row, std::string_view column) {
    KindSet kinds;
    for (const std::string& name : split(row.required(column), ',')) {
        const auto kind = parse<EntityKind>(name);
        if (!kind) {
            row.fail(column, "expected one of " + std::string(accepted_names<EntityKind>()) + ", found \"" +
                                 name + "\"");
        }
        kinds.add(*kind);
    }
    return kinds;
}

bool read_flag(const LexiconTable::Row& row, std::string_view column) {
    const std::string_view value = row.required(column);
    if (value != "yes" && value != "no")
        row.fail(column, "expected yes or no, found \"" + std::string(value) + "\"");
    return value == "yes";
}

PartOfSpeech read_pos(const LexiconTable::Row& row) {
    const std::string_view pos = row.required("pos");
    if (pos == "verb" || pos == "aux") return PartOfSpeech::verb;
    if (pos == "noun") return PartOfSpeech::noun;
    if (pos == "adj" || pos == "adv") return PartOfSpeech::adjective;
    row.fail("pos", "expected verb, noun, adj, adv or aux, found \"" + std::string(pos) + "\"");
}

Slot read_slot(const std::string& name) {
    static constexpr std::array<std::pair<std::string_view, Slot::Kind>, 14> names{
        {{"subj", Slot::Kind::subject},
         {"obj", Slot::Kind::object},
         {"iobj", Slot::Kind::indirect_object},
         {"poss", Slot::Kind::possessive},
         {"adj", Slot::Kind::adjective},
         {"compound", Slot::Kind::compound},
         {"between", Slot::Kind::between},
         {"self", Slot::Kind::self},
         {"support", Slot::Kind::support},
         {"imposer", Slot::Kind::imposer},
         {"target", Slot::Kind::target},
         {"speaker", Slot::Kind::speaker},
         {"head", Slot::Kind::head},
         {"content", Slot::Kind::content}}};
    for (const auto& [word, kind] : names) {
        if (word == name) return {kind, {}};
    }
    return {Slot::Kind::adposition, name};
}

std::vector<Slot> read_slots(std::string_view list) {
    std::vector<Slot> slots;
    for (const std::string& name : split(list, ',')) slots.push_back(read_slot(name));
    return slots;
}

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 7> kTraits{{{"instrument", kInstrument},
                                                                            {"policy", kPolicy},
                                                                            {"agreement", kAgreement},
                                                                            {"pause", kPause},
                                                                            {"weak", kWeak},
                                                                            {"stand_in", kStandIn},
                                                                            {"none", kNoMeasure}}};

std::uint8_t measure_trait(std::string_view name) {
    for (const auto& [word, bit] : kTraits) {
        if (word == name) return bit;
    }
    return 0;
}

constexpr std::array<std::pair<std::string_view, Effect>, 8> kEffects{{{"actual", Effect::actual},
                                                                       {"planned", Effect::planned},
                                                                       {"threatened", Effect::threatened},
                                                                       {"possible", Effect::possible},
                                                                       {"requested", Effect::requested},
                                                                       {"averted", Effect::averted},
                                                                       {"halted", Effect::halted},
                                                                       {"negative", Effect::negative}}};

}  // namespace

Ontology::Ontology(const Lexicons& lexicons) {
    read_relations(lexicons / "relations.tsv");
    read_predicates(lexicons / "predicates.tsv");
    read_measures(lexicons / "measures.tsv");
    read_named_measures(lexicons / "named_measures.tsv");
    read_modality(lexicons / "modality.tsv");
    read_sentiment(lexicons / "sentiment.tsv");
}

void Ontology::read_relations(const LexiconFile& file) {
    const LexiconTable table(file, {"name", "from", "to", "symmetric", "structural", "meaning"});
    for (const auto& row : table.rows()) {
        RelationType type;
        type.name = row.required("name");
        if (relation(type.name)) row.fail("name", "the relation \"" + type.name + "\" stands twice");
        type.from = read_kinds(row, "from");
        type.to = read_kinds(row, "to");
        type.symmetric = read_flag(row, "symmetric");
        type.structural = read_flag(row, "structural");
        relations_.push_back(std::move(type));
    }
}

void Ontology::read_predicates(const LexiconFile& file) {
    const LexiconTable table(file, {"relation", "pos", "lemmas", "subject", "object", "other", "traits"});
    for (const auto& row : table.rows()) {
        PredicateEntry entry;
        const auto index = relation(row.required("relation"));
        if (!index) {
            row.fail("relation",
                     "expected a relation of relations.tsv, found \"" + std::string(row["relation"]) + "\"");
        }
        entry.relation = *index;
        entry.pos = read_pos(row);
        entry.subject = read_slots(row["subject"]);
        entry.object = read_slots(row["object"]);
        for (const std::string& role : split(row["other"], ';')) {
            const std::size_t equals = role.find('=');
            if (equals == std::string::npos) row.fail("other", "expected role=slots, found \"" + role + "\"");
            const std::string name = role.substr(0, equals);
            std::vector<Slot> slots = read_slots(std::string_view(role).substr(equals + 1));
            if (name == "counterparty") {
                entry.counterparty = std::move(slots);
            } else if (name == "instrument") {
                entry.instrument = std::move(slots);
            } else if (name == "topic") {
                entry.topic = std::move(slots);
            } else {
                row.fail("other", "expected counterparty, instrument or topic, found \"" + name + "\"");
            }
        }
        for (const std::string& trait : split(row["traits"], ',')) {
            if (const auto status = parse<Status>(trait)) {
                entry.status = status;
            } else if (trait == "negative") {
                entry.negative = true;
            } else if (trait == "weak") {
                entry.weak = true;
            } else if (trait == "praise" || trait == "blame") {
                entry.sentiment = trait == "praise" ? 1 : -1;
            } else if (trait == "bound") {
                entry.bound = true;
            } else if (trait == "announced") {
                entry.announced = true;
            } else if (const std::uint8_t bit = measure_trait(trait)) {
                entry.measure_traits |= bit;
            } else {
                row.fail("traits",
                         "expected a status, negative, weak, bound, praise, blame, announced or a trait of "
                         "measures, found \"" +
                             trait + "\"");
            }
        }
        for (const std::string& word : split(row.required("lemmas"), ' ')) {
            std::vector<std::string> parts = split(word, '_');
            if (parts.empty()) row.fail("lemmas", "expected a word, found \"" + word + "\"");
            PredicateEntry sense = entry;
            sense.lemma = parts.front();
            sense.particles.assign(parts.begin() + 1, parts.end());
            predicates_[{sense.pos, sense.lemma}].push_back(std::move(sense));
        }
    }
}

void Ontology::read_measures(const LexiconFile& file) {
    const LexiconTable table(file, {"family", "type", "traits", "lemmas"});
    for (const auto& row : table.rows()) {
        MeasureType type{std::string(row.required("family")), std::string(row.required("type")), 0};
        for (const std::string& trait : split(row["traits"], ',')) {
            const std::uint8_t bit = measure_trait(trait);
            if (bit == 0) {
                row.fail("traits",
                         "expected instrument, policy, agreement, pause, weak, stand_in or none, found \"" +
                             trait + "\"");
            }
            type.traits |= bit;
        }
        for (const std::string& lemma : split(row.required("lemmas"), ' ')) {
            if (!measures_.emplace(lemma, type).second) row.fail("lemmas", "\"" + lemma + "\" stands twice");
        }
    }
}

void Ontology::read_named_measures(const LexiconFile& file) {
    const LexiconTable table(file, {"name", "type", "aliases"});
    for (const auto& row : table.rows()) {
        NamedMeasure named{std::string(row.required("name")), std::string(row.required("type")), {}};
        for (const std::string_view alias : row.list("aliases")) named.aliases.emplace_back(alias);
        named_.push_back(std::move(named));
    }
}

void Ontology::read_sentiment(const LexiconFile& file) {
    const LexiconTable table(file, {"polarity", "lemmas"});
    for (const auto& row : table.rows()) {
        const std::string_view polarity = row.required("polarity");
        if (polarity != "positive" && polarity != "negative")
            row.fail("polarity", "expected positive or negative, found \"" + std::string(polarity) + "\"");
        for (std::string& lemma : split(row.required("lemmas"), ' '))
            sentiment_[std::move(lemma)] = polarity == "positive" ? 1 : -1;
    }
}

int Ontology::sentiment(std::string_view lemma) const {
    const auto found = sentiment_.find(lemma);
    return found == sentiment_.end() ? 0 : found->second;
}

void Ontology::read_modality(const LexiconFile& file) {
    const LexiconTable table(file, {"pos", "where", "effect", "lemmas"});
    for (const auto& row : table.rows()) {
        const std::string_view place = row.required("where");
        Embedding where = Embedding::complement;
        if (place == "mod") {
            where = Embedding::modifier;
        } else if (place == "aux") {
            where = Embedding::auxiliary;
        } else if (place != "comp") {
            row.fail("where", "expected comp, mod or aux, found \"" + std::string(place) + "\"");
        }
        Effect effect = Effect::none;
        for (const auto& [name, value] : kEffects) {
            if (name == row.required("effect")) effect = value;
        }
        if (effect == Effect::none) {
            row.fail("effect", "expected a status or negative, found \"" + std::string(row["effect"]) + "\"");
        }
        const PartOfSpeech pos = read_pos(row);
        for (std::string& lemma : split(row.required("lemmas"), ' ')) {
            modality_[{pos, where, std::move(lemma)}] = effect;
        }
    }
}

std::optional<std::size_t> Ontology::relation(std::string_view name) const {
    for (std::size_t i = 0; i < relations_.size(); ++i) {
        if (relations_[i].name == name) return i;
    }
    return std::nullopt;
}

const std::vector<PredicateEntry>& Ontology::predicates(PartOfSpeech pos, std::string_view lemma) const {
    static const std::vector<PredicateEntry> none;
    const auto found = predicates_.find({pos, std::string(lemma)});
    return found == predicates_.end() ? none : found->second;
}

const MeasureType* Ontology::measure_of_type(std::string_view type) const {
    // The words that name one by themselves come before those that need more.
    const MeasureType* found = nullptr;
    for (const auto& [lemma, known] : measures_) {
        if (known.type != type) continue;
        if ((known.traits & kWeak) == 0) return &known;
        if (found == nullptr) found = &known;
    }
    return found;
}

const MeasureType* Ontology::measure(std::string_view lemma) const {
    const auto found = measures_.find(lemma);
    return found == measures_.end() ? nullptr : &found->second;
}

Effect Ontology::effect(PartOfSpeech pos, Embedding where, std::string_view lemma) const {
    const auto found = modality_.find({pos, where, std::string(lemma)});
    return found == modality_.end() ? Effect::none : found->second;
}

}  // namespace claimgraph
