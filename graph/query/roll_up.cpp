#include "graph/query/roll_up.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "graph/claim_graph_builder.hpp"

namespace claimgraph {
namespace {

constexpr std::string_view affiliation = "affiliated_with";
constexpr int hops = 4;

/// To whom the node belongs by most claims, a country before others.
std::optional<NodeIndex> home_of(const ClaimGraph& graph, NodeIndex node) {
    std::map<NodeIndex, std::size_t> votes;
    for (const EdgeIndex index : graph.out_edges(node)) {
        const Edge& edge = graph.edges()[index];
        if (edge.relation != affiliation || edge.target == node) continue;
        const auto claims = graph.claims(edge);
        const auto yes =
            static_cast<std::size_t>(std::count_if(claims.begin(), claims.end(), [](const Claim& claim) {
                return claim.factuality.polarity == Polarity::positive;
            }));
        const bool given = claims.empty() && edge.given;
        if (yes > 0 || given) votes[edge.target] += std::max<std::size_t>(yes, 1);
    }
    std::optional<NodeIndex> best;
    const auto rank = [&](NodeIndex candidate) {
        return std::make_pair(graph.nodes()[candidate].kind == EntityKind::country, votes[candidate]);
    };
    for (const auto& [candidate, count] : votes) {
        if (!best || rank(candidate) > rank(*best)) best = candidate;
    }
    return best;
}

NodeIndex country_of(const ClaimGraph& graph, NodeIndex node) {
    if (graph.nodes()[node].kind != EntityKind::actor) return node;
    NodeIndex at = node;
    for (int hop = 0; hop < hops; ++hop) {
        const auto home = home_of(graph, at);
        if (!home) break;
        at = *home;
        if (graph.nodes()[at].kind == EntityKind::country) return at;
    }
    return node;
}

}  // namespace

ClaimGraph roll_up(const ClaimGraph& graph) {
    std::vector<NodeIndex> country(graph.nodes().size());
    std::vector<bool> used(graph.nodes().size());
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        country[i] = country_of(graph, i);
        used[country[i]] = true;
    }
    ClaimGraphBuilder builder;
    std::vector<NodeIndex> made(graph.nodes().size());
    for (NodeIndex i = 0; i < graph.nodes().size(); ++i) {
        if (used[i]) made[i] = builder.add_node(graph.nodes()[i]);
    }
    for (const SpeakerName& known : graph.speaker_names()) builder.add_speaker_name(known.label, known.name);
    std::vector<DocumentIndex> documents;
    for (const Document& document : graph.documents()) documents.push_back(builder.add_document(document));
    for (const Edge& edge : graph.edges()) {
        if (country[edge.source] == country[edge.target]) continue;
        const EdgeIndex target =
            builder.add_edge(made[country[edge.source]], edge.relation, made[country[edge.target]]);
        for (Claim claim : graph.claims(edge)) {
            claim.document = documents[claim.document];
            builder.add_claim(target, std::move(claim));
        }
        if (edge.given) builder.set_summary(target, *edge.given);
    }
    return builder.build(ClaimGraphBuilder::Counts::recount);
}

}  // namespace claimgraph
