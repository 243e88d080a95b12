#include "export/graphml_exporter.hpp"

#include <array>
#include <charconv>
#include <string>

#include "export/gephi_text.hpp"
#include "export/graph_rows.hpp"
#include "export/xml_writer.hpp"

namespace claimgraph {
namespace {

using columns::Column;
using columns::Type;

std::string_view type_name(Type type) {
    switch (type) {
        case Type::flag:
            return "int";
        case Type::integer:
            return "long";
        case Type::real:
            return "double";
        default:
            return "string";
    }
}

class GraphmlWriter {
  public:
    GraphmlWriter(GraphRows& rows, bool drawn, std::ostream& out) : rows_(rows), drawn_(drawn), xml_(out) {}

    void write() {
        xml_.declaration();
        xml_.start("graphml");
        xml_.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
        xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml_.attribute("xsi:schemaLocation",
                       "http://graphml.graphdrawing.org/xmlns "
                       "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        xml_.line_break();
        write_keys();
        xml_.start("graph");
        xml_.attribute("id", "claims");
        xml_.attribute("edgedefault", "directed");
        xml_.line_break();
        xml_.start("desc");
        xml_.text("Claims by claimgraph: nodes " + std::to_string(rows_.node_count()) + ", edges " +
                  std::to_string(rows_.edge_count()));
        xml_.end();
        xml_.line_break();
        rows_.for_each_node([&](const NodeRow& row) { write_node(row); });
        rows_.for_each_edge([&](const EdgeRow& row) { write_edge(row); });
        xml_.end();
        xml_.line_break();
        xml_.end();
        xml_.line_break();
        xml_.finish();
    }

  private:
    void write_keys() {
        write_key("node", columns::node::label);
        for (const Column& column : rows_.node_columns()) write_key("node", column);
        write_key("node", columns::node::color);
        write_key("node", columns::node::size);
        if (drawn_) write_key("node", columns::node::x);
        if (drawn_) write_key("node", columns::node::y);
        for (const Column& column : {columns::edge::uid, columns::edge::label, columns::edge::weight,
                                     columns::edge::relation, columns::edge::interaction}) {
            write_key("edge", column);
        }
        for (const Column& column : rows_.edge_columns()) write_key("edge", column);
    }

    void write_key(std::string_view scope, const Column& column) {
        xml_.start("key");
        xml_.attribute("id", column.key);
        xml_.attribute("for", scope);
        xml_.attribute("attr.name", column.name);
        xml_.attribute("attr.type", type_name(column.type));
        xml_.end();
        xml_.line_break();
    }

    void write(const Column& column, std::string_view value) {
        if (column.type == Type::text) value = guard_text(value, guarded_);
        if (column.type == Type::json) value = guard_json(value, guarded_);
        xml_.leaf("data", "key", column.key, value);
    }

    template <class Number>
    void write_number(const Column& column, Number value) {
        std::array<char, 32> digits{};
        const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        xml_.leaf("data", "key", column.key,
                  std::string_view(digits.data(), static_cast<std::size_t>(result.ptr - digits.data())));
    }

    void write_cells(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (const auto* text = std::get_if<std::string_view>(&cells[i])) write(columns[i], *text);
            if (const auto* whole = std::get_if<std::int64_t>(&cells[i])) write_number(columns[i], *whole);
            if (const auto* real = std::get_if<double>(&cells[i])) write_number(columns[i], *real);
        }
    }

    void write_node(const NodeRow& row) {
        xml_.start("node");
        xml_.attribute("id", row.id);
        xml_.line_break();
        write(columns::node::label, row.label);
        write_cells(rows_.node_columns(), row.cells);
        write(columns::node::color, row.color);
        write_number(columns::node::size, row.size);
        if (row.position) write_number(columns::node::x, row.position->x);
        if (row.position) write_number(columns::node::y, row.position->y);
        xml_.end();
        xml_.line_break();
    }

    void write_edge(const EdgeRow& row) {
        xml_.start("edge");
        xml_.attribute("id", row.uid);
        xml_.attribute("source", row.source);
        xml_.attribute("target", row.target);
        xml_.attribute("label", row.relation);
        xml_.line_break();
        write(columns::edge::uid, row.uid);
        write(columns::edge::label, row.label);
        write_number(columns::edge::weight, row.weight);
        write(columns::edge::relation, row.relation);
        write(columns::edge::interaction, row.relation);
        write_cells(rows_.edge_columns(), row.cells);
        xml_.end();
        xml_.line_break();
    }

    GraphRows& rows_;
    bool drawn_;
    XmlWriter xml_;
    std::string guarded_;
};

}  // namespace

void write_graphml(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    const auto rows = make_rows(view, options);
    GraphmlWriter(*rows, options.layout, out).write();
}

}  // namespace claimgraph
