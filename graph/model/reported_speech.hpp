// One attribution of a text, whether a statement was found in it or not: who says what by which words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/model/attribution.hpp"
#include "graph/model/entity.hpp"
#include "graph/model/span.hpp"

namespace claimgraph {

/// Lists of spans are in the order of the text and disjoint; `content` is never empty.
struct ReportedSpeech {
    std::string document;       ///< id
    std::vector<Span> source;   ///< empty when nobody is named
    std::vector<Span> cue;      ///< empty when a quotation stands free
    std::vector<Span> content;  ///< with quotation marks and "that", without a closing comma or full stop
    std::optional<Entity> source_entity;
    AttributionType type = AttributionType::paraphrase;
    bool operator==(const ReportedSpeech&) const = default;
};

}  // namespace claimgraph
