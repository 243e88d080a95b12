#include "export/dot_exporter.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "export/graph_rows.hpp"
#include "export/text_output.hpp"

namespace claimgraph {
namespace {

using columns::Column;
using columns::Type;

constexpr double points_per_inch = 72;
/// Bytes in one pair of quotation marks; Graphviz before version 3 takes no more than 16384.
constexpr std::size_t longest_piece = 8000;

class DotWriter {
  public:
    explicit DotWriter(std::ostream& out) : out_(out) {}

    void write(GraphRows& rows) {
        out_.text() +=
            "digraph claims {\n"
            "  graph [charset=\"UTF-8\", outputorder=edgesfirst, overlap=true]\n"
            "  node [shape=circle, style=filled, fixedsize=true, fontname=\"sans-serif\"]\n"
            "  edge [color=\"#888888\", fontcolor=\"#444444\", fontsize=9, fontname=\"sans-serif\"]\n";
        rows.for_each_node([&](const NodeRow& row) { write_node(rows.node_columns(), row); });
        rows.for_each_edge([&](const EdgeRow& row) { write_edge(rows.edge_columns(), row); });
        out_.text() += "}\n";
        out_.finish();
    }

  private:
    void write_node(std::span<const Column> columns, const NodeRow& row) {
        out_.text() += "  ";
        quoted(row.id, Escape::id);
        out_.text() += " [";
        attribute("label", "");
        attribute("xlabel", row.label);
        attribute("tooltip", row.label);
        attributes(columns, row.cells);
        attribute("fillcolor", row.color);
        attribute("width", 2 * row.size / points_per_inch);
        if (row.position) {
            std::string place;
            append_number(place, row.position->x);
            place.push_back(',');
            append_number(place, row.position->y);
            attribute("pos", place);
        }
        out_.text() += "]\n";
        out_.flush_if_full();
    }

    void write_edge(std::span<const Column> columns, const EdgeRow& row) {
        out_.text() += "  ";
        quoted(row.source, Escape::id);
        out_.text() += " -> ";
        quoted(row.target, Escape::id);
        out_.text() += " [";
        attribute("label", row.label);
        attribute("tooltip", row.label);
        attribute("relation", row.relation);
        attribute("weight", row.weight);
        attribute("penwidth", std::min(1 + std::log2(row.weight), 8.0));
        attributes(columns, row.cells);
        out_.text() += "]\n";
        out_.flush_if_full();
    }

    void attributes(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].type != Type::json && !std::holds_alternative<std::monostate>(cells[i]))
                attribute(columns[i].name, cells[i]);
        }
    }

    void attribute(std::string_view name, const Cell& cell) {
        std::string& out = out_.text();
        if (out.back() != '[') out += ", ";
        out.append(name).append("=");
        if (const auto* text = std::get_if<std::string_view>(&cell)) quoted(*text, Escape::text);
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) append_number(out, *whole);
        if (const auto* real = std::get_if<double>(&cell)) append_number(out, *real);
    }

    enum class Escape { id, text };
    /// In an id only the quotation mark is escaped; in a label, backslashes and HTML's entities mean
    /// something too.
    void quoted(std::string_view text, Escape escape) {
        std::string& out = out_.text();
        out.push_back('"');
        std::size_t piece = out.size();
        for (const char c : mend_text(text, mended_)) {
            const bool begins_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
            if (begins_character && out.size() - piece > longest_piece) {
                out += "\" + \"";
                piece = out.size();
            }
            if (c == '"') {
                out += "\\\"";
            } else if (c == '\\') {
                // A backslash before the closing mark would escape it, so an id has none.
                out += escape == Escape::text ? "\\\\" : "/";
            } else if (escape == Escape::text && c == '&') {
                out += "&amp;";
            } else if (c == '\n' || c == '\r') {
                out += escape == Escape::text ? "\\n" : " ";
            } else {
                out.push_back(c);
            }
        }
        out.push_back('"');
    }

    TextOutput out_;
    std::string mended_;
};

}  // namespace

void write_dot(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    DotWriter(out).write(*make_rows(view, options));
}

}  // namespace claimgraph
