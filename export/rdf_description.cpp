#include "export/rdf_description.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "export/lifetimes.hpp"
#include "export/speakers.hpp"
#include "export/text_output.hpp"
#include "graph/json/json_text.hpp"
#include "graph/model/error.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

// The parts of the graph have names without a place on the web, so URNs; what they are is told by the rest.
constexpr std::array<RdfPrefix, 10> prefixes{{{"cg", "urn:claimgraph:vocabulary:"},
                                              {"rel", "urn:claimgraph:relation:"},
                                              {"entity", "urn:claimgraph:entity:"},
                                              {"document", "urn:claimgraph:document:"},
                                              {"claim", "urn:claimgraph:claim:"},
                                              {"edge", "urn:claimgraph:edge:"},
                                              {"schema", "https://schema.org/"},
                                              {"prov", "http://www.w3.org/ns/prov#"},
                                              {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                              {"xsd", "http://www.w3.org/2001/XMLSchema#"}}};

constexpr std::array<RdfTerm, 31> terms{{
    {"name", "schema", "name", RdfType::text},
    {"alternateName", "schema", "alternateName", RdfType::text},
    {"kind", "cg", "kind", RdfType::text},
    {"type", "cg", "type", RdfType::text},
    {"headline", "schema", "headline", RdfType::text},
    {"identifier", "schema", "identifier", RdfType::text},
    {"datePublished", "schema", "datePublished", RdfType::date},
    {"publisher", "schema", "publisher", RdfType::text},
    {"byline", "schema", "author", RdfType::text},
    {"url", "schema", "url", RdfType::text},
    {"sha256", "schema", "sha256", RdfType::text},
    {"voice", "cg", "voice", RdfType::text},
    {"edgeSubject", "rdf", "subject", RdfType::iri},
    {"edgePredicate", "rdf", "predicate", RdfType::iri},
    {"edgeObject", "rdf", "object", RdfType::iri},
    {"weight", "cg", "weight", RdfType::real},
    {"basis", "cg", "basis", RdfType::text},
    {"reportedAsFact", "cg", "reportedAsFact", RdfType::boolean},
    {"subject", "cg", "subject", RdfType::iri},
    {"relation", "cg", "relation", RdfType::iri},
    {"object", "cg", "object", RdfType::iri},
    {"status", "cg", "status", RdfType::text},
    {"polarity", "cg", "polarity", RdfType::text},
    {"attribution", "cg", "attribution", RdfType::text},
    {"confidence", "cg", "confidence", RdfType::real},
    {"sentence", "cg", "sentence", RdfType::integer},
    {"text", "schema", "text", RdfType::text},
    {"temporal", "schema", "temporalCoverage", RdfType::text},
    {"supports", "cg", "supports", RdfType::iri},
    {"attributedTo", "prov", "wasAttributedTo", RdfType::iri},
    {"quotedFrom", "prov", "wasQuotedFrom", RdfType::iri},
}};

std::string_view xsd_name(RdfType type) {
    switch (type) {
        case RdfType::date:
            return "date";
        case RdfType::integer:
            return "integer";
        case RdfType::real:
            return "double";
        case RdfType::boolean:
            return "boolean";
        default:
            return {};
    }
}

/// `prefix:text`, all that a local part may not hold percent-escaped.
std::string iri(std::string_view prefix, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out(prefix);
    out.push_back(':');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            out.push_back(c);
        } else if (c == ':') {
            // Node ids are kind:name; a colon may stand in the local part of a name of Turtle.
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        }
    }
    return out;
}

std::string_view article_class(Voice voice) {
    switch (voice) {
        case Voice::opinion:
            return "schema:OpinionNewsArticle";
        case Voice::official:
            return "schema:Report";
        case Voice::news:
            break;
    }
    return "schema:NewsArticle";
}

class Describer {
  public:
    Describer(const GraphView& view, RdfSink& sink)
        : view_(view), graph_(view.graph()), speakers_(view), sink_(sink) {}

    void describe() {
        for (const NodeIndex node : view_.nodes()) describe_entity(graph_.nodes()[node]);
        for (const auto& [id, name] : speakers_.others()) {
            begin(iri("entity", id), {"cg:Entity", "prov:Agent"});
            text("name", name);
            text("kind", to_string(EntityKind::actor));
            sink_.end();
        }
        describe_documents();
        std::size_t number = 0;
        for (const GraphView::ViewEdge& edge : view_.edges()) {
            const std::string name = iri("edge", std::to_string(number++));
            describe_edge(name, edge);
            for (const Claim* claim : view_.claims(edge)) describe_claim(name, edge, *claim);
        }
    }

  private:
    void begin(const std::string& resource, std::initializer_list<std::string_view> types) {
        sink_.begin(resource, std::span(types.begin(), types.size()));
    }
    void link(std::string_view term, std::string_view target) {
        sink_.property(rdf_term(term), target, RdfType::iri);
    }
    void text(std::string_view term, std::string_view value) {
        if (!value.empty()) sink_.property(rdf_term(term), mend_text(value, mended_), RdfType::text);
    }
    void number(std::string_view term, double value) {
        std::string digits;
        append_number(digits, value);
        sink_.property(rdf_term(term), digits, RdfType::real);
    }

    void describe_entity(const Node& node) {
        const bool speaks = node.kind == EntityKind::actor || node.kind == EntityKind::country;
        if (speaks) {
            begin(iri("entity", node.id), {"cg:Entity", "prov:Agent"});
        } else {
            begin(iri("entity", node.id), {"cg:Entity"});
        }
        text("name", node.label);
        for (const std::string& alias : node.aliases) text("alternateName", alias);
        text("identifier", node.id);
        text("kind", to_string(node.kind));
        text("type", node.type);
        sink_.end();
    }

    void describe_documents() {
        std::vector<DocumentIndex> used;
        for (const GraphView::ViewEdge& edge : view_.edges()) {
            for (const Claim* claim : view_.claims(edge)) used.push_back(claim->document);
        }
        std::sort(used.begin(), used.end());
        used.erase(std::unique(used.begin(), used.end()), used.end());
        for (const DocumentIndex index : used) {
            const Document& document = graph_.documents()[index];
            begin(iri("document", document.id), {article_class(document.voice), "prov:Entity"});
            text("identifier", document.id);
            text("headline", document.title);
            if (parse_period(document.date)) {
                const RdfType type = document.date.size() == 10  ? RdfType::date
                                     : document.date.size() == 7 ? RdfType::month
                                                                 : RdfType::year;
                sink_.property(rdf_term("datePublished"), document.date, type);
            }
            text("publisher", document.outlet);
            text("byline", document.author);
            text("url", document.url);
            text("sha256", document.sha256);
            text("voice", to_string(document.voice));
            sink_.end();
        }
    }

    void describe_ends(const GraphView::ViewEdge& view_edge, std::string_view subject,
                       std::string_view predicate, std::string_view object) {
        const Edge& edge = view_.edge(view_edge);
        link(subject, iri("entity", graph_.nodes()[edge.source].id));
        link(predicate, iri("rel", edge.relation));
        link(object, iri("entity", graph_.nodes()[edge.target].id));
    }

    void describe_edge(const std::string& name, const GraphView::ViewEdge& view_edge) {
        const EdgeSummary summary = view_.summary(view_edge);
        begin(name, {"rdf:Statement", "cg:Edge"});
        text("name", summary.label);
        describe_ends(view_edge, "edgeSubject", "edgePredicate", "edgeObject");
        number("weight", summary.weight);
        text("basis", to_string(summary.basis));
        sink_.property(rdf_term("reportedAsFact"), summary.fact ? "true" : "false", RdfType::boolean);
        sink_.end();
    }

    void describe_claim(const std::string& edge_name, const GraphView::ViewEdge& view_edge,
                        const Claim& claim) {
        const Document& document = graph_.document(claim);
        begin(iri("claim", std::to_string(&claim - graph_.claims().data())), {"schema:Claim", "prov:Entity"});
        link("supports", edge_name);
        describe_ends(view_edge, "subject", "relation", "object");
        text("status", to_string(claim.factuality.status));
        text("polarity", to_string(claim.factuality.polarity));
        text("attribution", claim.own_voice ? std::string_view("own voice") : to_string(claim.attribution));
        const std::string_view speaker = speakers_.id_of(claim);
        if (!speaker.empty()) link("attributedTo", iri("entity", speaker));
        link("quotedFrom", iri("document", document.id));
        sink_.property(rdf_term("sentence"), std::to_string(claim.sentence), RdfType::integer);
        text("text", ClaimGraph::quote(claim));
        text("temporal", claim.time);
        if (claim.has_confidence) number("confidence", claim.confidence);
        sink_.end();
    }

    const GraphView& view_;
    const ClaimGraph& graph_;
    Speakers speakers_;
    RdfSink& sink_;
    std::string mended_;
};

}  // namespace

std::span<const RdfPrefix> rdf_prefixes() {
    return prefixes;
}

std::span<const RdfTerm> rdf_terms() {
    return terms;
}

const RdfTerm& rdf_term(std::string_view name) {
    const auto at =
        std::find_if(terms.begin(), terms.end(), [&](const RdfTerm& term) { return term.name == name; });
    if (at == terms.end()) throw Error("no RDF term '" + std::string(name) + "'");
    return *at;
}

std::string rdf_context_json() {
    std::string out = "{\n    \"@version\": 1.1";
    const auto key = [&](std::string_view name) {
        out += ",\n    ";
        append_json_string(out, name);
        out += ": ";
    };
    for (const RdfPrefix& prefix : prefixes) {
        key(prefix.name);
        out += "{\"@id\": ";
        append_json_string(out, prefix.iri);
        out += ", \"@prefix\": true}";
    }
    for (const RdfTerm& term : terms) {
        key(term.name);
        const std::string id = std::string(term.prefix) + ":" + std::string(term.local);
        if (term.type == RdfType::text) {
            append_json_string(out, id);
            continue;
        }
        out += "{\"@id\": ";
        append_json_string(out, id);
        out += ", \"@type\": ";
        append_json_string(out,
                           term.type == RdfType::iri ? "@id" : "xsd:" + std::string(xsd_name(term.type)));
        out += "}";
    }
    return out + "\n  }";
}

void describe(const GraphView& view, RdfSink& sink) {
    Describer(view, sink).describe();
}

}  // namespace claimgraph
