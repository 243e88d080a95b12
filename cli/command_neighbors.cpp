#include "cli/command_neighbors.hpp"

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/names.hpp"
#include "cli/terminal.hpp"
#include "export/exporter.hpp"
#include "graph/json/json_text.hpp"
#include "graph/model/names.hpp"
#include "graph/query/neighbours.hpp"

namespace claimgraph::cli {
namespace {

/// A field of a table or of tab-separated values: on one line, and nothing that drives a terminal.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) out.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    return printable(out);
}

void write_rows(std::ostream& out, const std::vector<std::vector<std::string>>& rows, bool aligned) {
    std::vector<std::size_t> widths;
    const auto width = [](const std::string& text) {
        std::size_t count = 0;
        for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0u) != 0x80 ? 1u : 0u;
        return count;
    };
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out << row[i];
            if (i + 1 == row.size()) break;
            out << (aligned ? std::string(widths[i] - width(row[i]) + 2, ' ') : "\t");
        }
        out << '\n';
    }
}

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
        app.add_option("graph", file_, "GraphML file; - for standard input")->required();
        app.add_option("name", name_, "id, label or alias of a node, without regard to case")->required();
        app.add_option("--relation", filter_.relations, "only edges of this relation (repeatable)");
        app.add_option("--direction", direction_, "edges to follow: out, in or all")
            ->check(CLI::IsMember({"out", "in", "all"}))
            ->capture_default_str();
        app.add_option("--depth", depth_, "how many edges away")
            ->check(CLI::Range(0, 1000))
            ->capture_default_str();
        app.add_option("--kind", kinds_, "only neighbours of this kind (repeatable)");
        app.add_option("--status", statuses_, "only claims of this status (repeatable)");
        app.add_option("--source", filter_.speakers, "only claims of this speaker (repeatable)");
        app.add_option("--since", filter_.since, "only documents from this date on (ISO 8601)");
        app.add_option("--until", filter_.until, "only documents to this date (ISO 8601)");
        app.add_option("--format", format_, "table, tsv, json or graphml")
            ->check(CLI::IsMember({"table", "tsv", "json", "graphml"}))
            ->capture_default_str();
        app.footer(
            "Examples:\n"
            "  claimgraph neighbors trade.graphml China\n"
            "  claimgraph neighbors trade.graphml China --relation delays --direction out --format json");
    }

    void run(Session&) override {
        filter_.statuses = parse_names<Status>(statuses_, "--status");
        const std::vector<EntityKind> kinds = parse_names<EntityKind>(kinds_, "--kind");
        const ClaimGraph graph = read_graph_file(file_);
        const std::vector<NodeIndex> start = find_by_name(graph, name_);
        if (start.empty()) throw Error(unknown_name(graph, file_, name_));
        const Direction direction = direction_ == "out"  ? Direction::out
                                    : direction_ == "in" ? Direction::in
                                                         : Direction::all;
        GraphView view = neighbourhood(GraphView(graph, filter_), start, depth_, direction);
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
        std::vector<std::vector<std::string>> rows{
            {"SOURCE", "RELATION", "TARGET", "BASIS", "CLAIMS", "LAST", "QUOTE"}};
        for (const GraphView::ViewEdge& view_edge : view.edges()) {
            const Edge& edge = view.edge(view_edge);
            const EdgeSummary summary = view.summary(view_edge);
            rows.push_back({cell(view.graph().nodes()[edge.source].label), cell(summary.label),
                            cell(view.graph().nodes()[edge.target].label),
                            std::string(to_string(summary.basis)), std::to_string(summary.evidence),
                            cell(summary.last_date), cell(summary.quote)});
        }
        write_rows(std::cout, rows, format_ == "table");
    }

    std::string file_;
    std::string name_;
    std::string direction_ = "all";
    std::string format_ = "table";
    std::size_t depth_ = 1;
    std::vector<std::string> kinds_;
    std::vector<std::string> statuses_;
    ClaimFilter filter_;
};

class Stats final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("graph", file_, "GraphML file; - for standard input")->required();
        app.add_option("--format", format_, "table or tsv")
            ->check(CLI::IsMember({"table", "tsv"}))
            ->capture_default_str();
        app.footer(
            "Examples:\n  claimgraph stats trade.graphml\n  claimgraph stats trade.graphml --format tsv");
    }

    void run(Session&) override {
        const ClaimGraph graph = read_graph_file(file_);
        std::map<std::string, std::size_t> kinds;
        std::map<std::string, std::size_t> relations;
        for (const Node& node : graph.nodes()) ++kinds[std::string(to_string(node.kind))];
        for (const Edge& edge : graph.edges()) ++relations[cell(edge.relation)];
        std::vector<std::vector<std::string>> rows{{"nodes", std::to_string(graph.nodes().size())},
                                                   {"edges", std::to_string(graph.edges().size())},
                                                   {"claims", std::to_string(graph.claims().size())},
                                                   {"documents", std::to_string(graph.documents().size())}};
        for (const auto& [kind, count] : kinds) rows.push_back({"nodes: " + kind, std::to_string(count)});
        for (const auto& [relation, count] : relations)
            rows.push_back({"edges: " + relation, std::to_string(count)});
        write_rows(std::cout, rows, format_ == "table");
    }

  private:
    std::string file_;
    std::string format_ = "table";
};

}  // namespace

std::unique_ptr<Command> make_neighbors() {
    return std::make_unique<Neighbors>();
}

std::unique_ptr<Command> make_stats() {
    return std::make_unique<Stats>();
}

}  // namespace claimgraph::cli
