// Which units are the same entity, across documents, and why.
//
// Units meet in blocks (an id, a folded name, initials, a surname, a ministry's words and its country, a
// measure's doer and words), so that the work grows with the number of units, but for sorting. Each union
// names its rule and its evidence. Rules, in this order:
//
//   same        the user's alias file says so (`apart` forbids all rules below)
//   id, name    the same id; the same name without regard to case
//   lexicon     names of one entry of the lexicons
//   person      full names that differ in middle names or initials
//   body        bodies, groups and goods of the same words in any order, and of the same country
//   acronym     the initials of one body only
//   mention     a name of which documents tell that it stands for one other person or body only
//   surname     the only person of that surname who is affiliated with the same country
//   lifetime    measures of one name: one of one imposer and target until, after a year of silence or an end,
//               one is imposed anew
//   measure     measures of one type, imposer and words (country words and goods), whose rates do not
//               contradict each other, with no year between them
//   rate        measures of one type, imposer, target and rate, whose goods do not contradict each other,
//   with
//               no year between them
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/entities/entity_unit.hpp"
#include "graph/entities/name_rules.hpp"

namespace claimgraph {

struct ResolvedEntity {
    std::string id;     ///< of the node: `country:CHN`, `actor:jane-doe`
    std::string label;  ///< the name that most mentions bear
    EntityKind kind = EntityKind::topic;
    std::string type;
    std::vector<std::string> aliases;  ///< sorted, without the label
    bool speaks_only = false;          ///< the source of statements, and the end of none: no node
    bool operator==(const ResolvedEntity&) const = default;
};

/// Why a unit belongs to its entity.
struct Reason {
    std::string rule;
    std::string evidence;
    bool operator==(const Reason&) const = default;
};

struct Resolution {
    std::vector<ResolvedEntity> entities;       ///< by id
    std::vector<std::uint32_t> entity_of_unit;  ///< index in `entities`
    std::vector<Reason> reason_of_unit;
};

/// `uses` in any order, each unit, feature, other and text at most once. The result depends on the set of
/// units with their uses, not on their order.
[[nodiscard]] Resolution resolve_entities(std::span<const EntityUnit> units, std::vector<CountedUse> uses,
                                          const NameRules& rules);

}  // namespace claimgraph
