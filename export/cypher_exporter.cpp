#include "export/cypher_exporter.hpp"

#include "export/graph_rows.hpp"
#include "export/text_output.hpp"

namespace claimgraph {
namespace {

using columns::Column;

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

class CypherWriter {
  public:
    explicit CypherWriter(std::ostream& out) : out_(out) {}

    void write(GraphRows& rows) {
        out_.text() += "CREATE CONSTRAINT claimgraph_node_id IF NOT EXISTS FOR (n:";
        out_.text().append(cypher_base_label).append(") REQUIRE n.id IS UNIQUE;\n");
        rows.for_each_node([&](const NodeRow& row) { write_node(rows.node_columns(), row); });
        rows.for_each_edge([&](const EdgeRow& row) { write_edge(rows.edge_columns(), row); });
        out_.finish();
    }

  private:
    void write_node(std::span<const Column> columns, const NodeRow& row) {
        out_.text() += "MERGE (n";
        node_by_id(row.id);
        out_.text() += ") SET n";
        name(cypher_label(row.kind));
        out_.text() += " SET n += {";
        property("label", row.label);
        properties(columns, row.cells);
        out_.text() += "};\n";
        out_.flush_if_full();
    }

    void write_edge(std::span<const Column> columns, const EdgeRow& row) {
        out_.text() += "MATCH (a";
        node_by_id(row.source);
        out_.text() += "), (b";
        node_by_id(row.target);
        out_.text() += ") MERGE (a)-[r";
        name(cypher_type(row.relation));
        out_.text() += "]->(b) SET r += {";
        property("label", row.label);
        property("weight", row.weight);
        properties(columns, row.cells);
        out_.text() += "};\n";
        out_.flush_if_full();
    }

    void node_by_id(std::string_view id) {
        out_.text().append(":").append(cypher_base_label).append(" {id: ");
        string(id);
        out_.text() += "}";
    }

    /// A label or type, in backquotes.
    void name(std::string_view text) {
        std::string& out = out_.text();
        out += ":`";
        for (const char c : mend_text(text, mended_)) {
            if (c == '`') out.push_back('`');
            // A backslash could begin an escape that a parser resolves before it looks for backquotes.
            out.push_back(c == '\\' || c == '\n' || c == '\r' ? ' ' : c);
        }
        out.push_back('`');
    }

    void properties(std::span<const Column> columns, std::span<const Cell> cells) {
        for (std::size_t i = 0; i < columns.size(); ++i) property(columns[i].name, cells[i]);
    }

    void property(std::string_view key, const Cell& cell) {
        if (std::holds_alternative<std::monostate>(cell)) return;
        std::string& out = out_.text();
        if (out.back() != '{') out += ", ";
        out.append(key).append(": ");
        if (const auto* text = std::get_if<std::string_view>(&cell)) string(*text);
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) append_number(out, *whole);
        if (const auto* real = std::get_if<double>(&cell)) {
            const std::size_t begin = out.size();
            append_number(out, *real);
            // 1 would be an integer, and then no other edge's 1.5 would be of the same type.
            if (out.find_first_of(".e", begin) == std::string::npos) out += ".0";
        }
    }

    void string(std::string_view text) {
        std::string& out = out_.text();
        out.push_back('\'');
        char last = 0;
        for (const char c : mend_text(text, mended_)) {
            switch (c) {
                case '\\':
                case '\'':
                    out.push_back('\\');
                    out.push_back(c);
                    break;
                case '\n':
                    out += "\\n";
                    break;
                case '\r':
                    out += "\\r";
                    break;
                case '\t':
                    out += "\\t";
                    break;
                case 'u':
                case 'U':
                    // Neo4j resolves \uXXXX before it looks at strings, an escaped backslash's too: "\\u0027"
                    // would end the string.
                    if (last == '\\') {
                        out += c == 'u' ? "\\u0075" : "\\u0055";
                        break;
                    }
                    [[fallthrough]];
                default:
                    out.push_back(c);
            }
            last = c;
        }
        out.push_back('\'');
    }

    TextOutput out_;
    std::string mended_;
};

}  // namespace

void write_cypher(const GraphView& view, const ExportOptions& options, std::ostream& out) {
    ExportOptions undrawn = options;
    undrawn.layout = false;
    CypherWriter(out).write(*make_rows(view, undrawn));
}

std::string cypher_label(std::string_view kind) {
    std::string label(kind);
    if (!label.empty()) label.front() = upper(label.front());
    return label;
}

std::string cypher_type(std::string_view relation) {
    std::string type;
    for (const char c : relation) type.push_back(upper(c));
    return type;
}

}  // namespace claimgraph
