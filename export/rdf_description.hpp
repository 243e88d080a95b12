// A graph as RDF resources: entities, documents, edges and claims, in the words of schema.org (Claim,
// NewsArticle), PROV-O and a vocabulary of our own, which docs/context.jsonld and docs/formats.md define.
//
// An edge is an rdf:Statement, which RDF does not take for asserted: the graph never turns a claim into a
// fact.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

enum class RdfType { iri, text, date, month, year, integer, real, boolean };

/// A property: its name in JSON-LD, and what it stands for.
struct RdfTerm {
    std::string_view name;
    std::string_view prefix;
    std::string_view local;
    RdfType type = RdfType::text;
};

struct RdfPrefix {
    std::string_view name;
    std::string_view iri;
};

[[nodiscard]] std::span<const RdfPrefix> rdf_prefixes();
[[nodiscard]] std::span<const RdfTerm> rdf_terms();
/// The term of this name, which must be one.
[[nodiscard]] const RdfTerm& rdf_term(std::string_view name);

/// The JSON-LD context, as a JSON object: exactly docs/context.jsonld's.
[[nodiscard]] std::string rdf_context_json();

/// Takes resources one after the other. Names of resources and values of type `iri` are `prefix:local`, with
/// a local part of letters, digits, `-`, `_`, `.`, `~` and percent escapes. Texts are valid UTF-8 without
/// control characters.
class RdfSink {
  public:
    virtual ~RdfSink() = default;
    virtual void begin(std::string_view resource, std::span<const std::string_view> types) = 0;
    /// `type` is the term's, or a finer one for a date.
    virtual void property(const RdfTerm& term, std::string_view value, RdfType type) = 0;
    virtual void end() = 0;
};

void describe(const GraphView& view, RdfSink& sink);

}  // namespace claimgraph
