// Who says it: one link of a statement's chain of sources.
#pragma once

#include <optional>
#include <string>

#include "graph/model/entity.hpp"
#include "graph/model/extras.hpp"
#include "graph/model/span.hpp"

namespace claimgraph {

enum class AttributionType { quote, paraphrase, belief };

/// The reporting words ("said", "according to").
struct Cue {
    std::string text;
    std::optional<Span> span;
    Extras extras = {};
    bool operator==(const Cue&) const = default;
};

struct Attribution {
    Entity source;
    std::optional<Cue> cue;
    AttributionType type = AttributionType::paraphrase;
    Extras extras;
    bool operator==(const Attribution&) const = default;
};

}  // namespace claimgraph
