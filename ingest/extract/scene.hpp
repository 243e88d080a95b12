// One document with all that the stages before extraction found in it: what the rules read. Borrowed, not
// owned.
#pragma once

#include <vector>

#include "graph/model/document.hpp"
#include "ingest/extract/arguments.hpp"
#include "ingest/extract/attribution/attribution_finder.hpp"
#include "ingest/extract/linking/document_entities.hpp"
#include "ingest/extract/measure_frames.hpp"
#include "ingest/extract/ontology.hpp"
#include "ingest/extract/quantities.hpp"
#include "ingest/extract/time_expressions.hpp"
#include "ingest/extract/tree.hpp"

namespace claimgraph {

struct Scene {
    const Document& document;
    const Ontology& ontology;
    const Tree& tree;
    const Arguments& arguments;
    const DocumentEntities& entities;
    const Measures& measures;
    const Attributions& attributions;
    const std::vector<QuantityMention>& quantities;
    const std::vector<TimeMention>& times;        ///< a day or month without a year read as past
    const std::vector<TimeMention>& times_ahead;  ///< the same read as future
    const std::vector<bool>& skipped;             ///< by sentence: nothing is read there
};

/// One end of a statement, as found in the text.
struct End {
    EntityKind kind = EntityKind::topic;
    TokenIndex head = kNone;
    TokenRange range;                  ///< the words that name it; empty when it was taken from context
    std::uint32_t entity = kNone;      ///< index in DocumentEntities::entities
    std::uint32_t mention = kNone;     ///< index in DocumentEntities::mentions
    std::uint32_t measure = kNone;     ///< index in Measures::measures
    std::string name;                  ///< of a topic
    std::uint32_t antecedent = kNone;  ///< mention that it stands for, where the linker does not know it
    bool operator==(const End&) const = default;
};

}  // namespace claimgraph
