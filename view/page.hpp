// The web page that shows a graph, embedded in the program when it is built with CLAIMGRAPH_VIEW.
#pragma once

#include <string_view>

namespace claimgraph {

/// The page before and after the place of the graph's JSON; empty where the program was built without it.
struct ViewPage {
    std::string_view before_graph;
    std::string_view after_graph;
};

[[nodiscard]] ViewPage view_page();

}  // namespace claimgraph
