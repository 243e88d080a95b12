// Which units are the same entity, across documents, and why.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/entities/entity_unit.hpp"

namespace claimgraph {

struct ResolvedEntity {
    std::string id;     ///< of the node: `country:CHN`, `actor:jane-doe`
    std::string label;  ///< the name that most mentions bear
    EntityKind kind = EntityKind::topic;
    std::string type;
    std::vector<std::string> aliases;  ///< sorted, without the label
    bool operator==(const ResolvedEntity&) const = default;
};

struct Resolution {
    std::vector<ResolvedEntity> entities;       ///< by id
    std::vector<std::uint32_t> entity_of_unit;  ///< index in `entities`
};

/// `uses` in any order, each unit, feature, other and text at most once. The result depends on the set of
/// units with their uses, not on their order.
[[nodiscard]] Resolution resolve_entities(std::span<const EntityUnit> units,
                                          std::span<const CountedUse> uses);

}  // namespace claimgraph
