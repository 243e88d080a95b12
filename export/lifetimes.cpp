#include "export/lifetimes.hpp"

#include <algorithm>
#include <chrono>

namespace claimgraph {
namespace {

/// The digits at `at`, or nothing.
std::optional<unsigned> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    unsigned value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = 10 * value + static_cast<unsigned>(c - '0');
    }
    return value;
}

std::string with_day(std::string_view month, unsigned day) {
    return std::string(month) + (day < 10 ? "-0" : "-") + std::to_string(day);
}

/// First and last day of a date, month or year.
std::optional<Spell> parse_point(std::string_view text) {
    const auto year = digits(text, 0, 4);
    if (!year || *year == 0) return std::nullopt;
    if (text.size() == 4) return Spell{std::string(text) + "-01-01", std::string(text) + "-12-31"};
    const auto month = digits(text, 5, 2);
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    const std::chrono::year_month_day_last last{std::chrono::year(static_cast<int>(*year)),
                                                std::chrono::month_day_last(std::chrono::month(*month))};
    const auto days = static_cast<unsigned>(last.day());
    if (text.size() == 7) return Spell{with_day(text, 1), with_day(text, days)};
    const auto day = digits(text, 8, 2);
    if (text[7] != '-' || !day || *day < 1 || *day > days || text.size() != 10) return std::nullopt;
    return Spell{std::string(text), std::string(text)};
}

/// Lets what began by `end` not last longer. What comes after is a new beginning, or talk of what was.
void end_by(std::vector<Spell>& spells, const std::string& end) {
    for (Spell& spell : spells) {
        if (spell.begin <= end && (spell.end.empty() || spell.end > end)) spell.end = end;
    }
}

}  // namespace

std::optional<Spell> parse_period(std::string_view iso) {
    const std::size_t slash = iso.find('/');
    if (slash == std::string_view::npos) return parse_point(iso);
    const std::string_view last = iso.substr(slash + 1);
    const auto from = parse_point(iso.substr(0, slash));
    if (!from) return std::nullopt;
    if (last == "..") return Spell{from->begin, {}};
    const auto to = parse_point(last);
    if (!to || to->end < from->begin) return std::nullopt;
    return Spell{from->begin, to->end};
}

std::vector<Spell> join_spells(std::vector<Spell> spells) {
    std::sort(spells.begin(), spells.end());
    std::vector<Spell> out;
    for (Spell& spell : spells) {
        if (!out.empty() && (out.back().end.empty() || spell.begin <= out.back().end)) {
            if (!out.back().end.empty() && (spell.end.empty() || spell.end > out.back().end))
                out.back().end = spell.end;
            continue;
        }
        out.push_back(std::move(spell));
    }
    return out;
}

std::optional<Spell> spell_of(const Claim& claim, const Document& document) {
    if (const auto named = parse_period(claim.time)) {
        const bool interval = claim.time.find('/') != std::string::npos;
        return interval ? *named : Spell{named->begin, {}};
    }
    const auto dated = parse_period(document.date);
    if (!dated) return std::nullopt;
    return Spell{dated->begin, {}};
}

Lifetimes::Lifetimes(const GraphView& view) : edges_(view.edges().size()), nodes_(view.nodes().size()) {
    const ClaimGraph& graph = view.graph();
    const auto position = [&](NodeIndex node) {
        return static_cast<std::size_t>(std::lower_bound(view.nodes().begin(), view.nodes().end(), node) -
                                        view.nodes().begin());
    };
    const auto is_measure = [&](NodeIndex node) { return graph.nodes()[node].kind == EntityKind::measure; };
    std::vector<std::string> ends(nodes_.size());
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        const GraphView::ViewEdge& view_edge = view.edges()[i];
        const Edge& edge = view.edge(view_edge);
        const EdgeSummary summary = view.summary(view_edge);
        const auto from = parse_period(summary.valid_from.empty() ? summary.first_date : summary.valid_from);
        const auto to = parse_period(summary.valid_to);
        if (from) edges_[i].push_back({from->begin, to && to->end >= from->begin ? to->end : std::string()});
        if (edge.relation != "removes" || !is_measure(edge.target)) continue;
        for (const Claim* claim : view.claims(view_edge)) {
            const auto removed = spell_of(*claim, graph.document(*claim));
            if (!removed || claim->factuality != Factuality{Status::actual, Polarity::positive}) continue;
            std::string& end = ends[position(edge.target)];
            end = std::max(end, removed->begin);
        }
    }
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        const Edge& edge = view.edge(view.edges()[i]);
        for (const NodeIndex node : {edge.source, edge.target}) {
            if (!is_measure(node)) continue;
            const std::size_t at = position(node);
            if (!ends[at].empty()) end_by(edges_[i], ends[at]);
            nodes_[at].insert(nodes_[at].end(), edges_[i].begin(), edges_[i].end());
        }
    }
    for (std::vector<Spell>& spells : nodes_) spells = join_spells(std::move(spells));
}

}  // namespace claimgraph
