#include "export/cytoscape_exporter.hpp"

#include <string>

#include "export/graph_rows.hpp"
#include "export/text_output.hpp"
#include "graph/json/json_text.hpp"

namespace claimgraph {
namespace {

using columns::Column;

class CytoscapeWriter {
  public:
    explicit CytoscapeWriter(std::ostream& out) : out_(out) {}

    void write(GraphRows& rows) {
        out_.text() +=
            "{\"format_version\":\"1.0\",\"generated_by\":\"claimgraph\","
            "\"target_cytoscapejs_version\":\"~2.1\",\"data\":{\"name\":\"claims\"},"
            "\"directed\":true,\"multigraph\":true,\"elements\":{\"nodes\":[";
        rows.for_each_node([&](const NodeRow& row) { write_node(rows.node_columns(), row); });
        out_.text() += "\n],\"edges\":[";
        first_ = true;
        rows.for_each_edge([&](const EdgeRow& row) { write_edge(rows.edge_columns(), row); });
        out_.text() += "\n]}}\n";
        out_.finish();
    }

  private:
    void write_node(std::span<const Column> columns, const NodeRow& row) {
        begin();
        field("id", row.id);
        field("value", row.id);  // NetworkX's name for it
        field("name", row.label);
        field("shared_name", row.label);
        fields(columns, row.cells);
        field("color", row.color);
        field("size", row.size);
        out_.text().push_back('}');
        if (row.position) {
            // On the screen, y grows downwards.
            out_.text() += ",\"position\":{\"x\":";
            append_number(out_.text(), row.position->x);
            out_.text() += ",\"y\":";
            append_number(out_.text(), 0.0 - row.position->y);
            out_.text().push_back('}');
        }
        out_.text().push_back('}');
        out_.flush_if_full();
    }

    void write_edge(std::span<const Column> columns, const EdgeRow& row) {
        begin();
        field("id", row.uid);
        field("key", row.uid);  // by which NetworkX tells parallel edges
        field("source", row.source);
        field("target", row.target);
        field("name", row.label);
        field("interaction", row.relation);
        field("shared_interaction", row.relation);
        field("weight", row.weight);
        fields(columns, row.cells);
        out_.text() += "}}";
        out_.flush_if_full();
    }

    void begin() {
        out_.text() += first_ ? "\n{\"data\":{" : ",\n{\"data\":{";
        first_ = false;
    }
    void fields(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!std::holds_alternative<std::monostate>(cells[i])) field(columns[i].name, cells[i]);
        }
    }
    void field(std::string_view name, const Cell& cell) {
        std::string& out = out_.text();
        if (out.back() != '{') out.push_back(',');
        append_json_string(out, name);
        out.push_back(':');
        append_json_cell(out, cell);
    }

    TextOutput out_;
    bool first_ = true;
};

}  // namespace

void write_cytoscape(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    CytoscapeWriter(out).write(*make_rows(view, options));
}

}  // namespace claimgraph
