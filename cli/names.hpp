// Names that a user gives: of values and of nodes.
#pragma once

#include <string>
#include <vector>

#include "cli/usage_error.hpp"
#include "graph/claim_graph.hpp"
#include "graph/model/names.hpp"

namespace claimgraph::cli {

/// Throws UsageError where a name is none of the enumeration's.
template <class Enum>
std::vector<Enum> parse_names(const std::vector<std::string>& names, const std::string& option) {
    std::vector<Enum> out;
    out.reserve(names.size());
    for (const std::string& name : names) {
        const auto value = parse<Enum>(name);
        if (!value) {
            std::string message = option;
            message.append(": expected one of ").append(accepted_names<Enum>());
            message.append(", found '").append(name).append("'");
            throw UsageError(message);
        }
        out.push_back(*value);
    }
    return out;
}

/// The message that no node of the graph bears the name, with the nearest names.
[[nodiscard]] std::string unknown_name(const ClaimGraph& graph, const std::string& graph_name,
                                       const std::string& name);

}  // namespace claimgraph::cli
