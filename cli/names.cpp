#include "cli/names.hpp"

#include <string_view>

#include "graph/query/neighbours.hpp"

namespace claimgraph::cli {

std::string unknown_name(const ClaimGraph& graph, const std::string& graph_name, const std::string& name) {
    std::string message = graph_name + ": no node is named '" + name + "'";
    std::string_view separator = "; nearest are ";
    for (const std::string& near : nearest_names(graph, name, 3)) {
        message.append(separator).append("'" + near + "'");
        separator = ", ";
    }
    return message;
}

}  // namespace claimgraph::cli
