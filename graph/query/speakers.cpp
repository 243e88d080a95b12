#include "graph/query/speakers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/evidence/disputes.hpp"
#include "graph/node_ids.hpp"
#include "graph/query/neighbours.hpp"

namespace claimgraph {

std::vector<std::string> speakers_called(const ClaimGraph& graph, std::string_view name) {
    std::vector<std::string> out{fold_name(name)};
    const std::string wanted = out.front();
    for (const SpeakerName& known : graph.speaker_names()) {
        if (fold_name(known.name) == wanted) out.push_back(fold_name(known.label));
    }
    for (const NodeIndex node : find_by_name(graph, name))
        out.push_back(fold_name(graph.nodes()[node].label));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<SpeakerOnSubject> who_says(const GraphView& view, const std::string& speaker) {
    const ClaimGraph& graph = view.graph();
    const std::vector<std::string> wanted =
        speaker.empty() ? std::vector<std::string>() : speakers_called(graph, speaker);
    std::map<std::pair<std::string, NodeIndex>, SpeakerOnSubject> found;
    for (const GraphView::ViewEdge& view_edge : view.edges()) {
        const Edge& edge = view.edge(view_edge);
        const auto claims = view.claims(view_edge);
        std::map<Factuality, std::set<std::string>> voices;
        for (const Claim* claim : claims) voices[claim->factuality].insert(claim->speaker);
        const auto opposed = opposed_claims(graph, claims);
        for (const Claim* claim : claims) {
            if (claim->speaker.empty()) continue;
            if (!wanted.empty() &&
                !std::binary_search(wanted.begin(), wanted.end(), fold_name(claim->speaker)))
                continue;
            std::set<NodeIndex> ends{edge.source, edge.target};
            for (const NodeIndex end : ends) {
                // Nobody speaks about himself to be listed under his own name.
                if (ends.size() > 1 && graph.nodes()[end].label == claim->speaker) continue;
                SpeakerOnSubject& row = found[{claim->speaker, end}];
                row.speaker = claim->speaker;
                row.about = end;
                ++row.claims;
                row.confirmed += voices[claim->factuality].size() > 1 ? 1u : 0u;
                row.disputed += std::find(opposed.begin(), opposed.end(), claim) != opposed.end() ? 1u : 0u;
                row.examples.push_back(claim);
            }
        }
    }
    std::vector<SpeakerOnSubject> out;
    out.reserve(found.size());
    for (auto& [key, row] : found) out.push_back(std::move(row));
    std::stable_sort(out.begin(), out.end(), [](const SpeakerOnSubject& a, const SpeakerOnSubject& b) {
        return std::make_tuple(std::string_view(a.speaker), b.claims) <
               std::make_tuple(std::string_view(b.speaker), a.claims);
    });
    return out;
}

}  // namespace claimgraph
