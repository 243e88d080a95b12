#include "graph/query/conflicts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <tuple>

#include "graph/edge_summary.hpp"
#include "graph/evidence/copies.hpp"
#include "graph/evidence/days.hpp"
#include "graph/evidence/disputes.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

constexpr long days_of_one_month = 31;

double weight_of(const ClaimGraph& graph, const Conflict& conflict) {
    std::map<std::string, std::vector<const Claim*>> sides;
    for (std::size_t i = 0; i < conflict.claims.size(); ++i)
        sides[conflict.positions[i]].push_back(conflict.claims[i]);
    std::vector<std::size_t> sizes;
    sizes.reserve(sides.size());
    for (const auto& [position, claims] : sides) sizes.push_back(independence(graph, claims).outlets);
    std::sort(sizes.rbegin(), sizes.rend());
    const std::size_t smaller = sizes.size() > 1 ? sizes[1] : 0;
    return static_cast<double>(smaller) + static_cast<double>(sizes.front()) / 1e6;
}

struct Number {
    const Claim* claim;
    QuantityRole role;
    std::string unit;
    double value;
    std::string text;
};

bool same_time(const ClaimGraph& graph, const Claim& a, const Claim& b) {
    const auto own_a = day_span(a.time);
    const auto own_b = day_span(b.time);
    if (own_a && own_b) return own_a->overlaps(*own_b);
    if (a.document == b.document) return true;
    const auto date_a = day_span(graph.document(a).date);
    const auto date_b = day_span(graph.document(b).date);
    return date_a && date_b &&
           std::labs(day_number(date_a->first) - day_number(date_b->first)) <= days_of_one_month;
}

std::string voice_of(const ClaimGraph& graph, const Claim& claim) {
    return claim.speaker.empty() ? publisher(graph.document(claim)) : claim.speaker;
}

/// Claims of the same doing, the same status and the same time that give different numbers.
void find_numbers(const GraphView& view, const GraphView::ViewEdge& view_edge, std::vector<Conflict>& out) {
    const ClaimGraph& graph = view.graph();
    std::map<std::tuple<QuantityRole, std::string, Factuality>, std::vector<Number>> blocks;
    for (const Claim* claim : view.claims(view_edge)) {
        // Parsing is dear; most statements have no numbers.
        if (claim->json.find("\"quantities\"") == std::string::npos) continue;
        for (const Quantity& quantity : ClaimGraph::statement(*claim).quantities) {
            if (quantity.role == QuantityRole::amount || quantity.role == QuantityRole::share) continue;
            std::array<char, 32> number{};
            const auto end = std::to_chars(number.data(), number.data() + number.size(), quantity.value).ptr;
            std::string text(number.data(), end);
            if (quantity.role != QuantityRole::rate) text.insert(0, " ").insert(0, to_string(quantity.role));
            if (!quantity.unit.empty()) text.append(" ").append(quantity.unit);
            blocks[{quantity.role, quantity.unit, claim->factuality}].push_back(
                {claim, quantity.role, quantity.unit, quantity.value, text});
        }
    }
    for (const auto& [key, numbers] : blocks) {
        const auto against = [&](const Number& a, const Number& b) {
            return a.value != b.value && voice_of(graph, *a.claim) != voice_of(graph, *b.claim) &&
                   same_time(graph, *a.claim, *b.claim);
        };
        Conflict conflict;
        conflict.kind = Conflict::Kind::number;
        conflict.edge = view_edge.edge;
        for (const Number& number : numbers) {
            if (std::any_of(numbers.begin(), numbers.end(),
                            [&](const Number& other) { return against(number, other); })) {
                conflict.claims.push_back(number.claim);
                conflict.positions.push_back(number.text);
            }
        }
        if (conflict.claims.empty()) continue;
        conflict.weight = weight_of(graph, conflict);
        out.push_back(std::move(conflict));
    }
}

}  // namespace

std::vector<Conflict> conflicts(const GraphView& view) {
    const ClaimGraph& graph = view.graph();
    std::vector<Conflict> out;
    for (const GraphView::ViewEdge& view_edge : view.edges()) {
        const Edge& edge = view.edge(view_edge);
        Conflict dispute;
        dispute.edge = view_edge.edge;
        dispute.claims = opposed_claims(graph, view.claims(view_edge));
        if (!dispute.claims.empty()) {
            for (const Claim* claim : dispute.claims)
                dispute.positions.push_back(display_label(edge.relation, std::span(&claim->factuality, 1)));
            dispute.weight = weight_of(graph, dispute);
            out.push_back(std::move(dispute));
        }
        if (graph.nodes()[edge.target].kind == EntityKind::measure) find_numbers(view, view_edge, out);
    }
    std::stable_sort(out.begin(), out.end(), [](const Conflict& a, const Conflict& b) {
        return std::make_tuple(-a.weight, a.edge, a.kind) < std::make_tuple(-b.weight, b.edge, b.kind);
    });
    return out;
}

}  // namespace claimgraph
