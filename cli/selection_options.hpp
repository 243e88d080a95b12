// The options that select a part of a graph.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "graph/query/graph_view.hpp"

namespace claimgraph::cli {

class SelectionOptions {
  public:
    SelectionOptions() = default;
    SelectionOptions(const SelectionOptions&) = delete;
    SelectionOptions& operator=(const SelectionOptions&) = delete;

    void configure(CLI::App& app);

    /// The graph to select from: rolled up where that is asked for.
    [[nodiscard]] ClaimGraph prepare(ClaimGraph graph) const;

    /// Throws UsageError where an option's value is none of its kind, and Error where `--around` names no
    /// node of the graph, which `graph_name` is the name of.
    [[nodiscard]] GraphView select(const ClaimGraph& graph, const std::string& graph_name) const;

  private:
    [[nodiscard]] GraphView believed_then(const GraphView& view) const;

    std::vector<std::string> relations_;
    std::vector<std::string> kinds_;
    std::vector<std::string> statuses_;
    std::vector<std::string> sources_;
    std::string since_;
    std::string until_;
    std::string as_of_;
    double min_belief_ = 0;
    double min_confidence_ = 0;
    bool roll_up_ = false;
    std::string around_;
    std::size_t depth_ = 1;
};

}  // namespace claimgraph::cli
