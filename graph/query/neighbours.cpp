#include "graph/query/neighbours.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "graph/model/utf8.hpp"
#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint point = decode_utf8(text, i);
        out.push_back(point.value);
        i += point.size;
    }
    return out;
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::vector<NodeIndex> find_by_name(const ClaimGraph& graph, std::string_view name) {
    const std::string wanted = fold_name(name);
    std::vector<NodeIndex> ids;
    std::vector<NodeIndex> labels;
    std::vector<NodeIndex> aliases;
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        const Node& node = graph.nodes()[i];
        if (fold_name(node.id) == wanted) ids.push_back(i);
        if (fold_name(node.label) == wanted) labels.push_back(i);
        const auto same = [&](const std::string& alias) { return fold_name(alias) == wanted; };
        if (std::any_of(node.aliases.begin(), node.aliases.end(), same)) aliases.push_back(i);
    }
    if (!ids.empty()) return ids;
    return labels.empty() ? aliases : labels;
}

std::vector<std::string> nearest_names(const ClaimGraph& graph, std::string_view name, std::size_t count) {
    const std::u32string wanted = code_points(fold_name(name));
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const Node& node : graph.nodes()) {
        ranked.emplace_back(edit_distance(wanted, code_points(fold_name(node.label))), node.label);
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i) out.push_back(ranked[i].second);
    return out;
}

GraphView neighbourhood(const GraphView& view, const std::vector<NodeIndex>& start, std::size_t depth,
                        Direction direction) {
    const ClaimGraph& graph = view.graph();
    std::vector<bool> in_view(graph.edges().size());
    for (const GraphView::ViewEdge& edge : view.edges()) in_view[edge.edge] = true;
    std::vector<bool> seen(graph.nodes().size());
    for (const NodeIndex node : start) seen[node] = true;
    std::vector<EdgeIndex> edges;
    std::vector<NodeIndex> frontier = start;
    for (std::size_t step = 0; step < depth && !frontier.empty(); ++step) {
        std::vector<NodeIndex> next;
        const auto take = [&](const std::vector<EdgeIndex>& candidates, bool forwards) {
            for (const EdgeIndex index : candidates) {
                if (!in_view[index]) continue;
                edges.push_back(index);
                const NodeIndex other = forwards ? graph.edges()[index].target : graph.edges()[index].source;
                if (!seen[other]) next.push_back(other);
                seen[other] = true;
            }
        };
        for (const NodeIndex node : frontier) {
            if (direction != Direction::in) take(graph.out_edges(node), true);
            if (direction != Direction::out) take(graph.in_edges(node), false);
        }
        frontier = std::move(next);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return GraphView(view, edges, start);
}

}  // namespace claimgraph
