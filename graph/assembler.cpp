#include "graph/assembler.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/claim_graph_builder.hpp"
#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

/// The value that most bear; of equals the smallest.
std::string most_frequent(const std::map<std::string, std::size_t>& counts) {
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string() : best->first;
}

}  // namespace

struct Assembler::Impl {
    /// Entities that are written alike: same kind, id, name and type.
    struct Surface {
        Entity entity;  ///< without mention
        std::size_t count = 0;
        std::unordered_set<std::string> mentions;
    };
    struct Pending {
        std::uint32_t subject;
        std::uint32_t object;
        std::uint32_t relation;
        Claim claim;
    };

    AssemblerOptions options;
    ClaimGraphBuilder builder;
    std::vector<Surface> surfaces;
    std::unordered_map<std::string, std::uint32_t> surface_of_key;
    std::vector<std::string> relations;
    std::unordered_map<std::string, std::uint32_t> relation_of_name;
    std::vector<Pending> pending;
    std::string key;  ///< buffer

    std::uint32_t intern(const Entity& entity);
    std::uint32_t intern(const std::string& relation);
    std::vector<NodeIndex> add_nodes();
};

std::uint32_t Assembler::Impl::intern(const Entity& entity) {
    key.assign(1, static_cast<char>(entity.kind));
    for (const std::string* part : {&entity.id, &entity.name, &entity.type}) {
        key += *part;
        key.push_back('\0');
    }
    const auto [at, added] = surface_of_key.try_emplace(key, static_cast<std::uint32_t>(surfaces.size()));
    if (added) {
        Surface surface;
        surface.entity.name = entity.name;
        surface.entity.kind = entity.kind;
        surface.entity.type = entity.type;
        surface.entity.id = entity.id;
        surfaces.push_back(std::move(surface));
    }
    Surface& surface = surfaces[at->second];
    ++surface.count;
    // Pronouns and descriptions, which have an antecedent, are no names.
    if (entity.mention && !entity.antecedent && *entity.mention != entity.name)
        surface.mentions.insert(*entity.mention);
    return at->second;
}

std::uint32_t Assembler::Impl::intern(const std::string& relation) {
    const auto [at, added] =
        relation_of_name.try_emplace(relation, static_cast<std::uint32_t>(relations.size()));
    if (added) relations.push_back(relation);
    return at->second;
}

/// The node of each surface.
std::vector<NodeIndex> Assembler::Impl::add_nodes() {
    std::vector<EntityKey> key_of_surface;
    key_of_surface.reserve(surfaces.size());
    for (const Surface& surface : surfaces) key_of_surface.push_back(entity_key(surface.entity));
    std::vector<EntityKey> keys = key_of_surface;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    const std::vector<std::string> ids = assign_node_ids(keys);

    std::map<std::string, std::vector<std::uint32_t>> surfaces_of_id;
    for (std::uint32_t i = 0; i < surfaces.size(); ++i) {
        const auto at = std::lower_bound(keys.begin(), keys.end(), key_of_surface[i]);
        surfaces_of_id[ids[static_cast<std::size_t>(at - keys.begin())]].push_back(i);
    }
    std::vector<NodeIndex> node_of_surface(surfaces.size());
    for (const auto& [id, members] : surfaces_of_id) {
        std::map<std::string, std::size_t> names;
        std::map<std::string, std::size_t> types;
        std::set<std::string> aliases;
        for (const std::uint32_t i : members) {
            const Surface& surface = surfaces[i];
            names[surface.entity.name] += surface.count;
            if (!surface.entity.type.empty()) types[surface.entity.type] += surface.count;
            aliases.insert(surface.entity.name);
            aliases.insert(surface.mentions.begin(), surface.mentions.end());
        }
        Node node;
        node.id = id;
        node.label = most_frequent(names);
        node.kind = surfaces[members.front()].entity.kind;
        node.type = most_frequent(types);
        aliases.erase(node.label);
        node.aliases.assign(aliases.begin(), aliases.end());
        const NodeIndex index = builder.add_node(std::move(node));
        for (const std::uint32_t i : members) node_of_surface[i] = index;
    }
    return node_of_surface;
}

Assembler::Assembler(AssemblerOptions options) : impl_(std::make_unique<Impl>()) {
    impl_->options = std::move(options);
}
Assembler::~Assembler() = default;
Assembler::Assembler(Assembler&&) noexcept = default;
Assembler& Assembler::operator=(Assembler&&) noexcept = default;

void Assembler::add(Document document) {
    impl_->builder.add_document(std::move(document));
}

void Assembler::add(const Statement& statement) {
    Impl::Pending pending{impl_->intern(statement.subject), impl_->intern(statement.object),
                          impl_->intern(statement.relation), make_claim(statement)};
    pending.claim.document = impl_->builder.document(statement.evidence.document);
    impl_->pending.push_back(std::move(pending));
}

ClaimGraph Assembler::finish() {
    const std::vector<NodeIndex> node_of_surface = impl_->add_nodes();
    ClaimGraphBuilder& builder = impl_->builder;
    const auto& symmetric = impl_->options.symmetric_relations;
    for (Impl::Pending& pending : impl_->pending) {
        Claim& claim = pending.claim;
        NodeIndex source = node_of_surface[pending.subject];
        NodeIndex target = node_of_surface[pending.object];
        const std::string& relation = impl_->relations[pending.relation];
        if (builder.node(target).id < builder.node(source).id &&
            std::find(symmetric.begin(), symmetric.end(), relation) != symmetric.end()) {
            std::swap(source, target);
            std::swap(claim.source_place, claim.target_place);
        }
        if (claim.own_voice) claim.speaker = own_speaker(builder.document(claim.document));
        builder.add_claim(builder.add_edge(source, relation, target), std::move(claim));
    }
    ClaimGraph graph = builder.build(ClaimGraphBuilder::Counts::recount);
    AssemblerOptions options = std::move(impl_->options);
    *this = Assembler(std::move(options));
    return graph;
}

}  // namespace claimgraph
