#include "graph/query/rank.hpp"

#include <algorithm>
#include <numeric>
#include <queue>
#include <unordered_map>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>

namespace claimgraph {
namespace {

using Directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

constexpr int pagerank_rounds = 100;
constexpr double damping = 0.85;

/// Numbers groups from 0 by size, the largest first, among equals by first member.
std::vector<std::uint32_t> numbered_by_size(const std::vector<std::size_t>& group) {
    struct Size {
        std::size_t members = 0;
        std::size_t first = 0;
        std::size_t group = 0;
    };
    std::unordered_map<std::size_t, std::size_t> place;
    std::vector<Size> sizes;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const auto [at, fresh] = place.try_emplace(group[i], sizes.size());
        if (fresh) sizes.push_back({0, i, group[i]});
        ++sizes[at->second].members;
    }
    std::sort(sizes.begin(), sizes.end(), [](const Size& a, const Size& b) {
        return a.members != b.members ? a.members > b.members : a.first < b.first;
    });
    std::unordered_map<std::size_t, std::uint32_t> number;
    for (std::uint32_t i = 0; i < sizes.size(); ++i) number.emplace(sizes[i].group, i);
    std::vector<std::uint32_t> out;
    out.reserve(group.size());
    for (const std::size_t g : group) out.push_back(number.at(g));
    return out;
}

/// Brandes' accumulation from some of the nodes, scaled to all.
std::vector<double> estimated_betweenness(const Undirected& graph, std::size_t pivots) {
    const std::size_t count = boost::num_vertices(graph);
    std::vector<double> out(count);
    pivots = std::min(pivots, count);
    for (std::size_t p = 0; p < pivots; ++p) {
        const std::size_t source = p * count / pivots;
        std::vector<long> distance(count, -1);
        std::vector<double> paths(count);
        std::vector<double> dependency(count);
        std::vector<std::size_t> order;
        std::queue<std::size_t> queue;
        distance[source] = 0;
        paths[source] = 1;
        queue.push(source);
        while (!queue.empty()) {
            const std::size_t node = queue.front();
            queue.pop();
            order.push_back(node);
            const auto [begin, end] = boost::adjacent_vertices(node, graph);
            for (auto at = begin; at != end; ++at) {
                if (distance[*at] < 0) {
                    distance[*at] = distance[node] + 1;
                    queue.push(*at);
                }
                if (distance[*at] == distance[node] + 1) paths[*at] += paths[node];
            }
        }
        for (auto node = order.rbegin(); node != order.rend(); ++node) {
            const auto [begin, end] = boost::adjacent_vertices(*node, graph);
            for (auto at = begin; at != end; ++at) {
                if (distance[*at] == distance[*node] + 1)
                    dependency[*node] += paths[*node] / paths[*at] * (1 + dependency[*at]);
            }
            if (*node != source) out[*node] += dependency[*node];
        }
    }
    // From every node each pair is met twice.
    for (double& value : out)
        value *= static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(pivots, 1)) / 2;
    return out;
}

/// Louvain: nodes move to the neighbouring community that gains most modularity, then communities become
/// nodes.
class Communities {
  public:
    using Weights = std::vector<std::map<std::size_t, double>>;

    static std::vector<std::size_t> find(Weights weights) {
        std::vector<std::size_t> community(weights.size());
        std::iota(community.begin(), community.end(), std::size_t{0});
        while (true) {
            const std::vector<std::size_t> moved = move_nodes(weights);
            std::vector<std::size_t> number(weights.size(), weights.size());
            std::size_t count = 0;
            for (const std::size_t c : moved) {
                if (number[c] == weights.size()) number[c] = count++;
            }
            for (std::size_t& c : community) c = number[moved[c]];
            if (count == weights.size()) return community;
            Weights folded(count);
            for (std::size_t i = 0; i < weights.size(); ++i) {
                for (const auto& [j, weight] : weights[i])
                    folded[number[moved[i]]][number[moved[j]]] += weight;
            }
            weights = std::move(folded);
        }
    }

  private:
    static std::vector<std::size_t> move_nodes(const Weights& weights) {
        const std::size_t count = weights.size();
        std::vector<double> strength(count);
        double total = 0;
        for (std::size_t i = 0; i < count; ++i) {
            for (const auto& [j, weight] : weights[i]) strength[i] += weight;
            total += strength[i];
        }
        std::vector<std::size_t> community(count);
        std::iota(community.begin(), community.end(), std::size_t{0});
        std::vector<double> inside = strength;  // of each community
        if (total <= 0) return community;
        constexpr int rounds = 50;
        constexpr double least_gain = 1e-12;
        bool any = true;
        for (int round = 0; any && round < rounds; ++round) {
            any = false;
            for (std::size_t i = 0; i < count; ++i) {
                std::map<std::size_t, double> to;
                for (const auto& [j, weight] : weights[i]) {
                    if (j != i) to[community[j]] += weight;
                }
                const std::size_t own = community[i];
                inside[own] -= strength[i];
                const auto gain = [&](std::size_t c) { return to[c] - inside[c] * strength[i] / total; };
                std::size_t best = own;
                double most = gain(own);
                const std::map<std::size_t, double> candidates = to;
                for (const auto& [c, weight] : candidates) {
                    if (gain(c) > most + least_gain) {
                        best = c;
                        most = gain(c);
                    }
                }
                inside[best] += strength[i];
                any = any || best != own;
                community[i] = best;
            }
        }
        return community;
    }
};

}  // namespace

std::vector<NodeRank> rank_nodes(const GraphView& view, const RankOptions& options) {
    const std::size_t count = view.nodes().size();
    std::vector<NodeRank> out(count);
    if (count == 0) return out;
    const auto place = [&](NodeIndex node) {
        return static_cast<std::size_t>(std::lower_bound(view.nodes().begin(), view.nodes().end(), node) -
                                        view.nodes().begin());
    };
    Directed directed(count);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    Communities::Weights weights(count);
    for (const GraphView::ViewEdge& view_edge : view.edges()) {
        const Edge& edge = view.edge(view_edge);
        const std::size_t source = place(edge.source);
        const std::size_t target = place(edge.target);
        for (const std::size_t end : {source, target}) {
            ++out[end].degree;
            ++out[end].degree_of_relation[edge.relation];
        }
        boost::add_edge(source, target, directed);
        const auto claims = static_cast<double>(std::max<std::size_t>(view.claims(view_edge).size(), 1));
        weights[source][target] += claims;
        weights[target][source] += claims;
        if (source != target) pairs.emplace_back(std::min(source, target), std::max(source, target));
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    const Undirected undirected(pairs.begin(), pairs.end(), count);

    std::vector<double> pagerank(count);
    const auto index = boost::get(boost::vertex_index, directed);
    boost::graph::page_rank(directed, boost::make_iterator_property_map(pagerank.begin(), index),
                            boost::graph::n_iterations(pagerank_rounds), damping);
    const double sum = std::accumulate(pagerank.begin(), pagerank.end(), 0.0);

    std::vector<double> betweenness(count);
    if (count <= options.exact_nodes) {
        boost::brandes_betweenness_centrality(
            undirected, boost::make_iterator_property_map(betweenness.begin(),
                                                          boost::get(boost::vertex_index, undirected)));
    } else {
        betweenness = estimated_betweenness(undirected, options.pivots);
    }
    const double between_pairs =
        count > 2 ? static_cast<double>(count - 1) * static_cast<double>(count - 2) / 2 : 1;

    std::vector<std::size_t> component(count);
    boost::connected_components(
        undirected,
        boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, undirected)));
    const auto components = numbered_by_size(component);
    const auto communities = numbered_by_size(Communities::find(std::move(weights)));
    for (std::size_t i = 0; i < count; ++i) {
        out[i].pagerank = sum > 0 ? pagerank[i] / sum : 0;
        out[i].betweenness = betweenness[i] / between_pairs;
        out[i].community = communities[i];
        out[i].component = components[i];
    }
    return out;
}

}  // namespace claimgraph
