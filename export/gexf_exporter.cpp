#include "export/gexf_exporter.hpp"

#include <charconv>
#include <string>

#include "export/gephi_text.hpp"
#include "export/graph_rows.hpp"
#include "export/text_output.hpp"
#include "export/xml_writer.hpp"

namespace claimgraph {
namespace {

using columns::Column;
using columns::Type;

std::string_view type_name(Type type) {
    switch (type) {
        case Type::flag:
            return "integer";
        case Type::integer:
            return "long";
        case Type::real:
            return "double";
        default:
            return "string";
    }
}

class GexfWriter {
  public:
    explicit GexfWriter(std::ostream& out) : xml_(out) {}

    void write(GraphRows& rows) {
        xml_.declaration();
        xml_.start("gexf");
        xml_.attribute("xmlns", "http://gexf.net/1.3");
        xml_.attribute("xmlns:viz", "http://gexf.net/1.3/viz");
        xml_.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml_.attribute("xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd");
        xml_.attribute("version", "1.3");
        xml_.line_break();
        xml_.start("meta");
        xml_.start("creator");
        xml_.text("claimgraph");
        xml_.end();
        xml_.end();
        xml_.line_break();
        xml_.start("graph");
        xml_.attribute("defaultedgetype", "directed");
        xml_.attribute("mode", "dynamic");
        xml_.attribute("timeformat", "date");
        xml_.attribute("timerepresentation", "interval");
        // Without a zone, dates would shift by that of the reader's machine.
        xml_.attribute("timezone", "UTC");
        xml_.line_break();
        write_attributes("node", rows.node_columns());
        write_attributes("edge", rows.edge_columns());
        xml_.start("nodes");
        xml_.line_break();
        rows.for_each_node([&](const NodeRow& row) { write_node(rows.node_columns(), row); });
        end_element();
        xml_.start("edges");
        xml_.line_break();
        rows.for_each_edge([&](const EdgeRow& row) { write_edge(rows.edge_columns(), row); });
        end_element();
        end_element();
        end_element();
        xml_.finish();
    }

  private:
    void end_element() {
        xml_.end();
        xml_.line_break();
    }

    void write_attributes(std::string_view scope, std::span<const Column> columns) {
        xml_.start("attributes");
        xml_.attribute("class", scope);
        xml_.attribute("mode", "static");
        xml_.line_break();
        if (scope == "edge") write_attribute(columns::edge::relation);
        for (const Column& column : columns) {
            if (column.type != Type::json) write_attribute(column);
        }
        end_element();
    }

    void write_attribute(const Column& column) {
        xml_.start("attribute");
        xml_.attribute("id", column.name);
        xml_.attribute("title", column.name);
        xml_.attribute("type", type_name(column.type));
        end_element();
    }

    std::string_view number(double value) {
        number_.clear();
        append_number(number_, value);
        return number_;
    }

    void write_value(const Column& column, const Cell& cell) {
        if (std::holds_alternative<std::monostate>(cell) || column.type == Type::json) return;
        xml_.start("attvalue");
        xml_.attribute("for", column.name);
        number_.clear();
        if (const auto* text = std::get_if<std::string_view>(&cell)) {
            xml_.attribute("value", column.type == Type::text ? guard_text(*text, guarded_) : *text);
        } else {
            if (const auto* whole = std::get_if<std::int64_t>(&cell)) append_number(number_, *whole);
            if (const auto* real = std::get_if<double>(&cell)) append_number(number_, *real);
            xml_.attribute("value", number_);
        }
        xml_.end();
    }

    /// One spell as attributes of the element itself, several as elements inside (`write_spells`).
    void write_life(std::span<const Spell> spells) {
        if (spells.size() == 1) write_spell(spells.front());
    }
    void write_spell(const Spell& spell) {
        xml_.attribute("start", spell.begin);
        if (!spell.end.empty()) xml_.attribute("end", spell.end);
    }
    void write_spells(std::span<const Spell> spells) {
        if (spells.size() < 2) return;
        xml_.start("spells");
        for (const Spell& spell : spells) {
            xml_.start("spell");
            write_spell(spell);
            xml_.end();
        }
        end_element();
    }

    void write_values(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < columns.size(); ++i) write_value(columns[i], cells[i]);
    }

    void write_node(std::span<const Column> columns, const NodeRow& row) {
        xml_.start("node");
        xml_.attribute("id", row.id);
        xml_.attribute("label", row.label);
        write_life(row.spells);
        xml_.line_break();
        xml_.start("attvalues");
        write_values(columns, row.cells);
        end_element();
        write_spells(row.spells);
        xml_.start("viz:color");
        for (const auto& [name, at] : {std::pair("r", 1), std::pair("g", 3), std::pair("b", 5)}) {
            unsigned value = 0;
            const char* digits = row.color.data() + at;
            std::from_chars(digits, digits + 2, value, 16);
            xml_.attribute(name, std::to_string(value));
        }
        xml_.end();
        xml_.start("viz:size");
        xml_.attribute("value", number(row.size));
        xml_.end();
        if (row.position) {
            xml_.start("viz:position");
            xml_.attribute("x", number(row.position->x));
            xml_.attribute("y", number(row.position->y));
            xml_.attribute("z", "0");
            xml_.end();
        }
        xml_.line_break();
        end_element();
    }

    void write_edge(std::span<const Column> columns, const EdgeRow& row) {
        xml_.start("edge");
        xml_.attribute("id", row.uid);
        xml_.attribute("source", row.source);
        xml_.attribute("target", row.target);
        xml_.attribute("kind", row.relation);
        xml_.attribute("label", row.label);
        xml_.attribute("weight", number(row.weight));
        write_life(row.spells);
        xml_.line_break();
        xml_.start("attvalues");
        write_value(columns::edge::relation, row.relation);
        write_values(columns, row.cells);
        end_element();
        write_spells(row.spells);
        end_element();
    }

    XmlWriter xml_;
    std::string guarded_;
    std::string number_;
};

}  // namespace

void write_gexf(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    GexfWriter(out).write(*make_rows(view, options, WithSpells::yes));
}

}  // namespace claimgraph
