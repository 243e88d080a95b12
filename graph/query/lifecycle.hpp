// The life of a measure, step by step: announced, threatened, in force, raised, reduced, delayed, suspended,
// averted, ended, denied.
//
// Relation and status give the step, by the table of the statement format. Claims that tell of the same step
// (kind, doer, and rates and times as far as they are stated) are its evidence. A change in time makes a new
// step; whether speakers contradict each other is asked elsewhere (conflicts).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

struct LifecycleStep {
    enum class Kind : std::uint8_t {
        announced,
        threatened,
        in_force,
        raised,
        reduced,
        delayed,
        suspended,
        averted,
        ended,
        denied
    };
    Kind kind = Kind::announced;
    bool planned = false;  ///< announced to be raised, reduced, delayed, suspended or ended
    std::string relation;  ///< that the claims bear
    NodeIndex doer = 0;
    std::string date;    ///< ISO 8601: the time stated, else the first document's date; may be empty
    bool dated = false;  ///< the time is stated
    std::vector<std::string> rates;  ///< "20 percent", "from 25 percent", "to 10 percent"; sorted
    std::vector<const Claim*> claims;
};

/// "in force", "to be raised".
[[nodiscard]] std::string to_string(const LifecycleStep& step);

/// The step that a claim of an edge with this relation tells of; nothing for other relations, and for what is
/// only possible or requested.
[[nodiscard]] std::optional<LifecycleStep::Kind> step_of(std::string_view relation,
                                                         const Factuality& factuality);

/// The rates that a statement gives: role before value, but for a plain rate.
[[nodiscard]] std::vector<std::string> rates_of(const Statement& statement);

/// By date, then by kind. Empty for what is no measure.
[[nodiscard]] std::vector<LifecycleStep> lifecycle(const GraphView& view, NodeIndex measure);

}  // namespace claimgraph
