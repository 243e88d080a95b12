#include "export/graphml_exporter.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <ostream>
#include <string>

#include "export/gephi_text.hpp"
#include "export/graphml_schema.hpp"
#include "export/xml_writer.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

using graphml::Key;

class GraphmlWriter {
  public:
    GraphmlWriter(const GraphView& view, const ExportOptions& options, std::ostream& out)
        : view_(view), options_(options), xml_(out) {}

    void write() {
        xml_.declaration();
        xml_.start("graphml");
        xml_.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
        xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml_.attribute("xsi:schemaLocation",
                       "http://graphml.graphdrawing.org/xmlns "
                       "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        xml_.line_break();
        write_keys("node", graphml::node::keys);
        write_keys("edge", graphml::edge::keys);
        xml_.start("graph");
        xml_.attribute("id", "claims");
        xml_.attribute("edgedefault", "directed");
        xml_.line_break();
        write_description();
        write_nodes();
        write_edges();
        xml_.end();
        xml_.line_break();
        xml_.end();
        xml_.line_break();
        xml_.finish();
    }

  private:
    template <class Keys>
    void write_keys(std::string_view scope, const Keys& keys) {
        for (const Key& key : keys) {
            xml_.start("key");
            xml_.attribute("id", key.id);
            xml_.attribute("for", scope);
            xml_.attribute("attr.name", key.name);
            xml_.attribute("attr.type", key.type);
            xml_.end();
            xml_.line_break();
        }
    }

    void write_description() {
        xml_.start("desc");
        xml_.text("Claims by claimgraph: nodes " + std::to_string(view_.nodes().size()) + ", edges " +
                  std::to_string(view_.edges().size()));
        xml_.end();
        xml_.line_break();
    }

    /// Labels are exempt from what Gephi does to strings; they stand as they are.
    void plain(const Key& key, std::string_view value) { xml_.leaf("data", "key", key.id, value); }

    void text(const Key& key, std::string_view value) {
        if (!value.empty()) plain(key, guard_text(value, guarded_));
    }
    template <class Number>
    void number(const Key& key, Number value) {
        std::array<char, 32> digits{};
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        plain(key, std::string_view(digits.data(), static_cast<std::size_t>(result.ptr - digits.data())));
    }

    void write_nodes() {
        const std::vector<GraphView::NodeCounts> counts = view_.node_counts();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const Node& node = view_.graph().nodes()[view_.nodes()[i]];
            xml_.start("node");
            xml_.attribute("id", node.id);
            xml_.line_break();
            plain(graphml::node::label, node.label);
            plain(graphml::node::kind, to_string(node.kind));
            text(graphml::node::type, node.type);
            text(graphml::node::aliases, graphml::join_values(node.aliases));
            number(graphml::node::mentions, counts[i].mentions);
            number(graphml::node::documents, counts[i].documents);
            plain(graphml::node::color, graphml::color_of(node.kind));
            // The area of the circle grows with the degree.
            number(graphml::node::size, 8 + 4 * std::sqrt(static_cast<double>(counts[i].degree)));
            xml_.end();
            xml_.line_break();
        }
    }

    void write_edges() {
        std::size_t number = 0;
        for (const GraphView::ViewEdge& edge : view_.edges())
            write_edge(edge, "e" + std::to_string(number++));
    }

    void write_edge(const GraphView::ViewEdge& view_edge, const std::string& uid) {
        const Edge& edge = view_.edge(view_edge);
        const EdgeSummary summary = view_.summary(view_edge);
        xml_.start("edge");
        xml_.attribute("id", uid);
        xml_.attribute("source", view_.graph().nodes()[edge.source].id);
        xml_.attribute("target", view_.graph().nodes()[edge.target].id);
        xml_.attribute("label", edge.relation);
        xml_.line_break();
        plain(graphml::edge::uid, uid);
        plain(graphml::edge::label, summary.label);
        number(graphml::edge::weight, summary.weight);
        text(graphml::edge::relation, edge.relation);
        text(graphml::edge::interaction, edge.relation);
        write_factuality(summary);
        plain(graphml::edge::basis, to_string(summary.basis));
        number(graphml::edge::fact, summary.fact ? 1 : 0);
        text(graphml::edge::speakers, graphml::join_values(summary.speakers));
        text(graphml::edge::first_date, summary.first_date);
        text(graphml::edge::last_date, summary.last_date);
        number(graphml::edge::evidence_count, summary.evidence);
        number(graphml::edge::document_count, summary.documents);
        text(graphml::edge::quote, summary.quote);
        text(graphml::edge::quote_document, summary.quote_document);
        write_evidence(view_.claims(view_edge));
        xml_.end();
        xml_.line_break();
    }

    void write_factuality(const EdgeSummary& summary) {
        std::vector<std::string> statuses;
        for (const Status status : summary.statuses) statuses.emplace_back(to_string(status));
        text(graphml::edge::status, graphml::join_values(statuses));
        std::vector<std::string> polarities;
        if (summary.positive) polarities.emplace_back(to_string(Polarity::positive));
        if (summary.negative) polarities.emplace_back(to_string(Polarity::negative));
        text(graphml::edge::polarity, graphml::join_values(polarities));
    }

    void write_evidence(std::span<const Claim* const> claims) {
        if (options_.evidence == EvidenceDetail::none || claims.empty()) return;
        const Claim* best =
            options_.evidence == EvidenceDetail::first ? best_claim(view_.graph(), claims) : nullptr;
        if (best) claims = std::span(&best, 1);
        evidence_.assign(1, '[');
        const Document* last = nullptr;
        for (const Claim* claim : claims) {
            const Document& document = view_.graph().document(*claim);
            if (&document != last) {
                if (last) evidence_.push_back(',');
                append_json(evidence_, document, false);
                last = &document;
            }
            evidence_.push_back(',');
            evidence_ += claim->json;
        }
        evidence_.push_back(']');
        plain(graphml::edge::evidence, guard_json(evidence_, guarded_));
    }

    const GraphView& view_;
    const ExportOptions& options_;
    XmlWriter xml_;
    std::string evidence_;
    std::string guarded_;
};

}  // namespace

void write_graphml(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    GraphmlWriter(view, options, out).write();
}

}  // namespace claimgraph
