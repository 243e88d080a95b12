// Names as people compare them, and the stable ids made of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/entity.hpp"

namespace claimgraph {

/// A name without regard to case, compatibility forms, typographic quotes and dashes, and runs of white space
/// (Unicode NFKC_Casefold, UAX #31, and then white space collapsed). Ill-formed UTF-8 becomes U+FFFD.
[[nodiscard]] std::string fold_name(std::string_view name);

/// Letters, digits and marks of a folded name, other characters replaced by single hyphens; apostrophes are
/// dropped. A name without letters and digits gives its code points in hexadecimal. Never empty.
[[nodiscard]] std::string slug(std::string_view folded_name);

/// What makes an entity the same one: its id when it has one, else kind and name.
struct EntityKey {
    EntityKind kind = EntityKind::topic;
    bool by_id = false;
    std::string text;  ///< the id, or the folded name
    auto operator<=>(const EntityKey&) const = default;
};

[[nodiscard]] EntityKey entity_key(const Entity& entity);

/// A node id for each key: `kind:id` or `kind:slug`. Where two names have the same slug, those that the slug
/// does not spell exactly get a suffix made of a hash of the name; a name whose slug is an id that is used
/// belongs to that id. The result depends on the set of keys only. `keys` must be sorted and without
/// repetition.
[[nodiscard]] std::vector<std::string> assign_node_ids(std::span<const EntityKey> keys);

}  // namespace claimgraph
