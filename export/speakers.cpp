#include "export/speakers.hpp"

#include <algorithm>

#include "graph/node_ids.hpp"

namespace claimgraph {

Speakers::Speakers(const GraphView& view) {
    const ClaimGraph& graph = view.graph();
    for (const bool by_alias : {false, true}) {
        for (const NodeIndex index : view.nodes()) {
            const Node& node = graph.nodes()[index];
            if (node.kind != EntityKind::actor && node.kind != EntityKind::country) continue;
            if (!by_alias) id_of_name_.emplace(fold_name(node.label), node.id);
            if (!by_alias) continue;
            for (const std::string& alias : node.aliases) id_of_name_.emplace(fold_name(alias), node.id);
        }
    }
    std::map<EntityKey, std::string> unknown;
    for (const GraphView::ViewEdge& edge : view.edges()) {
        for (const Claim* claim : view.claims(edge)) {
            const std::string name = fold_name(claim->speaker);
            if (!name.empty() && !id_of_name_.contains(name))
                unknown.try_emplace({EntityKind::actor, false, name}, claim->speaker);
        }
    }
    std::vector<EntityKey> keys;
    keys.reserve(unknown.size());
    for (const auto& [key, name] : unknown) keys.push_back(key);
    const std::vector<std::string> ids = assign_node_ids(keys);
    std::size_t at = 0;
    for (const auto& [key, name] : unknown) {
        const std::string& id = ids[at++];
        id_of_name_.emplace(key.text, id);
        const auto known = graph.find_node(id);
        if (!known || !std::binary_search(view.nodes().begin(), view.nodes().end(), *known))
            others_.emplace_back(id, name);
    }
}

std::string_view Speakers::id_of(const Claim& claim) const {
    const auto at = id_of_name_.find(fold_name(claim.speaker));
    return at == id_of_name_.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace claimgraph
