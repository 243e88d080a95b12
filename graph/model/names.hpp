// The words that the statement format uses for the model's enumerations.
#pragma once

#include <optional>
#include <string_view>

#include "graph/model/attribution.hpp"
#include "graph/model/document.hpp"
#include "graph/model/entity.hpp"
#include "graph/model/factuality.hpp"
#include "graph/model/quantity.hpp"

namespace claimgraph {

[[nodiscard]] std::string_view to_string(EntityKind kind);
[[nodiscard]] std::string_view to_string(Status status);
[[nodiscard]] std::string_view to_string(Polarity polarity);
[[nodiscard]] std::string_view to_string(AttributionType type);
[[nodiscard]] std::string_view to_string(QuantityRole role);
[[nodiscard]] std::string_view to_string(Voice voice);

/// The value that `name` spells, or nothing. Exact, lower case.
template <class Enum>
[[nodiscard]] std::optional<Enum> parse(std::string_view name);

/// The accepted names of an enumeration, joined by ", ", for messages.
template <class Enum>
[[nodiscard]] std::string_view accepted_names();

}  // namespace claimgraph
