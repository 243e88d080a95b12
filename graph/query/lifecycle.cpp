#include "graph/query/lifecycle.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

#include "graph/evidence/days.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

using Kind = LifecycleStep::Kind;

struct Row {
    std::string_view relation;
    Kind actual;
};
constexpr std::array<Row, 6> table{{{"imposes", Kind::in_force},
                                    {"raises", Kind::raised},
                                    {"reduces", Kind::reduced},
                                    {"delays", Kind::delayed},
                                    {"suspends", Kind::suspended},
                                    {"removes", Kind::ended}}};

const Row* row_of(std::string_view relation) {
    const auto* at =
        std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.relation == relation; });
    return at == table.end() ? nullptr : at;
}

bool agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return a.empty() || b.empty() || a == b;
}

/// Whether `step` may be the one that `told` tells of.
bool same_step(const LifecycleStep& told, const LifecycleStep& step) {
    if (told.kind != step.kind || told.planned != step.planned || told.relation != step.relation ||
        told.doer != step.doer || !agree(told.rates, step.rates))
        return false;
    if (!told.dated || !step.dated) return true;
    const auto a = day_span(told.date);
    const auto b = day_span(step.date);
    return a && b && a->overlaps(*b);
}

void take(LifecycleStep& step, LifecycleStep&& told) {
    if (step.rates.empty()) step.rates = std::move(told.rates);
    const bool more_exact = told.dated && (!step.dated || told.date.size() > step.date.size());
    const bool earlier =
        told.dated == step.dated && !told.date.empty() && (step.date.empty() || told.date < step.date);
    if (more_exact || (!step.dated && earlier)) step.date = told.date;
    step.dated = step.dated || told.dated;
    step.claims.push_back(told.claims.front());
}

}  // namespace

std::optional<Kind> step_of(std::string_view relation, const Factuality& factuality) {
    const Row* row = row_of(relation);
    if (row == nullptr) return std::nullopt;
    if (factuality.polarity == Polarity::negative) {
        const bool told = factuality.status == Status::actual || factuality.status == Status::planned;
        return told ? std::optional(Kind::denied) : std::nullopt;
    }
    switch (factuality.status) {
        case Status::actual:
            return row->actual;
        case Status::planned:
            return row->actual == Kind::in_force ? Kind::announced : row->actual;
        case Status::threatened:
            return Kind::threatened;
        case Status::averted:
            return Kind::averted;
        case Status::halted:
            return Kind::suspended;
        case Status::possible:
        case Status::requested:
            break;
    }
    return std::nullopt;
}

std::string to_string(const LifecycleStep& step) {
    constexpr std::array<std::string_view, 10> names{"announced", "threatened", "in force",  "raised",
                                                     "reduced",   "delayed",    "suspended", "averted",
                                                     "ended",     "denied"};
    const std::string name(names.at(static_cast<std::size_t>(step.kind)));
    return step.planned ? "to be " + name : name;
}

std::vector<std::string> rates_of(const Statement& statement) {
    std::vector<std::string> out;
    for (const Quantity& quantity : statement.quantities) {
        if (quantity.role == QuantityRole::amount || quantity.role == QuantityRole::share) continue;
        std::array<char, 32> number{};
        const auto end = std::to_chars(number.data(), number.data() + number.size(), quantity.value).ptr;
        std::string text =
            quantity.role == QuantityRole::rate ? "" : std::string(to_string(quantity.role)) + " ";
        text.append(number.data(), end);
        if (!quantity.unit.empty()) text += " " + quantity.unit;
        out.push_back(std::move(text));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<LifecycleStep> lifecycle(const GraphView& view, NodeIndex measure) {
    const ClaimGraph& graph = view.graph();
    std::vector<LifecycleStep> told;
    if (graph.nodes()[measure].kind != EntityKind::measure) return told;
    for (const GraphView::ViewEdge& view_edge : view.edges()) {
        const Edge& edge = view.edge(view_edge);
        if (edge.target != measure || row_of(edge.relation) == nullptr) continue;
        for (const Claim* claim : view.claims(view_edge)) {
            const auto kind = step_of(edge.relation, claim->factuality);
            if (!kind) continue;
            LifecycleStep step;
            step.kind = *kind;
            step.planned = claim->factuality == Factuality{Status::planned, Polarity::positive} &&
                           *kind != Kind::announced;
            step.relation = edge.relation;
            step.doer = edge.source;
            step.date = date_of(*claim, graph.document(*claim));
            step.dated = day_span(claim->time).has_value();
            step.rates = rates_of(ClaimGraph::statement(*claim));
            step.claims.push_back(claim);
            told.push_back(std::move(step));
        }
    }
    // What is told most exactly makes the steps; the rest joins them.
    std::stable_sort(told.begin(), told.end(), [](const LifecycleStep& a, const LifecycleStep& b) {
        return std::make_tuple(!a.dated, a.rates.empty(), std::string_view(a.date)) <
               std::make_tuple(!b.dated, b.rates.empty(), std::string_view(b.date));
    });
    std::vector<LifecycleStep> steps;
    for (LifecycleStep& step : told) {
        std::vector<LifecycleStep*> fitting;
        for (LifecycleStep& known : steps) {
            if (same_step(step, known)) fitting.push_back(&known);
        }
        // What may be one of several steps and does not say when is left as a step of its own only if it says
        // something new; else the nearest in time has it.
        if (fitting.empty()) {
            steps.push_back(std::move(step));
            continue;
        }
        const auto distance = [&](const LifecycleStep* known) {
            const auto a = day_span(step.date);
            const auto b = day_span(known->date);
            return a && b ? std::abs(day_number(a->first) - day_number(b->first)) : 0;
        };
        take(**std::min_element(fitting.begin(), fitting.end(),
                                [&](const auto* a, const auto* b) { return distance(a) < distance(b); }),
             std::move(step));
    }
    std::stable_sort(steps.begin(), steps.end(), [](const LifecycleStep& a, const LifecycleStep& b) {
        return std::tie(a.date, a.kind, a.planned, a.doer, a.rates) <
               std::tie(b.date, b.kind, b.planned, b.doer, b.rates);
    });
    return steps;
}

}  // namespace claimgraph
