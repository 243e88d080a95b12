#include "graph/assembler.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "graph/claim_graph_builder.hpp"
#include "graph/entities/document_units.hpp"
#include "graph/entities/resolver.hpp"
#include "graph/measure_verbs.hpp"

namespace claimgraph {

struct Assembler::Impl {
    struct Pending {
        DocumentIndex document;
        std::uint32_t relation;
        StatementSketch sketch;
        Claim claim;
    };

    AssemblerOptions options;
    ClaimGraphBuilder builder;
    SketchTable sketches;
    std::vector<std::string> relations;
    std::unordered_map<std::string, std::uint32_t> relation_of_name;
    std::vector<Pending> pending;

    std::uint32_t intern(const std::string& relation);
    std::vector<std::pair<NodeIndex, NodeIndex>> add_nodes();
};

std::uint32_t Assembler::Impl::intern(const std::string& relation) {
    const auto [at, added] =
        relation_of_name.try_emplace(relation, static_cast<std::uint32_t>(relations.size()));
    if (added) relations.push_back(relation);
    return at->second;
}

/// The nodes at the ends of each statement; names the speakers of the claims.
std::vector<std::pair<NodeIndex, NodeIndex>> Assembler::Impl::add_nodes() {
    // A statement given twice counts once, in the choice of names too.
    const auto rank = [](const Pending& p) {
        return std::make_pair(p.document, std::string_view(p.claim.json));
    };
    std::sort(pending.begin(), pending.end(),
              [&](const Pending& a, const Pending& b) { return rank(a) < rank(b); });
    pending.erase(std::unique(pending.begin(), pending.end(),
                              [&](const Pending& a, const Pending& b) { return rank(a) == rank(b); }),
                  pending.end());
    std::map<EntityUnit, std::uint32_t> index_of_unit;
    std::map<UnitUse, std::size_t> counts;
    std::vector<DocumentUnits::Parts> parts;
    std::vector<StatementSketch> of_document;
    for (std::size_t i = 0; i < pending.size();) {
        const DocumentIndex document = pending[i].document;
        of_document.clear();
        for (; i < pending.size() && pending[i].document == document; ++i)
            of_document.push_back(pending[i].sketch);
        const DocumentUnits found =
            sketches.units(builder.document(document).id, builder.document(document).date, of_document);
        std::vector<std::uint32_t> global;
        for (const EntityUnit& unit : found.units)
            global.push_back(index_of_unit.try_emplace(unit, static_cast<std::uint32_t>(index_of_unit.size()))
                                 .first->second);
        for (UnitUse use : found.uses) {
            use.unit = global[use.unit];
            if (use.other != no_unit) use.other = global[use.other];
            ++counts[std::move(use)];
        }
        for (const DocumentUnits::Parts& part : found.parts)
            parts.push_back({global[part.subject], global[part.object],
                             part.speaker == no_unit ? no_unit : global[part.speaker]});
    }
    std::vector<EntityUnit> units(index_of_unit.size());
    for (const auto& [unit, index] : index_of_unit) units[index] = unit;
    std::vector<CountedUse> uses;
    uses.reserve(counts.size());
    for (const auto& [use, count] : counts) uses.push_back({use, count});

    const Resolution resolution = resolve_entities(units, uses, options.names);
    std::vector<NodeIndex> nodes(resolution.entities.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const ResolvedEntity& entity = resolution.entities[i];
        if (!entity.speaks_only)
            nodes[i] = builder.add_node({entity.id, entity.label, entity.kind, entity.type, entity.aliases});
    }
    std::vector<std::pair<NodeIndex, NodeIndex>> ends;
    ends.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        ends.emplace_back(nodes[resolution.entity_of_unit[parts[i].subject]],
                          nodes[resolution.entity_of_unit[parts[i].object]]);
        if (parts[i].speaker == no_unit) continue;
        std::string& speaker = pending[i].claim.speaker;
        const std::string& label = resolution.entities[resolution.entity_of_unit[parts[i].speaker]].label;
        builder.add_speaker_name(label, speaker);
        speaker = label;
    }
    return ends;
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
    const auto take = [&](const Statement& filed) {
        impl_->pending.push_back({impl_->builder.document(filed.evidence.document),
                                  impl_->intern(filed.relation), impl_->sketches.sketch(filed),
                                  make_claim(filed)});
    };
    const std::vector<Statement> unfolded = unfold_measure_verbs({&statement, 1});
    if (unfolded.empty()) take(statement);
    std::for_each(unfolded.begin(), unfolded.end(), take);
}

ClaimGraph Assembler::finish() {
    const auto ends = impl_->add_nodes();
    ClaimGraphBuilder& builder = impl_->builder;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        Impl::Pending& pending = impl_->pending[i];
        pending.claim.document = pending.document;
        place_claim(builder, impl_->options, ends[i].first, impl_->relations[pending.relation],
                    ends[i].second, std::move(pending.claim));
    }
    ClaimGraph graph = builder.build(ClaimGraphBuilder::Counts::recount);
    AssemblerOptions options = std::move(impl_->options);
    *this = Assembler(std::move(options));
    return graph;
}

void place_claim(ClaimGraphBuilder& builder, const AssemblerOptions& options, NodeIndex source,
                 const std::string& relation, NodeIndex target, Claim&& claim) {
    const auto& symmetric = options.symmetric_relations;
    if (builder.node(target).id < builder.node(source).id &&
        std::find(symmetric.begin(), symmetric.end(), relation) != symmetric.end()) {
        std::swap(source, target);
        std::swap(claim.source_place, claim.target_place);
    }
    if (claim.own_voice) claim.speaker = own_speaker(builder.document(claim.document));
    builder.add_claim(builder.add_edge(source, relation, target), std::move(claim));
}

}  // namespace claimgraph
