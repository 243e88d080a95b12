// A graph as rows of nodes and edges with typed cells: what every format that knows nodes and edges writes.
//
// Either one edge for each (source, relation, target) with its evidence summed up, or, with
// `ExportOptions::claims`, each claim as a node of its own with edges to speaker, subject, object and
// document.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "export/columns.hpp"
#include "export/exporter.hpp"
#include "export/layout.hpp"
#include "export/lifetimes.hpp"

namespace claimgraph {

/// Nothing where there is no value.
using Cell = std::variant<std::monostate, std::string_view, std::int64_t, double>;

struct NodeRow {
    std::string_view id;     ///< unique, not empty, without white space
    std::string_view label;  ///< may be empty
    std::string_view kind;   ///< also a cell: an entity's kind, `claim` or `document`
    std::string_view color;  ///< `#rrggbb`
    double size = 1;
    std::optional<Position> position;
    std::span<const Spell> spells;  ///< when it exists; empty: always
    std::span<const Cell> cells;    ///< one for each of the rows' `node_columns()`
};

struct EdgeRow {
    std::string_view uid;  ///< unique among edges: `e17`
    std::string_view source;
    std::string_view target;
    std::string_view relation;
    std::string_view label;
    double weight = 1;  ///< finite, above 0
    std::span<const Spell> spells;
    std::span<const Cell> cells;  ///< one for each of `edge_columns()`
};

/// What a row refers to holds until the function that takes it returns. Not thread-safe.
class GraphRows {
  public:
    GraphRows() = default;
    virtual ~GraphRows() = default;
    GraphRows(const GraphRows&) = delete;
    GraphRows& operator=(const GraphRows&) = delete;

    [[nodiscard]] virtual std::span<const columns::Column> node_columns() const = 0;
    [[nodiscard]] virtual std::span<const columns::Column> edge_columns() const = 0;
    [[nodiscard]] virtual std::size_t node_count() const = 0;
    [[nodiscard]] virtual std::size_t edge_count() const = 0;
    virtual void for_each_node(const std::function<void(const NodeRow&)>& take) = 0;
    virtual void for_each_edge(const std::function<void(const EdgeRow&)>& take) = 0;
};

enum class WithSpells { no, yes };

/// `view` must outlive the rows.
[[nodiscard]] std::unique_ptr<GraphRows> make_rows(const GraphView& view, const ExportOptions& options,
                                                   WithSpells with_spells = WithSpells::no);

}  // namespace claimgraph
