#include "graph/claim_graph_builder.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/claim_graph_impl.hpp"
#include "graph/mention_counts.hpp"
#include "graph/model/error.hpp"

namespace claimgraph {
namespace {

struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using IndexByName = std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>>;

struct EdgeKey {
    NodeIndex source;
    NodeIndex target;
    std::uint32_t relation;
    bool operator==(const EdgeKey&) const = default;
};
std::uint32_t next_index(std::size_t size) {
    if (size >= std::numeric_limits<std::uint32_t>::max()) throw Error("the graph is too large: 2^32 items");
    return static_cast<std::uint32_t>(size);
}

/// Finds edges by their keys: open addressing, so that a million edges take no memory of their own each.
class EdgeTable {
  public:
    /// The index of the key, and whether it is new: then the number of keys before it.
    std::pair<EdgeIndex, bool> find_or_add(const EdgeKey& key) {
        if (keys_.size() * 2 >= slots_.size()) grow();
        EdgeIndex& slot = slot_of(key);
        if (slot != no_edge) return {slot, false};
        slot = next_index(keys_.size());
        keys_.push_back(key);
        return {slot, true};
    }

  private:
    static constexpr EdgeIndex no_edge = std::numeric_limits<EdgeIndex>::max();

    EdgeIndex& slot_of(const EdgeKey& key) {
        std::uint64_t mixed = (std::uint64_t{key.source} << 32) | key.target;
        mixed = (mixed ^ (std::uint64_t{key.relation} << 17)) * 0x9E3779B97F4A7C15u;
        const std::size_t mask = slots_.size() - 1;
        auto at = static_cast<std::size_t>(mixed >> 29) & mask;
        while (slots_[at] != no_edge && keys_[slots_[at]] != key) at = (at + 1) & mask;
        return slots_[at];
    }
    void grow() {
        constexpr std::size_t fewest = 1024;
        slots_.assign(std::max(fewest, 2 * slots_.size()), no_edge);
        for (EdgeIndex i = 0; i < keys_.size(); ++i) slot_of(keys_[i]) = i;
    }

    std::vector<EdgeKey> keys_;
    std::vector<EdgeIndex> slots_;  ///< a power of two of them
};

/// The order of `items` by `less`: position -> old index.
template <class Item, class Less>
std::vector<std::uint32_t> order_of(const std::vector<Item>& items, const Less& less) {
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return less(items[a], items[b]); });
    return order;
}

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> position(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    return position;
}

template <class Item>
std::vector<Item> permuted(std::vector<Item>& items, const std::vector<std::uint32_t>& order) {
    std::vector<Item> out;
    out.reserve(items.size());
    for (const std::uint32_t i : order) out.push_back(std::move(items[i]));
    return out;
}

auto claim_rank(const Claim& claim) {
    return std::tie(claim.document, claim.sentence, claim.source_place, claim.target_place, claim.json);
}

/// Distinct places of mention and distinct documents, for each node.
void recount(std::vector<Node>& nodes, const std::vector<Edge>& edges, const std::vector<Claim>& claims) {
    MentionCounter counter;
    for (const Edge& edge : edges) {
        for (ClaimIndex i = edge.claims_begin; i < edge.claims_end; ++i) {
            counter.add(edge.source, edge.target, claims[i]);
        }
    }
    for (Node& node : nodes) node.mentions = node.documents = 0;
    counter.count([&](std::uint32_t node, std::size_t mentions, std::size_t documents) {
        nodes[node].mentions = mentions;
        nodes[node].documents = documents;
    });
}

}  // namespace

struct ClaimGraphBuilder::Impl {
    struct PendingClaim {
        EdgeIndex edge;
        Claim claim;
    };

    std::vector<Document> documents;
    std::vector<bool> known;  ///< of each document: more than its id
    IndexByName document_of_id;
    std::vector<Node> nodes;
    IndexByName node_of_id;
    std::vector<std::string> relations;
    IndexByName relation_of_name;
    std::vector<Edge> edges;
    EdgeTable edge_of_key;
    std::vector<PendingClaim> claims;
    std::set<SpeakerName> speaker_names;

    ClaimGraph build(Counts counts);
    void order_documents(ClaimGraph::Impl& graph);
    void order_nodes(ClaimGraph::Impl& graph);
    void order_edges(ClaimGraph::Impl& graph);
};

ClaimGraphBuilder::ClaimGraphBuilder() : impl_(std::make_unique<Impl>()) {}
ClaimGraphBuilder::~ClaimGraphBuilder() = default;
ClaimGraphBuilder::ClaimGraphBuilder(ClaimGraphBuilder&&) noexcept = default;
ClaimGraphBuilder& ClaimGraphBuilder::operator=(ClaimGraphBuilder&&) noexcept = default;

DocumentIndex ClaimGraphBuilder::add_document(Document document) {
    document.text.clear();
    document.text.shrink_to_fit();
    document.voice_given = true;
    const DocumentIndex index = this->document(document.id);
    Document& held = impl_->documents[index];
    if (impl_->known[index] && held != document) {
        throw Error("document '" + document.id + "' is given twice with different content");
    }
    held = std::move(document);
    impl_->known[index] = true;
    return index;
}

DocumentIndex ClaimGraphBuilder::document(std::string_view id) {
    if (const auto found = impl_->document_of_id.find(id); found != impl_->document_of_id.end())
        return found->second;
    const DocumentIndex index = next_index(impl_->documents.size());
    Document document;
    document.id = id;
    document.voice_given = true;
    impl_->documents.push_back(std::move(document));
    impl_->known.push_back(false);
    impl_->document_of_id.emplace(id, index);
    return index;
}

const Document& ClaimGraphBuilder::document(DocumentIndex index) const {
    return impl_->documents[index];
}

NodeIndex ClaimGraphBuilder::add_node(Node node) {
    const NodeIndex index = next_index(impl_->nodes.size());
    if (!impl_->node_of_id.emplace(node.id, index).second) {
        throw Error("node '" + node.id + "' is given twice");
    }
    impl_->nodes.push_back(std::move(node));
    return index;
}

const Node& ClaimGraphBuilder::node(NodeIndex index) const {
    return impl_->nodes[index];
}

EdgeIndex ClaimGraphBuilder::add_edge(NodeIndex source, std::string_view relation, NodeIndex target) {
    auto name = impl_->relation_of_name.find(relation);
    if (name == impl_->relation_of_name.end()) {
        name = impl_->relation_of_name.emplace(relation, next_index(impl_->relations.size())).first;
        impl_->relations.emplace_back(relation);
    }
    const auto [index, added] = impl_->edge_of_key.find_or_add({source, target, name->second});
    if (added) {
        Edge edge;
        edge.source = source;
        edge.target = target;
        edge.relation = relation;
        impl_->edges.push_back(std::move(edge));
    }
    return index;
}

void ClaimGraphBuilder::set_summary(EdgeIndex edge, EdgeSummary summary) {
    impl_->edges[edge].given = std::make_shared<const EdgeSummary>(std::move(summary));
}

void ClaimGraphBuilder::add_claim(EdgeIndex edge, Claim claim) {
    impl_->claims.push_back({edge, std::move(claim)});
}

void ClaimGraphBuilder::add_speaker_name(std::string_view label, std::string_view name) {
    if (label != name) impl_->speaker_names.insert({std::string(label), std::string(name)});
}

ClaimGraph ClaimGraphBuilder::build(Counts counts) {
    ClaimGraph graph = impl_->build(counts);
    impl_ = std::make_unique<Impl>();
    return graph;
}

ClaimGraph ClaimGraphBuilder::Impl::build(Counts counts) {
    ClaimGraph out;
    ClaimGraph::Impl& graph = *out.impl_;
    order_documents(graph);
    order_nodes(graph);
    order_edges(graph);
    graph.speaker_names.assign(speaker_names.begin(), speaker_names.end());
    if (counts == Counts::recount) recount(graph.nodes, graph.edges, graph.claims);
    std::vector<std::pair<NodeIndex, NodeIndex>> ends;
    ends.reserve(graph.edges.size());
    for (const Edge& edge : graph.edges) ends.emplace_back(edge.source, edge.target);
    graph.topology = Topology(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                              next_index(graph.nodes.size()));
    return out;
}

void ClaimGraphBuilder::Impl::order_documents(ClaimGraph::Impl& graph) {
    std::vector<bool> used(documents.size());
    for (const PendingClaim& pending : claims) used[pending.claim.document] = true;
    std::vector<std::uint32_t> order =
        order_of(documents, [](const Document& a, const Document& b) { return a.id < b.id; });
    std::erase_if(order, [&](std::uint32_t i) { return !used[i]; });
    std::vector<DocumentIndex> position(documents.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    for (PendingClaim& pending : claims) pending.claim.document = position[pending.claim.document];
    graph.documents = permuted(documents, order);
}

void ClaimGraphBuilder::Impl::order_nodes(ClaimGraph::Impl& graph) {
    const auto order = order_of(nodes, [](const Node& a, const Node& b) { return a.id < b.id; });
    const auto position = inverse(order);
    for (Edge& edge : edges) {
        edge.source = position[edge.source];
        edge.target = position[edge.target];
    }
    graph.nodes = permuted(nodes, order);
}

void ClaimGraphBuilder::Impl::order_edges(ClaimGraph::Impl& graph) {
    const auto order = order_of(edges, [](const Edge& a, const Edge& b) {
        return std::tie(a.source, a.target, a.relation) < std::tie(b.source, b.target, b.relation);
    });
    const auto position = inverse(order);
    for (PendingClaim& pending : claims) pending.edge = position[pending.edge];
    graph.edges = permuted(edges, order);

    const auto claim_order = order_of(claims, [](const PendingClaim& a, const PendingClaim& b) {
        return a.edge != b.edge ? a.edge < b.edge : claim_rank(a.claim) < claim_rank(b.claim);
    });
    graph.claims.reserve(claims.size());
    for (std::size_t i = 0; i < claim_order.size(); ++i) {
        PendingClaim& pending = claims[claim_order[i]];
        Edge& edge = graph.edges[pending.edge];
        const ClaimIndex end = next_index(graph.claims.size());
        if (edge.claims_begin == edge.claims_end) edge.claims_begin = edge.claims_end = end;
        const bool repeated = edge.claims_end > edge.claims_begin && graph.claims.back() == pending.claim;
        if (repeated) continue;
        graph.claims.push_back(std::move(pending.claim));
        edge.claims_end = end + 1;
    }
}

}  // namespace claimgraph
