#include "ingest/nlp/network/spanning_tree.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace claimgraph::nlp::network {

namespace {

using Weight = std::int64_t;
constexpr Weight kForbidden = std::numeric_limits<Weight>::min() / 4;

/// Arc weights of a graph whose node 0 is the root.
struct Graph {
    std::size_t nodes;
    std::vector<Weight> weights;
    explicit Graph(std::size_t n) : nodes(n), weights(n * n, kForbidden) {}
    [[nodiscard]] Weight& at(std::size_t dependent, std::size_t head) {
        return weights[dependent * nodes + head];
    }
    [[nodiscard]] Weight at(std::size_t dependent, std::size_t head) const {
        return weights[dependent * nodes + head];
    }
};

/// The nodes of one cycle of `head`, or none.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& head) {
    std::vector<std::size_t> seen(head.size(), 0);  // 0 unseen, otherwise the walk that saw it
    for (std::size_t start = 1; start < head.size(); ++start) {
        std::size_t v = start;
        while (v != 0 && seen[v] == 0) {
            seen[v] = start;
            v = head[v];
        }
        if (v == 0 || seen[v] != start) continue;
        std::vector<std::size_t> cycle{v};
        for (std::size_t u = head[v]; u != v; u = head[u]) cycle.push_back(u);
        return cycle;
    }
    return {};
}

std::vector<std::size_t> arborescence(const Graph& g) {
    std::vector<std::size_t> head(g.nodes, 0);
    for (std::size_t d = 1; d < g.nodes; ++d)
        for (std::size_t h = 1; h < g.nodes; ++h)
            if (g.at(d, h) > g.at(d, head[d])) head[d] = h;
    const std::vector<std::size_t> cycle = find_cycle(head);
    if (cycle.empty()) return head;

    std::vector<bool> inside(g.nodes);
    for (const std::size_t v : cycle) inside[v] = true;
    std::vector<std::size_t> outer;  // node of the contracted graph -> node of this one; the cycle comes last
    for (std::size_t v = 0; v < g.nodes; ++v)
        if (!inside[v]) outer.push_back(v);
    const std::size_t merged = outer.size();
    Graph contracted(merged + 1);
    std::vector<std::size_t> entered(merged), left(merged);
    for (std::size_t a = 0; a < merged; ++a) {
        for (std::size_t b = 0; b < merged; ++b) contracted.at(a, b) = g.at(outer[a], outer[b]);
        entered[a] = cycle.front();
        left[a] = cycle.front();
        for (const std::size_t v : cycle) {
            const Weight enter = g.at(v, outer[a]) - g.at(v, head[v]);
            if (enter > contracted.at(merged, a)) {
                contracted.at(merged, a) = enter;
                entered[a] = v;
            }
            if (g.at(outer[a], v) > contracted.at(a, merged)) {
                contracted.at(a, merged) = g.at(outer[a], v);
                left[a] = v;
            }
        }
    }
    const std::vector<std::size_t> solved = arborescence(contracted);
    for (std::size_t a = 1; a < merged; ++a)
        head[outer[a]] = solved[a] == merged ? left[a] : outer[solved[a]];
    head[entered[solved[merged]]] = outer[solved[merged]];
    return head;
}

}  // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
    if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
    // A walk upwards that is longer than the sentence runs in a circle; walks stop at words known to be good.
    std::vector<bool> good(heads.size());
    for (std::size_t start = 0; start < heads.size(); ++start) {
        std::size_t v = start;
        std::size_t steps = 0;
        while (!good[v] && heads[v] != 0) {
            if (heads[v] > heads.size() || ++steps > heads.size()) return false;
            v = heads[v] - 1;
        }
        for (std::size_t u = start; !good[u]; u = heads[u] - 1) {
            good[u] = true;
            if (heads[u] == 0) break;
        }
    }
    return true;
}

void best_tree(std::span<const std::int32_t> scores, std::size_t n, std::span<std::uint32_t> heads) {
    const std::size_t width = n + 1;
    std::int32_t lowest = std::numeric_limits<std::int32_t>::max();
    std::int32_t highest = std::numeric_limits<std::int32_t>::min();
    for (std::size_t d = 0; d < n; ++d) {
        const std::int32_t* row = scores.data() + d * width;
        std::size_t best = 0;
        for (std::size_t h = 0; h < width; ++h) {
            if (h == d + 1) continue;
            if (row[h] > row[best]) best = h;
            lowest = std::min(lowest, row[h]);
            highest = std::max(highest, row[h]);
        }
        heads[d] = static_cast<std::uint32_t>(best);
    }
    if (is_tree(heads)) return;

    // A second arc from the root costs more than any choice of the other heads can gain.
    const Weight cost = (static_cast<Weight>(highest) - lowest + 1) * static_cast<Weight>(width);
    Graph g(width);
    for (std::size_t d = 0; d < n; ++d)
        for (std::size_t h = 0; h < width; ++h)
            if (h != d + 1) g.at(d + 1, h) = scores[d * width + h] - (h == 0 ? cost : 0);
    const std::vector<std::size_t> head = arborescence(g);
    for (std::size_t d = 0; d < n; ++d) heads[d] = static_cast<std::uint32_t>(head[d + 1]);
}

}  // namespace claimgraph::nlp::network
