#include "ingest/extract/measure_frames.hpp"

#include "ingest/extract/measure_clusters.hpp"
#include "ingest/extract/measure_reader.hpp"

namespace claimgraph {

MeasureFrames::MeasureFrames(const Ontology& ontology, const TransparentNouns& transparent)
    : ontology_(&ontology), transparent_(&transparent) {
    for (std::uint32_t i = 0; i < ontology.named_measures().size(); ++i) {
        const NamedMeasure& named = ontology.named_measures()[i];
        names_.add(named.name, i);
        for (const std::string& alias : named.aliases) names_.add(alias, i);
    }
}

Measures MeasureFrames::find(const Tree& tree, const DocumentEntities& entities,
                             const std::vector<QuantityMention>& quantities,
                             const std::vector<bool>& skipped) const {
    MeasureReader reader(*ontology_, names_, *transparent_, tree, entities, quantities, skipped);
    return cluster_measures(entities, reader.run(), tree.size());
}

}  // namespace claimgraph
