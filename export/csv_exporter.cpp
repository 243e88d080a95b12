#include "export/csv_exporter.hpp"

#include <string>

#include "export/cypher_exporter.hpp"
#include "export/gephi_text.hpp"
#include "export/graph_rows.hpp"
#include "export/text_output.hpp"

namespace claimgraph {
namespace {

using columns::Column;
using columns::Type;

/// Whether a spreadsheet would compute the text (OWASP, "CSV Injection").
bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

class CsvWriter {
  public:
    enum class For { gephi, neo4j };
    CsvWriter(For reader, std::ostream& out) : gephi_(reader == For::gephi), out_(out) {}

    void name(std::string_view name) {
        separate();
        quote(name);
    }
    /// JSON is full of backslashes, which Gephi takes for escapes.
    [[nodiscard]] bool has(const Column& column) const { return !gephi_ || column.type != Type::json; }
    void names(std::span<const Column> columns) {
        for (const Column& column : columns) {
            if (has(column)) name(column.name);
        }
    }
    void label(std::string_view text) {
        separate();
        text = mend_text(text, mended_);
        const bool formula = gephi_ && looks_like_formula(text);
        if (formula) {
            formula_.assign(1, '\'').append(text);
            text = formula_;
        }
        quote(text);
    }
    void cell(Type type, const Cell& cell) {
        if (const auto* given = std::get_if<std::string_view>(&cell)) {
            std::string_view text = *given;
            if (gephi_ && type == Type::text) text = guard_text(text, guarded_);
            label(text);
            return;
        }
        separate();
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) append_number(out_.text(), *whole);
        if (const auto* real = std::get_if<double>(&cell)) append_number(out_.text(), *real);
    }
    void cells(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (has(columns[i])) cell(columns[i].type, cells[i]);
        }
    }
    void end_line() {
        out_.text().push_back('\n');
        first_ = true;
        out_.flush_if_full();
    }
    void finish() { out_.finish(); }

  private:
    void separate() {
        if (!first_) out_.text().push_back(',');
        first_ = false;
    }
    /// Always in quotation marks where it might matter; an empty text is told from no value by them.
    void quote(std::string_view text) {
        std::string& out = out_.text();
        if (!text.empty() && text.front() != ' ' && text.back() != ' ' &&
            text.find_first_of(",;\"'\n\r\t\\") == std::string_view::npos) {
            out += text;
            return;
        }
        out.push_back('"');
        for (const char c : text) {
            if (c == '"') out.push_back('"');
            out.push_back(c);
            // A word joiner keeps what follows from being escaped by it.
            if (gephi_ && c == '\\') out += "\u2060";
        }
        out.push_back('"');
    }

    bool gephi_;
    TextOutput out_;
    bool first_ = true;
    std::string mended_;
    std::string guarded_;
    std::string formula_;
};

std::string neo4j_name(const Column& column) {
    switch (column.type) {
        case Type::flag:
        case Type::integer:
            return std::string(column.name) + ":long";
        case Type::real:
            return std::string(column.name) + ":double";
        default:
            return std::string(column.name);
    }
}

ExportOptions without_layout(ExportOptions options) {
    options.layout = false;
    return options;
}

}  // namespace

void write_csv_nodes(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    const auto rows = make_rows(view, without_layout(options));
    CsvWriter csv(CsvWriter::For::gephi, out);
    for (const std::string_view name : {"Id", "Label"}) csv.name(name);
    csv.names(rows->node_columns());
    csv.end_line();
    rows->for_each_node([&](const NodeRow& row) {
        csv.label(row.id);
        csv.label(row.label);
        csv.cells(rows->node_columns(), row.cells);
        csv.end_line();
    });
    csv.finish();
}

void write_csv_edges(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    const auto rows = make_rows(view, without_layout(options));
    CsvWriter csv(CsvWriter::For::gephi, out);
    // Gephi takes Kind for the edge's type, and Type for whether it is directed.
    for (const std::string_view name :
         {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "relation"})
        csv.name(name);
    csv.names(rows->edge_columns());
    csv.end_line();
    rows->for_each_edge([&](const EdgeRow& row) {
        csv.label(row.source);
        csv.label(row.target);
        csv.name("Directed");
        csv.label(row.relation);
        csv.name(row.uid);
        csv.label(row.label);
        csv.cell(Type::real, row.weight);
        csv.cell(Type::text, row.relation);
        csv.cells(rows->edge_columns(), row.cells);
        csv.end_line();
    });
    csv.finish();
}

void write_neo4j_nodes(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    const auto rows = make_rows(view, without_layout(options));
    CsvWriter csv(CsvWriter::For::neo4j, out);
    for (const std::string_view name : {"id:ID", "label"}) csv.name(name);
    for (const Column& column : rows->node_columns()) csv.name(neo4j_name(column));
    csv.name(":LABEL");
    csv.end_line();
    rows->for_each_node([&](const NodeRow& row) {
        csv.label(row.id);
        csv.label(row.label);
        csv.cells(rows->node_columns(), row.cells);
        csv.name(std::string(cypher_base_label) + ";" + cypher_label(row.kind));
        csv.end_line();
    });
    csv.finish();
}

void write_neo4j_relationships(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    const auto rows = make_rows(view, without_layout(options));
    CsvWriter csv(CsvWriter::For::neo4j, out);
    for (const std::string_view name : {":START_ID", ":END_ID", ":TYPE", "label", "weight:double"})
        csv.name(name);
    for (const Column& column : rows->edge_columns()) csv.name(neo4j_name(column));
    csv.end_line();
    rows->for_each_edge([&](const EdgeRow& row) {
        csv.label(row.source);
        csv.label(row.target);
        csv.label(cypher_type(row.relation));
        csv.label(row.label);
        csv.cell(Type::real, row.weight);
        csv.cells(rows->edge_columns(), row.cells);
        csv.end_line();
    });
    csv.finish();
}

}  // namespace claimgraph
