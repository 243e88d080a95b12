#include "export/html_exporter.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/layout.hpp"
#include "export/lifetimes.hpp"
#include "export/text_output.hpp"
#include "graph/json/json_text.hpp"
#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "graph/query/lifecycle.hpp"
#include "view/page.hpp"

namespace claimgraph {
namespace {

/// The graph as JSON that can stand in an HTML script element.
class PageData {
  public:
    PageData(const GraphView& view, std::ostream& out)
        : view_(view), graph_(view.graph()), lifetimes_(view), out_(out) {
        for (std::size_t i = 0; i < view.edges().size(); ++i) {
            if (graph_.nodes()[view.edge(view.edges()[i]).target].kind != EntityKind::measure) continue;
            for (const Claim* claim : view.claims(view.edges()[i])) edge_of_claim_.emplace(claim, i);
        }
    }

    void write() {
        out_.text() += view_page().before_graph;
        out_.text() += "{\"nodes\":[";
        write_nodes();
        out_.text() += "],\n\"documents\":[";
        write_documents();
        out_.text() += "],\n\"edges\":[";
        write_edges();
        out_.text() += "]}";
        out_.text() += view_page().after_graph;
        out_.finish();
    }

  private:
    // ---- JSON, made safe --------------------------------------------------------------------------------
    void text(std::string_view value) { append_json_string(json_, value); }
    void key(std::string_view name) {
        if (json_.back() != '{') json_.push_back(',');
        text(name);
        json_.push_back(':');
    }
    void field(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void field(std::string_view name, double value) {
        key(name);
        append_json_number(json_, value);
    }
    void field(std::string_view name, std::size_t value) {
        key(name);
        append_json_number(json_, value);
    }
    template <class Values>
    void list(std::string_view name, const Values& values) {
        key(name);
        json_.push_back('[');
        for (const auto& value : values) {
            if (json_.back() != '[') json_.push_back(',');
            text(value);
        }
        json_.push_back(']');
    }
    void begin() { json_.assign(1, '{'); }
    /// Puts out the object. "<" could begin an end tag or a comment; in JSON it stands within strings only.
    void end(bool& first) {
        json_.push_back('}');
        std::string& out = out_.text();
        out += first ? "\n" : ",\n";
        first = false;
        for (const char c : json_) {
            if (c == '<') {
                out += "\\u003c";
            } else {
                out.push_back(c);
            }
        }
        out_.flush_if_full();
    }

    // ---- What the page shows ----------------------------------------------------------------------------
    void write_nodes() {
        const std::vector<GraphView::NodeCounts> counts = view_.node_counts();
        const std::vector<Position> places = lay_out(view_);
        bool first = true;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const Node& node = graph_.nodes()[view_.nodes()[i]];
            begin();
            field("id", node.id);
            field("label", node.label);
            field("kind", to_string(node.kind));
            field("type", node.type);
            list("aliases", node.aliases);
            field("mentions", counts[i].mentions);
            field("documents", counts[i].documents);
            field("x", places[i].x);
            field("y", places[i].y);
            field("size", node_size(counts[i].degree));
            if (node.kind == EntityKind::measure) write_life(view_.nodes()[i]);
            end(first);
        }
    }

    void write_life(NodeIndex measure) {
        key("life");
        json_.push_back('[');
        for (const LifecycleStep& step : lifecycle(view_, measure)) {
            json_ += json_.back() == '[' ? "{" : ",{";
            field("step", to_string(step));
            field("date", step.date);
            list("rates", step.rates);
            std::vector<std::string_view> speakers;
            for (const Claim* claim : step.claims) {
                const std::string_view who =
                    claim->speaker.empty() ? "reported" : std::string_view(claim->speaker);
                if (std::find(speakers.begin(), speakers.end(), who) == speakers.end())
                    speakers.push_back(who);
            }
            list("speakers", speakers);
            if (!step.claims.empty()) field("edge", edge_of_claim_.at(step.claims.front()));
            json_.push_back('}');
        }
        json_.push_back(']');
    }

    void write_documents() {
        bool first = true;
        for (const GraphView::ViewEdge& edge : view_.edges()) {
            for (const Claim* claim : view_.claims(edge)) {
                if (!place_of_document_.try_emplace(claim->document, place_of_document_.size()).second)
                    continue;
                const Document& document = graph_.document(*claim);
                begin();
                field("id", document.id);
                field("title", document.title);
                field("date", document.date);
                field("outlet", document.outlet);
                field("url", document.url);
                field("voice", to_string(document.voice));
                end(first);
            }
        }
    }

    void write_edges() {
        bool first = true;
        for (std::size_t i = 0; i < view_.edges().size(); ++i) {
            const GraphView::ViewEdge& view_edge = view_.edges()[i];
            const Edge& edge = view_.edge(view_edge);
            const EdgeSummary summary = view_.summary(view_edge);
            begin();
            field("s", place(edge.source));
            field("t", place(edge.target));
            field("relation", edge.relation);
            field("label", summary.label);
            field("weight", summary.weight);
            std::vector<std::string_view> statuses;
            for (const Status status : summary.statuses) statuses.push_back(to_string(status));
            list("statuses", statuses);
            std::vector<std::string_view> bases;
            if (summary.basis != Basis::claimed) bases.emplace_back("reported");
            if (summary.basis != Basis::reported) bases.emplace_back("claimed");
            if (summary.disputed) bases.emplace_back("disputed");
            list("bases", bases);
            list("speakers", summary.speakers);
            field("first", summary.first_date);
            field("last", summary.last_date);
            field("quote", summary.quote);
            key("spells");
            json_.push_back('[');
            for (const Spell& spell : lifetimes_.of_edge(i)) {
                json_ += json_.back() == '[' ? "[" : ",[";
                text(spell.begin);
                json_.push_back(',');
                text(spell.end);
                json_.push_back(']');
            }
            json_.push_back(']');
            key("claims");
            json_.push_back('[');
            for (const Claim* claim : view_.claims(view_edge)) write_claim(*claim);
            json_.push_back(']');
            end(first);
        }
    }

    void write_claim(const Claim& claim) {
        const Statement statement = ClaimGraph::statement(claim);
        json_ += json_.back() == '[' ? "{" : ",{";
        field("d", place_of_document_.at(claim.document));
        field("quote", statement.evidence.text);
        write_marks(statement);
        field("status", to_string(claim.factuality.status));
        field("polarity", to_string(claim.factuality.polarity));
        field("speaker", claim.speaker);
        field("how", claim.own_voice ? std::string_view("own voice") : to_string(claim.attribution));
        field("time", claim.time);
        std::vector<std::string_view> amounts;
        for (const Quantity& quantity : statement.quantities) amounts.push_back(quantity.text);
        list("amounts", amounts);
        json_.push_back('}');
    }

    /// Stretches of the quote, in code points from its beginning.
    void write_marks(const Statement& statement) {
        key("marks");
        json_.push_back('[');
        const auto mark = [&](const std::optional<Span>& span, std::string_view role) {
            if (!span || !statement.evidence.span.contains(*span) || span->empty()) return;
            json_ += json_.back() == '[' ? "[" : ",[";
            append_json_number(json_, span->begin - statement.evidence.span.begin);
            json_.push_back(',');
            append_json_number(json_, span->end - statement.evidence.span.begin);
            json_.push_back(',');
            text(role);
            json_.push_back(']');
        };
        mark(statement.subject.span, "subject");
        mark(statement.object.span, "object");
        if (statement.predicate) mark(statement.predicate->span, "predicate");
        for (const Attribution& attribution : statement.attribution) {
            mark(attribution.source.span, "speaker");
            if (attribution.cue) mark(attribution.cue->span, "speaker");
        }
        json_.push_back(']');
    }

    [[nodiscard]] std::size_t place(NodeIndex node) const {
        return static_cast<std::size_t>(std::lower_bound(view_.nodes().begin(), view_.nodes().end(), node) -
                                        view_.nodes().begin());
    }

    const GraphView& view_;
    const ClaimGraph& graph_;
    Lifetimes lifetimes_;
    TextOutput out_;
    std::string json_;
    std::unordered_map<DocumentIndex, std::size_t> place_of_document_;
    std::unordered_map<const Claim*, std::size_t> edge_of_claim_;  ///< of edges to measures
};

}  // namespace

bool has_html() {
    return !view_page().before_graph.empty();
}

void write_html(const GraphView& view, const ExportOptions&, std::ostream& out) {
    if (!has_html()) {
        throw Error(
            "this program was built without the web view; configure with -DCLAIMGRAPH_VIEW=ON, which needs "
            "npm, and build again");
    }
    PageData(view, out).write();
}

}  // namespace claimgraph
