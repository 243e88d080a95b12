// The narrow waist of the program: one typed relation between two entities as one sentence of one document
// puts it. Ingest makes statements, graph assembles them, export renders what was assembled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/model/attribution.hpp"
#include "graph/model/entity.hpp"
#include "graph/model/extras.hpp"
#include "graph/model/factuality.hpp"
#include "graph/model/quantity.hpp"
#include "graph/model/span.hpp"

namespace claimgraph {

/// The words that state the relation.
struct Predicate {
    std::string text;
    std::optional<Span> span;
    Extras extras = {};
    bool operator==(const Predicate&) const = default;
};

/// An argument that is an entity, or words that are none.
struct Argument {
    std::optional<Entity> entity;  ///< when absent, `text` holds the words
    std::string text;
    Extras extras;
    bool operator==(const Argument&) const = default;
};

/// Where it stands: the sentence, verbatim.
struct Evidence {
    std::string document;      ///< document id
    std::size_t sentence = 0;  ///< from 0
    Span span;
    std::string text;  ///< exactly the document's text at `span`
    Extras extras;
    bool operator==(const Evidence&) const = default;
};

struct Statement {
    std::string id;  ///< unique in the file; may be empty before the writer fills it
    std::string relation;
    std::optional<Predicate> predicate;
    Entity subject;
    Entity object;
    std::optional<Entity> counterparty;
    std::optional<Entity> instrument;
    std::optional<Argument> topic;
    std::optional<Argument> location;
    std::vector<Quantity> quantities;
    std::optional<TimeValue> time;
    std::optional<TimeValue> duration;
    std::optional<Argument> reason;
    Factuality factuality;
    std::vector<Attribution> attribution;  ///< innermost source first; empty: the document's own voice
    std::optional<double> confidence;      ///< 0..1
    Evidence evidence;
    Extras extras;
    bool operator==(const Statement&) const = default;
};

}  // namespace claimgraph
