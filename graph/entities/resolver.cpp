#include "graph/entities/resolver.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

/// The value that most bear; of equals the smallest.
std::string most_frequent(const std::map<std::string, std::size_t>& counts) {
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string() : best->first;
}

EntityKey key_of(const EntityUnit& unit) {
    Entity entity;
    entity.kind = unit.kind;
    entity.id = unit.id;
    entity.name = unit.name;
    return entity_key(entity);
}

}  // namespace

Resolution resolve_entities(std::span<const EntityUnit> units, std::span<const CountedUse> uses) {
    std::vector<EntityKey> key_of_unit;
    key_of_unit.reserve(units.size());
    for (const EntityUnit& unit : units) key_of_unit.push_back(key_of(unit));
    std::vector<EntityKey> keys = key_of_unit;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    const std::vector<std::string> ids = assign_node_ids(keys);

    struct Names {
        std::map<std::string, std::size_t> names;
        std::map<std::string, std::size_t> types;
        std::set<std::string> aliases;
        EntityKind kind = EntityKind::topic;
    };
    std::map<std::string, Names> entities;
    std::vector<Names*> names_of_unit(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto at = std::lower_bound(keys.begin(), keys.end(), key_of_unit[i]);
        Names& names = entities[ids[static_cast<std::size_t>(at - keys.begin())]];
        names.kind = units[i].kind;
        names.aliases.insert(units[i].name);
        names_of_unit[i] = &names;
    }
    for (const CountedUse& counted : uses) {
        const EntityUnit& unit = units[counted.use.unit];
        Names& names = *names_of_unit[counted.use.unit];
        if (counted.use.feature == UnitFeature::alias) names.aliases.insert(counted.use.text);
        if (counted.use.feature != UnitFeature::occurrence) continue;
        names.names[unit.name] += counted.count;
        if (!unit.type.empty()) names.types[unit.type] += counted.count;
    }
    Resolution out;
    std::map<const Names*, std::uint32_t> index_of;
    for (auto& [id, names] : entities) {
        index_of[&names] = static_cast<std::uint32_t>(out.entities.size());
        ResolvedEntity entity;
        entity.id = id;
        entity.label = most_frequent(names.names);
        entity.kind = names.kind;
        entity.type = most_frequent(names.types);
        names.aliases.erase(entity.label);
        entity.aliases.assign(names.aliases.begin(), names.aliases.end());
        out.entities.push_back(std::move(entity));
    }
    for (const Names* names : names_of_unit) out.entity_of_unit.push_back(index_of.at(names));
    return out;
}

}  // namespace claimgraph
