#include "ingest/extract/entity_writer.hpp"

namespace claimgraph {

Span EntityWriter::span_of(TokenRange range) const {
    return {index_.code_point(tree_[range.first].begin), index_.code_point(tree_[range.last - 1].end)};
}

Entity EntityWriter::entity_of(const End& end) const {
    Entity entity;
    entity.kind = end.kind;
    if (end.measure != kNone) {
        const Measure& measure = measures_.measures[end.measure];
        entity.name = measure.name;
        entity.id = measure.id;
        entity.type = measure.type;
    } else if (end.entity != kNone) {
        const LinkedEntity& linked = entities_.entities[end.entity];
        entity.name = linked.name;
        entity.id = linked.id;
        entity.type = linked.type;
    } else {
        entity.name = end.name;
    }
    if (!end.range.empty()) {
        entity.mention = std::string(tree_.text(end.range));
        entity.span = span_of(end.range);
    }
    std::uint32_t antecedent = end.antecedent;
    if (antecedent == kNone && end.mention != kNone) antecedent = entities_.mentions[end.mention].antecedent;
    if (antecedent != kNone) {
        const TokenRange range{entities_.mentions[antecedent].first, entities_.mentions[antecedent].last};
        entity.antecedent = Antecedent{std::string(tree_.text(range)), span_of(range)};
    }
    return entity;
}

}  // namespace claimgraph
