#include "graph/claim_graph.hpp"

#include <algorithm>

#include "graph/claim_graph_impl.hpp"
#include "graph/edge_summary.hpp"
#include "graph/json/json_text.hpp"
#include "graph/json/statement_json.hpp"

namespace claimgraph {

ClaimGraph::ClaimGraph() : impl_(std::make_unique<Impl>()) {}
ClaimGraph::~ClaimGraph() = default;
ClaimGraph::ClaimGraph(ClaimGraph&&) noexcept = default;
ClaimGraph& ClaimGraph::operator=(ClaimGraph&&) noexcept = default;

std::span<const Node> ClaimGraph::nodes() const {
    return impl_->nodes;
}

std::span<const Edge> ClaimGraph::edges() const {
    return impl_->edges;
}

std::span<const Claim> ClaimGraph::claims() const {
    return impl_->claims;
}

std::span<const Claim> ClaimGraph::claims(const Edge& edge) const {
    return claims().subspan(edge.claims_begin, edge.claims_end - edge.claims_begin);
}

std::span<const Document> ClaimGraph::documents() const {
    return impl_->documents;
}

std::span<const SpeakerName> ClaimGraph::speaker_names() const {
    return impl_->speaker_names;
}

std::optional<NodeIndex> ClaimGraph::find_node(std::string_view id) const {
    const auto at =
        std::lower_bound(impl_->nodes.begin(), impl_->nodes.end(), id,
                         [](const Node& node, std::string_view wanted) { return node.id < wanted; });
    if (at == impl_->nodes.end() || at->id != id) return std::nullopt;
    return static_cast<NodeIndex>(at - impl_->nodes.begin());
}

std::vector<EdgeIndex> ClaimGraph::out_edges(NodeIndex node) const {
    std::vector<EdgeIndex> out;
    const auto [begin, end] = boost::out_edges(node, impl_->topology);
    std::for_each(begin, end, [&](const auto& edge) {
        out.push_back(boost::get(boost::edge_index, impl_->topology, edge));
    });
    return out;
}

std::vector<EdgeIndex> ClaimGraph::in_edges(NodeIndex node) const {
    std::vector<EdgeIndex> out;
    const auto [begin, end] = boost::in_edges(node, impl_->topology);
    std::for_each(begin, end, [&](const auto& edge) {
        out.push_back(boost::get(boost::edge_index, impl_->topology, edge));
    });
    return out;
}

Statement ClaimGraph::statement(const Claim& claim) {
    return StatementJsonParser().parse_statement(claim.json);
}

std::string ClaimGraph::quote(const Claim& claim) {
    const std::string_view json = std::string_view(claim.json).substr(claim.quote_begin, claim.quote_size);
    if (json.find('\\') == std::string_view::npos && json.size() >= 2)
        return std::string(json.substr(1, json.size() - 2));
    return parse_json_string(json);
}

namespace {

std::uint32_t place_of(const std::optional<Span>& span) {
    return span && span->begin < unknown_place ? static_cast<std::uint32_t>(span->begin) : unknown_place;
}

}  // namespace

std::string own_speaker(const Document& document) {
    if (document.voice == Voice::news) return {};
    const std::string& first = document.voice == Voice::official ? document.outlet : document.author;
    const std::string& second = document.voice == Voice::official ? document.author : document.outlet;
    if (!first.empty()) return first;
    return second.empty() ? document.id : second;
}

Claim make_claim(const Statement& statement) {
    Claim claim;
    claim.sentence =
        static_cast<std::uint32_t>(std::min<std::size_t>(statement.evidence.sentence, unknown_place));
    claim.source_place = place_of(statement.subject.span);
    claim.target_place = place_of(statement.object.span);
    claim.factuality = statement.factuality;
    claim.own_voice = statement.attribution.empty();
    if (!claim.own_voice) {
        claim.attribution = statement.attribution.front().type;
        claim.speaker = statement.attribution.front().source.name;
    }
    claim.has_confidence = statement.confidence.has_value();
    claim.confidence = statement.confidence.value_or(0);
    if (statement.time) claim.time = statement.time->value;
    const EvidenceTextPlace quote = append_json(claim.json, statement);
    claim.json.shrink_to_fit();
    claim.quote_begin = static_cast<std::uint32_t>(quote.begin);
    claim.quote_size = static_cast<std::uint32_t>(quote.size);
    return claim;
}

}  // namespace claimgraph
