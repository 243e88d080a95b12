#include "cli/command_neighbors.hpp"

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/dates.hpp"
#include "cli/graph_file.hpp"
#include "cli/names.hpp"
#include "cli/query_options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "export/exporter.hpp"
#include "graph/evidence/days.hpp"
#include "graph/json/json_text.hpp"
#include "graph/model/names.hpp"
#include "graph/query/neighbours.hpp"
#include "graph/query/roll_up.hpp"
#include "graph/store/store.hpp"

namespace claimgraph::cli {
namespace {

void write_json(std::ostream& out, const GraphView& view) {
    const auto nodes = view.graph().nodes();
    std::string json = "[";
    const auto field = [&](std::string_view name, std::string_view value) {
        json += json.back() == '{' ? "" : ",";
        append_json_string(json, name);
        json += ":";
        append_json_string(json, value);
    };
    for (const GraphView::ViewEdge& view_edge : view.edges()) {
        const Edge& edge = view.edge(view_edge);
        const EdgeSummary summary = view.summary(view_edge);
        json += json.size() > 1 ? ",\n{" : "\n{";
        field("source", nodes[edge.source].id);
        field("source_label", nodes[edge.source].label);
        field("relation", edge.relation);
        field("target", nodes[edge.target].id);
        field("target_label", nodes[edge.target].label);
        field("label", summary.label);
        field("basis", to_string(summary.basis));
        field("first_date", summary.first_date);
        field("last_date", summary.last_date);
        field("valid_from", summary.valid_from);
        field("valid_to", summary.valid_to);
        json += ",\"disputed\":" + std::string(summary.disputed ? "true" : "false") + ",\"belief\":";
        append_json_number(json, summary.belief);
        json += ",\"outlets\":";
        append_json_number(json, summary.outlets);
        json += ",\"copies\":";
        append_json_number(json, summary.copies);
        field("quote", summary.quote);
        json += ",\"speakers\":[";
        for (const std::string& speaker : summary.speakers) {
            json += json.back() == '[' ? "" : ",";
            append_json_string(json, speaker);
        }
        json += "],\"evidence\":[";
        for (const Claim* claim : view.claims(view_edge)) {
            json += json.back() == '[' ? "" : ",";
            json += claim->json;
        }
        json += "]}";
    }
    out << json << (view.edges().empty() ? "]\n" : "\n]\n");
}

class Neighbors final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph; - for standard input")->required();
        app.add_option("NAME", name_, "id, label or alias of a node, without regard to case")->required();
        const auto repeatable = [&](const char* name, std::vector<std::string>& values, const char* help) {
            app.add_option(name, values, help)
                ->expected(1)
                ->allow_extra_args(false)
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        };
        repeatable("--relation", filter_.relations, "Only edges of this relation (repeatable)");
        app.add_option("--direction", direction_, "Edges to follow: out, in or all")
            ->check(CLI::IsMember({"out", "in", "all"}))
            ->capture_default_str();
        app.add_option("--depth", depth_, "How many edges away")
            ->check(CLI::Range(0, 1000))
            ->capture_default_str();
        repeatable("--kind", kinds_, "Only neighbours of this kind (repeatable)");
        repeatable("--status", statuses_, "Only claims of this status (repeatable)");
        repeatable("--source", filter_.speakers, "Only claims of this speaker (repeatable)");
        app.add_option("--since", since_, "Only documents from this date on (ISO 8601, or 'last month')")
            ->type_name("DATE");
        app.add_option("--until", until_, "Only documents to this date")->type_name("DATE");
        app.add_option("--as-of", as_of_, "What was known on this date, and held then")->type_name("DATE");
        app.add_option("--min-belief", min_belief_, "Only edges believed so far, 0 to 1")
            ->type_name("P")
            ->check(CLI::Range(0.0, 1.0));
        app.add_option("--min-confidence", filter_.min_confidence,
                       "Only claims of this confidence, 0 to 1, or of none")
            ->type_name("P")
            ->check(CLI::Range(0.0, 1.0));
        app.add_flag("--disputed", disputed_, "Only edges on which speakers contradict each other");
        app.add_flag("--roll-up", roll_up_,
                     "Persons, ministries, administrations and groups count as the country they belong to");
        add_format_option(app, format_, {"table", "tsv", "json", "graphml"});
        app.footer(
            "Examples:\n"
            "  claimgraph neighbors trade.graphml China\n"
            "  claimgraph neighbors trade.graphml China --relation delays --direction out --format json\n"
            "  claimgraph neighbors news.store China --roll-up --since 'last month' --min-belief 0.7");
    }

    void run(Session& session) override {
        filter_.statuses = parse_names<Status>(statuses_, "--status");
        const std::vector<EntityKind> kinds = parse_names<EntityKind>(kinds_, "--kind");
        const ClaimGraph graph = read(session);
        const std::vector<NodeIndex> start = nodes_named(graph, file_, name_);
        filter_.since = date_given(graph, since_, "--since");
        filter_.until = date_given(graph, until_, "--until");
        const std::string day = date_given(graph, as_of_, "--as-of");
        if (!day.empty()) filter_.until = filter_.until.empty() ? day : std::min(filter_.until, day);
        const Direction direction = direction_ == "out"  ? Direction::out
                                    : direction_ == "in" ? Direction::in
                                                         : Direction::all;
        GraphView view(graph, filter_);
        if (disputed_ || min_belief_ > 0 || !day.empty()) {
            view = view.where([&](const Edge&, const EdgeSummary& summary) {
                return (!disputed_ || summary.disputed) && summary.belief >= min_belief_ &&
                       (day.empty() || holds_on(summary, day));
            });
        }
        view = neighbourhood(view, start, depth_, direction);
        if (!kinds.empty()) view = of_kinds(view, start, kinds);
        if (format_ == "graphml") {
            find_export_format(format_)->write(view, {}, std::cout);
        } else if (format_ == "json") {
            write_json(std::cout, view);
        } else {
            write_table(view);
        }
    }

  private:
    /// Of a store, no more than the answer needs: dates in words are reckoned from all documents, and
    /// countries that actors belong to may lie anywhere.
    [[nodiscard]] ClaimGraph read(Session& session) const {
        const auto in_words = [](const std::string& date) { return !date.empty() && !day_span(date); };
        const bool everything =
            roll_up_ || depth_ > 2 || in_words(since_) || in_words(until_) || in_words(as_of_);
        if (!everything && file_ != "-" && Store::is_store(file_)) {
            auto part =
                Store(file_, Store::Access::read).around(name_, depth_, filter_.relations, !as_of_.empty());
            if (part) return std::move(*part);
        }
        ClaimGraph graph = open_graph(session, file_);
        return roll_up_ ? claimgraph::roll_up(graph) : std::move(graph);
    }

    /// Whether it had begun, and had not ended, as exactly as the dates tell.
    static bool holds_on(const EdgeSummary& summary, const std::string& day) {
        const std::string& from = summary.valid_from.empty() ? summary.first_date : summary.valid_from;
        const auto wanted = day_span(day);
        const auto began = day_span(from);
        const auto ended = day_span(summary.valid_to);
        if (!wanted) return true;
        return (!began || began->first <= wanted->last) && (!ended || ended->last > wanted->first);
    }

    static GraphView of_kinds(const GraphView& view, const std::vector<NodeIndex>& start,
                              const std::vector<EntityKind>& kinds) {
        const auto admitted = [&](NodeIndex node) {
            return std::find(start.begin(), start.end(), node) != start.end() ||
                   std::find(kinds.begin(), kinds.end(), view.graph().nodes()[node].kind) != kinds.end();
        };
        std::vector<EdgeIndex> edges;
        for (const GraphView::ViewEdge& edge : view.edges()) {
            if (admitted(view.edge(edge).source) && admitted(view.edge(edge).target))
                edges.push_back(edge.edge);
        }
        return GraphView(view, edges, start);
    }

    void write_table(const GraphView& view) const {
        Table table({"source", "relation", "target", "basis", "claims", "last", "quote"});
        for (const GraphView::ViewEdge& view_edge : view.edges()) {
            const Edge& edge = view.edge(view_edge);
            const EdgeSummary summary = view.summary(view_edge);
            table.add({view.graph().nodes()[edge.source].label, summary.label,
                       view.graph().nodes()[edge.target].label,
                       std::string(to_string(summary.basis)) + (summary.disputed ? ", disputed" : ""),
                       summary.evidence, summary.last_date, summary.quote});
        }
        table.write(std::cout, format_);
    }

    std::string file_;
    std::string name_;
    std::string direction_ = "all";
    std::string format_;
    std::string since_;
    std::string until_;
    std::string as_of_;
    double min_belief_ = 0;
    bool disputed_ = false;
    bool roll_up_ = false;
    std::size_t depth_ = 1;
    std::vector<std::string> kinds_;
    std::vector<std::string> statuses_;
    ClaimFilter filter_;
};

}  // namespace

std::unique_ptr<Command> make_neighbors() {
    return std::make_unique<Neighbors>();
}

}  // namespace claimgraph::cli
