// "Sanctioned Norland" and "imposed sanctions on Norland" are one fact: a verb that has a measure in it.
#pragma once

#include <span>
#include <vector>

#include "graph/model/statement.hpp"

namespace claimgraph {

/// Statements as the graph files them. One that an actor or country restricts something by such a verb
/// ("sanction", "embargo") becomes two, which the same words state: that it imposes a measure of that name,
/// and that the measure targets or covers the thing. Empty where none is such.
[[nodiscard]] std::vector<Statement> unfold_measure_verbs(std::span<const Statement> statements);

}  // namespace claimgraph
