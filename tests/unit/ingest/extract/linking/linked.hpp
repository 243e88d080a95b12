// What the linker makes of analyses written by hand, as short texts for tests.
#pragma once

#include <string>

#include "ingest/extract/analysis_builder.hpp"
#include "ingest/extract/linking/entity_linker.hpp"

namespace claimgraph::testing {

inline const EntityLinker& linker() {
    static const EntityLinker shared(std::string(CLAIMGRAPH_SOURCE_DIR) + "/lexicons");
    return shared;
}

inline DocumentEntities link(AnalysisBuilder& builder, const std::string& date = "2019-05-10") {
    const nlp::Analysis analysis = builder.build();
    Document document;
    document.date = date;
    return linker().link(document, analysis);
}

/// "A > B" for each affiliation that words state, in the order found.
inline std::string affiliations(const DocumentEntities& found) {
    std::string out;
    for (const Affiliation& a : found.affiliations) {
        if (a.implied) continue;
        out +=
            (out.empty() ? "" : "; ") + found.entities[a.actor].name + " > " + found.entities[a.target].name;
    }
    return out;
}

/// The names of the entity and the members of the mention headed by `token`, or "-".
inline std::string named_at(const DocumentEntities& found, std::uint32_t token) {
    const std::uint32_t m = found.mention_at(token);
    if (m == nlp::kNone) return "-";
    std::string out =
        found.mentions[m].entity == nlp::kNone ? "" : found.entities[found.mentions[m].entity].name;
    for (const std::uint32_t member : found.mentions[m].members)
        out += (out.empty() ? "" : " + ") + found.entities[member].name;
    return out.empty() ? "-" : out;
}

}  // namespace claimgraph::testing
