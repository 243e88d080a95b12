#include "graph/query/paths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

namespace claimgraph {
namespace {

/// An edge of no belief at all still leads somewhere.
constexpr double least_belief = 1e-6;

struct Link {
    EdgeIndex edge;
    NodeIndex other;
    bool forwards;
    double cost;
};

/// Dijkstra over (node, edges so far), which a bound on the length asks for.
Path cheapest(const GraphView& view, const std::vector<NodeIndex>& from, const std::vector<NodeIndex>& to,
              std::size_t max_length, const auto& cost_of) {
    const std::size_t count = view.graph().nodes().size();
    std::vector<std::vector<Link>> links(count);
    for (const GraphView::ViewEdge& view_edge : view.edges()) {
        const Edge& edge = view.edge(view_edge);
        if (edge.source == edge.target) continue;
        const double cost = cost_of(view_edge);
        links[edge.source].push_back({view_edge.edge, edge.target, true, cost});
        links[edge.target].push_back({view_edge.edge, edge.source, false, cost});
    }
    struct State {
        double cost;
        std::size_t length;
        NodeIndex node;
        auto operator<=>(const State&) const = default;
    };
    struct Arrival {
        std::size_t length;
        double cost;
        PathStep step;
        NodeIndex before;
    };
    std::set<NodeIndex> goals(to.begin(), to.end());
    // Arrivals at a node, each longer and cheaper than the one before.
    std::vector<std::map<std::size_t, Arrival>> arrivals(count);
    std::priority_queue<State, std::vector<State>, std::greater<>> queue;
    for (const NodeIndex node : from) {
        arrivals[node].try_emplace(0, Arrival{0, 0, {}, node});
        queue.push({0, 0, node});
    }
    while (!queue.empty()) {
        const State state = queue.top();
        queue.pop();
        const auto held = arrivals[state.node].find(state.length);
        if (held == arrivals[state.node].end() || held->second.cost < state.cost) continue;
        if (goals.contains(state.node)) {
            Path path;
            NodeIndex node = state.node;
            for (std::size_t length = state.length; length > 0; --length) {
                const Arrival& arrival = arrivals[node].at(length);
                path.push_back(arrival.step);
                node = arrival.before;
            }
            std::reverse(path.begin(), path.end());
            return path;
        }
        if (state.length == max_length) continue;
        for (const Link& link : links[state.node]) {
            const std::size_t length = state.length + 1;
            const double cost = state.cost + link.cost;
            auto& known = arrivals[link.other];
            const bool worse = std::any_of(known.begin(), known.upper_bound(length),
                                           [&](const auto& arrival) { return arrival.second.cost <= cost; });
            if (worse) continue;
            known.insert_or_assign(length, Arrival{length, cost, {link.edge, link.forwards}, state.node});
            queue.push({cost, length, link.other});
        }
    }
    return {};
}

}  // namespace

Path shortest_path(const GraphView& view, const std::vector<NodeIndex>& from,
                   const std::vector<NodeIndex>& to, std::size_t max_length) {
    return cheapest(view, from, to, max_length, [](const GraphView::ViewEdge&) { return 1.0; });
}

Path best_path(const GraphView& view, const std::vector<NodeIndex>& from, const std::vector<NodeIndex>& to,
               std::size_t max_length) {
    return cheapest(view, from, to, max_length, [&](const GraphView::ViewEdge& edge) {
        return -std::log(std::clamp(view.summary(edge).belief, least_belief, 1.0)) + 1e-9;
    });
}

}  // namespace claimgraph
