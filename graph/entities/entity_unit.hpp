// What entity resolution puts together: the forms in which documents write an entity, and what they say of
// each form.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/entity.hpp"

namespace claimgraph {

/// What stands before the document's id in `parties`.
inline constexpr std::string_view own_document = "document:";

inline constexpr std::uint32_t no_unit = std::numeric_limits<std::uint32_t>::max();

/// Entities that are written alike. A measure is also told by when it began, as far as a document says: one
/// of the same name some years later is another unit.
struct EntityUnit {
    EntityKind kind = EntityKind::topic;
    std::string id;    ///< or empty
    std::string name;  ///< canonical name that the statements give
    std::string type;  ///< or empty
    /// Of a measure, YYYY-MM or YYYY: its start, else the document's date; or empty.
    std::string period;
    /// Of a measure: the keys of its imposers, else of those who change it, `>`, and those of its targets.
    /// One of which a document tells neither these nor goods, and which has no name of its own, is known in
    /// that document only: `document:` and its id.
    std::string parties;
    auto operator<=>(const EntityUnit&) const = default;
};

enum class UnitFeature : std::uint8_t {
    occurrence,   ///< an end of a statement
    alias,        ///< `text`: a mention that differs from the name and has no antecedent
    affiliation,  ///< of an actor; `other`: to whom it belongs
    imposer,      ///< of a measure; `other`: who imposes it
    handler,      ///< of a measure; `other`: who raises, reduces, delays, suspends or removes it
    target,       ///< of a measure; `other`: whom it is aimed at
    goods,        ///< of a measure; `other`: what it covers
    rate,         ///< of a measure; `text`: a rate with its unit
    started,      ///< of a measure; `text`: the month in which it is said to have begun
    ended,        ///< of a measure; `text`: the month in which it is said to have ended
    voice         ///< the source of a statement
};

/// Whether a measure's name is a name of its own: three words or more besides "of", "and" and the like, all
/// with capitals, or capitals throughout ("NAFTA").
[[nodiscard]] bool is_proper_name(std::string_view name);

struct UnitUse {
    std::uint32_t unit = 0;
    UnitFeature feature = UnitFeature::occurrence;
    std::uint32_t other = no_unit;
    std::string text;
    auto operator<=>(const UnitUse&) const = default;
};

struct CountedUse {
    UnitUse use;
    std::size_t count = 0;
};

}  // namespace claimgraph
