// What the commands that ask a graph have in common: the graph, and which claims count.
#pragma once

#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "graph/query/graph_view.hpp"

namespace claimgraph::cli {

/// The nodes of this name. Throws Error that suggests the nearest names where there is none.
[[nodiscard]] std::vector<NodeIndex> nodes_named(const ClaimGraph& graph, const std::string& graph_name,
                                                 const std::string& name);

/// --relation, --since and --until.
class ClaimOptions {
  public:
    void configure(CLI::App& app);
    /// Throws UsageError.
    [[nodiscard]] ClaimFilter filter(const ClaimGraph& graph) const;

  private:
    std::vector<std::string> relations_;
    std::string since_;
    std::string until_;
};

}  // namespace claimgraph::cli
