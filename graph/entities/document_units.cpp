#include "graph/entities/document_units.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "graph/entities/months.hpp"
#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

using Role = StatementSketch::Role;

/// An imposition that is said to be more than this many months away from the measure's own start is one of
/// another measure of the same name.
constexpr int months_of_one_measure = 12;

Role role_of(std::string_view relation) {
    constexpr std::array<std::pair<std::string_view, Role>, 9> table{
        {{"imposes", Role::imposes},
         {"removes", Role::removes},
         {"raises", Role::changes},
         {"reduces", Role::changes},
         {"delays", Role::changes},
         {"suspends", Role::changes},
         {"targets", Role::targets},
         {"covers", Role::covers},
         {"affiliated_with", Role::affiliation}}};
    const auto* at =
        std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == relation; });
    return at == table.end() ? Role::other : at->second;
}

bool is_fact(const Factuality& factuality) {
    return factuality == Factuality{Status::actual, Polarity::positive};
}

std::string rates_of(const Statement& statement) {
    std::string out;
    for (const Quantity& quantity : statement.quantities) {
        if (quantity.role != QuantityRole::rate && quantity.role != QuantityRole::from &&
            quantity.role != QuantityRole::to)
            continue;
        std::array<char, 32> number{};
        const auto end = std::to_chars(number.data(), number.data() + number.size(), quantity.value).ptr;
        if (!out.empty()) out.push_back('\n');
        out.append(number.data(), end);
        if (!quantity.unit.empty()) out.append(" ").append(quantity.unit);
    }
    return out;
}

}  // namespace

bool is_proper_name(std::string_view name) {
    constexpr std::array<std::string_view, 8> small{"of", "and", "the", "on", "for", "in", "to", "with"};
    std::size_t words = 0;
    bool capitals = true;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string_view word = name.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty() || std::find(small.begin(), small.end(), word) != small.end()) continue;
        if (word.front() < 'A' || word.front() > 'Z') return false;
        ++words;
        capitals = capitals && word.size() > 1 &&
                   std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    }
    return words >= 3 ? !capitals : words == 1 && capitals;
}

SketchTable::SketchTable() {
    intern_text({});
}

std::uint32_t SketchTable::intern_text(std::string_view text) {
    const auto [at, added] =
        text_of_value_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
    if (added) {
        texts_.emplace_back(text);
        weight_ += 2 * text.size() + 128;
    }
    return at->second;
}

std::uint32_t SketchTable::intern_surface(const Entity& entity) {
    key_.assign(1, static_cast<char>(entity.kind));
    for (const std::string* part : {&entity.id, &entity.name, &entity.type}) {
        key_ += *part;
        key_.push_back('\0');
    }
    const auto [at, added] = surface_of_key_.try_emplace(key_, static_cast<std::uint32_t>(surfaces_.size()));
    if (added) {
        const EntityKey key = entity_key(entity);
        surfaces_.push_back({entity.kind, entity.id, entity.name, entity.type,
                             intern_text((key.by_id ? "i" : "n") + key.text)});
        weight_ += 2 * key_.size() + 256;
    }
    return at->second;
}

std::uint32_t SketchTable::intern_alias(const Entity& entity) {
    // Pronouns and descriptions, which have an antecedent, are no names.
    if (!entity.mention || entity.antecedent || *entity.mention == entity.name) return 0;
    return intern_text(*entity.mention);
}

StatementSketch SketchTable::sketch(const Statement& statement) {
    StatementSketch out;
    out.subject = intern_surface(statement.subject);
    out.object = intern_surface(statement.object);
    out.subject_alias = intern_alias(statement.subject);
    out.object_alias = intern_alias(statement.object);
    if (!statement.attribution.empty() && !statement.attribution.front().source.name.empty()) {
        out.speaker = intern_surface(statement.attribution.front().source);
        out.speaker_alias = intern_alias(statement.attribution.front().source);
    }
    out.role = role_of(statement.relation);
    out.factuality = statement.factuality;
    if (statement.time) out.time = intern_text(statement.time->value);
    if (statement.object.kind == EntityKind::measure) out.rates = intern_text(rates_of(statement));
    return out;
}

DocumentUnits SketchTable::units(std::string_view document_id, std::string_view document_date,
                                 std::span<const StatementSketch> sketches) const {
    const std::optional<int> now = month_number(document_date);
    const auto imposed = [&](const StatementSketch& sketch) {
        const bool start = sketch.role == Role::imposes && is_fact(sketch.factuality) &&
                           surfaces_[sketch.object].kind == EntityKind::measure;
        return start ? month_text(texts_[sketch.time]) : std::string();
    };
    // The start of each measure: of those that are said, the one nearest to the document's date.
    std::map<std::uint32_t, std::string> start_of;
    for (const StatementSketch& sketch : sketches) {
        const std::string month = imposed(sketch);
        if (month.empty()) continue;
        const auto [at, added] = start_of.try_emplace(surfaces_[sketch.object].identity, month);
        const auto rank = [&](const std::string& text) {
            const int value = *month_number(text);
            return std::make_pair(now ? std::abs(value - *now) : -value, text);
        };
        if (!added && rank(month) < rank(at->second)) at->second = month;
    }

    struct Parties {
        std::set<std::string> imposers;
        std::set<std::string> handlers;
        std::set<std::string> targets;
        bool goods = false;
    };
    std::map<std::uint32_t, Parties> parties_of;
    for (const StatementSketch& sketch : sketches) {
        const Surface& subject = surfaces_[sketch.subject];
        const Surface& object = surfaces_[sketch.object];
        const auto key = [&](const Surface& surface) { return texts_[surface.identity].substr(1); };
        if (object.kind == EntityKind::measure && subject.kind != EntityKind::measure) {
            if (sketch.role == Role::imposes) parties_of[object.identity].imposers.insert(key(subject));
            if (sketch.role == Role::removes || sketch.role == Role::changes)
                parties_of[object.identity].handlers.insert(key(subject));
        }
        if (subject.kind != EntityKind::measure) continue;
        if (sketch.role == Role::targets) parties_of[subject.identity].targets.insert(key(object));
        if (sketch.role == Role::covers) parties_of[subject.identity].goods = true;
    }
    const auto parties_text = [&](const Surface& surface) -> std::string {
        if (is_proper_name(surface.name)) return {};
        const Parties& parties = parties_of[surface.identity];
        const auto& doers = parties.imposers.empty() ? parties.handlers : parties.imposers;
        if (doers.empty() && parties.targets.empty()) {
            if (parties.goods) return {};
            return std::string(own_document).append(document_id);
        }
        const auto joined = [](const std::set<std::string>& keys) {
            std::string text;
            for (const std::string& part : keys) text.append(text.empty() ? "" : "|").append(part);
            return text;
        };
        return joined(doers) + ">" + joined(parties.targets);
    };

    DocumentUnits out;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> unit_of;
    const auto unit = [&](std::uint32_t index, const std::string& own_start) {
        const Surface& surface = surfaces_[index];
        std::string period;
        std::string parties;
        if (surface.kind == EntityKind::measure) {
            parties = parties_text(surface);
            const auto start = start_of.find(surface.identity);
            period = start == start_of.end() ? month_text(document_date) : start->second;
            if (!own_start.empty() &&
                std::abs(*month_number(own_start) - *month_number(period)) > months_of_one_measure)
                period = own_start;
        }
        const auto [at, added] =
            unit_of.try_emplace({index, period}, static_cast<std::uint32_t>(out.units.size()));
        if (added)
            out.units.push_back({surface.kind, surface.id, surface.name, surface.type, period, parties});
        return at->second;
    };
    for (const StatementSketch& sketch : sketches) {
        const std::string start = imposed(sketch);
        const std::uint32_t subject = unit(sketch.subject, {});
        const std::uint32_t object = unit(sketch.object, start);
        const std::uint32_t speaker =
            sketch.speaker == StatementSketch::no_speaker ? no_unit : unit(sketch.speaker, {});
        out.parts.push_back({subject, object, speaker});
        const auto use = [&](std::uint32_t of, UnitFeature feature, std::uint32_t other, std::string text) {
            out.uses.push_back({of, feature, other, std::move(text)});
        };
        use(subject, UnitFeature::occurrence, no_unit, {});
        use(object, UnitFeature::occurrence, no_unit, {});
        if (speaker != no_unit) use(speaker, UnitFeature::voice, no_unit, {});
        if (sketch.subject_alias) use(subject, UnitFeature::alias, no_unit, texts_[sketch.subject_alias]);
        if (sketch.object_alias) use(object, UnitFeature::alias, no_unit, texts_[sketch.object_alias]);
        if (sketch.speaker_alias) use(speaker, UnitFeature::alias, no_unit, texts_[sketch.speaker_alias]);
        const bool positive = sketch.factuality.polarity == Polarity::positive;
        if (sketch.role == Role::affiliation && positive) use(subject, UnitFeature::affiliation, object, {});
        if (sketch.role == Role::targets) use(subject, UnitFeature::target, object, {});
        if (sketch.role == Role::covers) use(subject, UnitFeature::goods, object, {});
        if (out.units[object].kind != EntityKind::measure) continue;
        if (sketch.role == Role::imposes) use(object, UnitFeature::imposer, subject, {});
        if (sketch.role == Role::removes || sketch.role == Role::changes)
            use(object, UnitFeature::handler, subject, {});
        if (!start.empty()) use(object, UnitFeature::started, no_unit, start);
        if (sketch.role == Role::removes && is_fact(sketch.factuality)) {
            const std::string when = sketch.time ? texts_[sketch.time] : std::string(document_date);
            if (const std::string month = month_text(when); !month.empty())
                use(object, UnitFeature::ended, no_unit, month);
        }
        if (sketch.role != Role::other) {
            const std::string_view rates = texts_[sketch.rates];
            for (std::size_t begin = 0; begin < rates.size();) {
                const std::size_t end = std::min(rates.find('\n', begin), rates.size());
                use(object, UnitFeature::rate, no_unit, std::string(rates.substr(begin, end - begin)));
                begin = end + 1;
            }
        }
    }
    return out;
}

}  // namespace claimgraph
