// Speakers as nodes: the country or actor of a view that bears a speaker's name, or else a node of its own.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

class Speakers {
  public:
    explicit Speakers(const GraphView& view);

    /// The node id of a claim's speaker; empty where the claim has none. Names are compared folded, labels
    /// before aliases.
    [[nodiscard]] std::string_view id_of(const Claim& claim) const;
    /// Id and name of those who are no nodes of the view, by folded name.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& others() const { return others_; }

  private:
    std::map<std::string, std::string> id_of_name_;  ///< by folded name
    std::vector<std::pair<std::string, std::string>> others_;
};

}  // namespace claimgraph
