// When edges and measures hold, as far as the claims tell, for formats with a timeline.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

/// From one day to another, both inclusive, as YYYY-MM-DD; an empty end: it goes on.
struct Spell {
    std::string begin;
    std::string end;
    auto operator<=>(const Spell&) const = default;
};

/// The days that an ISO 8601 date, month, year or interval of these covers ("2018-07", "2018/2019-03-01",
/// "2018-07-06/.."). Nothing where it is none, or where it ends before it begins.
[[nodiscard]] std::optional<Spell> parse_period(std::string_view iso);

/// Sorted, with those that overlap or touch the same day joined.
[[nodiscard]] std::vector<Spell> join_spells(std::vector<Spell> spells);

/// An edge holds from `EdgeSummary::valid_from`, or else its first date, to `valid_to`; without one, it goes
/// on. A measure begins with its first edge and ends where a claim says that it has been removed (actual and
/// positive); so do the edges at its ends. What has no date has no spells: it is always there.
class Lifetimes {
  public:
    explicit Lifetimes(const GraphView& view);

    /// Of the edge at this position in `view.edges()`.
    [[nodiscard]] const std::vector<Spell>& of_edge(std::size_t position) const { return edges_[position]; }
    /// Of the node at this position in `view.nodes()`; empty for what is no measure.
    [[nodiscard]] const std::vector<Spell>& of_node(std::size_t position) const { return nodes_[position]; }

  private:
    std::vector<std::vector<Spell>> edges_;
    std::vector<std::vector<Spell>> nodes_;
};

/// From the time that the claim names, or its document's date. Nothing where neither is known.
[[nodiscard]] std::optional<Spell> spell_of(const Claim& claim, const Document& document);

}  // namespace claimgraph
