#include "ingest/nlp/network/spanning_tree.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace claimgraph::nlp::network {

namespace {

using Weight = std::int64_t;
constexpr Weight kForbidden = std::numeric_limits<Weight>::min() / 4;

/// The best arborescence of a dense graph whose node 0 is the root, by contraction in place (Tarjan 1977;
/// with the expansion of Camerini, Fratta and Maffioli 1979): O(n^2) in all, as contracting a cycle of k
/// nodes takes O(k n) and leaves k - 1 nodes fewer.
class Arborescence {
  public:
    explicit Arborescence(std::size_t nodes)
        : nodes_(nodes), weights_(nodes * nodes, kForbidden), arcs_(nodes * nodes) {
        for (std::size_t d = 0; d < nodes; ++d)
            for (std::size_t h = 0; h < nodes; ++h)
                arcs_[d * nodes + h] = {static_cast<std::uint32_t>(d), static_cast<std::uint32_t>(h)};
    }

    [[nodiscard]] Weight& weight(std::size_t dependent, std::size_t head) {
        return weights_[dependent * nodes_ + head];
    }

    /// Each node's head; that of the root means nothing.
    [[nodiscard]] std::vector<std::size_t> solve() {
        node_of_.resize(nodes_);
        alive_.assign(nodes_, true);
        for (std::size_t slot = 0; slot < nodes_; ++slot) node_of_[slot] = add_node();
        enum : std::uint8_t { fresh, on_path, done };
        std::vector<std::uint8_t> state(nodes_, fresh);
        state[0] = done;
        std::vector<std::size_t> path;
        for (std::size_t start = 1; start < nodes_; ++start) {
            if (!alive_[start] || state[start] != fresh) continue;
            path.assign(1, start);
            state[start] = on_path;
            while (true) {
                const std::size_t slot = path.back();
                const std::size_t head = choose(slot);
                if (state[head] == done) break;
                if (state[head] == fresh) {
                    state[head] = on_path;
                    path.push_back(head);
                    continue;
                }
                const auto first = std::find(path.begin(), path.end(), head);
                contract({first, path.end()});
                path.erase(first + 1, path.end());
            }
            for (const std::size_t slot : path) state[slot] = done;
        }
        return expand();
    }

  private:
    struct Arc {
        std::uint32_t dependent = 0;
        std::uint32_t head = 0;
    };
    static constexpr std::size_t kTop = std::numeric_limits<std::size_t>::max();

    std::size_t add_node() {
        chosen_.emplace_back();
        around_.push_back(kTop);
        parts_.emplace_back();
        return chosen_.size() - 1;
    }

    /// The slot of the best head, of equal ones the first.
    std::size_t choose(std::size_t slot) {
        std::size_t best = slot == 0 ? 1 : 0;
        for (std::size_t h = 0; h < nodes_; ++h)
            if (alive_[h] && h != slot && weights_[slot * nodes_ + h] > weights_[slot * nodes_ + best])
                best = h;
        chosen_[node_of_[slot]] = arcs_[slot * nodes_ + best];
        return best;
    }

    /// Makes one node, in the first one's slot, of a cycle: each node's head is the next one, the last one's
    /// the first.
    void contract(const std::vector<std::size_t>& cycle) {
        const std::size_t into = cycle.front();
        const std::size_t merged = add_node();
        std::vector<Weight> given_up(cycle.size());
        for (std::size_t k = 0; k < cycle.size(); ++k) {
            given_up[k] = weights_[cycle[k] * nodes_ + cycle[(k + 1) % cycle.size()]];
            around_[node_of_[cycle[k]]] = merged;
            parts_[merged].push_back(node_of_[cycle[k]]);
            alive_[cycle[k]] = false;
        }
        alive_[into] = true;
        node_of_[into] = merged;
        for (std::size_t u = 0; u < nodes_; ++u) {
            if (!alive_[u] || u == into) continue;
            std::size_t enter = 0;
            std::size_t leave = 0;
            for (std::size_t k = 1; k < cycle.size(); ++k) {
                if (weights_[cycle[k] * nodes_ + u] - given_up[k] >
                    weights_[cycle[enter] * nodes_ + u] - given_up[enter])
                    enter = k;
                if (weights_[u * nodes_ + cycle[k]] > weights_[u * nodes_ + cycle[leave]]) leave = k;
            }
            const Weight in = weights_[cycle[enter] * nodes_ + u] - given_up[enter];
            arcs_[into * nodes_ + u] = arcs_[cycle[enter] * nodes_ + u];
            weights_[into * nodes_ + u] = std::max(in, kForbidden);
            arcs_[u * nodes_ + into] = arcs_[u * nodes_ + cycle[leave]];
            weights_[u * nodes_ + into] = weights_[u * nodes_ + cycle[leave]];
        }
    }

    /// Breaks each contracted cycle where the arc chosen for it enters.
    [[nodiscard]] std::vector<std::size_t> expand() const {
        std::vector<std::size_t> heads(nodes_, 0);
        std::vector<std::size_t> open;
        for (std::size_t node = 0; node < chosen_.size(); ++node)
            if (around_[node] == kTop && node != 0) open.push_back(node);
        while (!open.empty()) {
            const std::size_t top = open.back();
            open.pop_back();
            const Arc arc = chosen_[top];
            heads[arc.dependent] = arc.head;
            for (std::size_t node = arc.dependent; node != top; node = around_[node])
                for (const std::size_t part : parts_[around_[node]])
                    if (part != node) open.push_back(part);
        }
        return heads;
    }

    std::size_t nodes_;
    std::vector<Weight> weights_;       // [slot of dependent][slot of head]
    std::vector<Arc> arcs_;             // the arcs of the graph that these weights are of
    std::vector<bool> alive_;           // slots
    std::vector<std::size_t> node_of_;  // of each slot
    std::vector<Arc> chosen_;           // of each node, contracted ones last
    std::vector<std::size_t> around_;   // the contracted node that each is part of
    std::vector<std::vector<std::size_t>> parts_;
};

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
    Arborescence graph(width);
    for (std::size_t d = 0; d < n; ++d)
        for (std::size_t h = 0; h < width; ++h)
            if (h != d + 1) graph.weight(d + 1, h) = scores[d * width + h] - (h == 0 ? cost : 0);
    const std::vector<std::size_t> head = graph.solve();
    for (std::size_t d = 0; d < n; ++d) heads[d] = static_cast<std::uint32_t>(head[d + 1]);
}

}  // namespace claimgraph::nlp::network
