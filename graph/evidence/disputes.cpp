#include "graph/evidence/disputes.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "graph/evidence/copies.hpp"
#include "graph/evidence/days.hpp"

namespace claimgraph {
namespace {

constexpr long days_of_one_month = 31;

bool stops(Status status) {
    return status == Status::halted || status == Status::averted;
}

enum class Contrast { none, polarity, status };

Contrast contrast(const Factuality& a, const Factuality& b) {
    if (a.status == b.status && a.polarity != b.polarity) {
        const bool told =
            a.status == Status::actual || a.status == Status::planned || a.status == Status::threatened;
        return told ? Contrast::polarity : Contrast::none;
    }
    if (a.polarity == Polarity::negative || b.polarity == Polarity::negative) return Contrast::none;
    const bool step =
        (a.status == Status::actual && stops(b.status)) || (b.status == Status::actual && stops(a.status));
    return step ? Contrast::status : Contrast::none;
}

bool same_speaker(const ClaimGraph& graph, const Claim& a, const Claim& b) {
    if (!a.speaker.empty() || !b.speaker.empty()) return a.speaker == b.speaker;
    return publisher(graph.document(a)) == publisher(graph.document(b));
}

bool same_time(const ClaimGraph& graph, const Claim& a, const Claim& b, Contrast how) {
    const Document& first = graph.document(a);
    const Document& second = graph.document(b);
    const auto own_a = day_span(a.time);
    const auto own_b = day_span(b.time);
    if (own_a && own_b) return own_a->overlaps(*own_b);
    const auto days_a = days_of(a, first);
    const auto days_b = days_of(b, second);
    if (how == Contrast::status) {
        if (!own_a && !own_b && a.document == b.document) return true;
        return days_a && days_b && days_a->overlaps(*days_b);
    }
    if (a.document == b.document) return true;
    const auto date_a = day_span(first.date);
    const auto date_b = day_span(second.date);
    return date_a && date_b &&
           std::labs(day_number(date_a->first) - day_number(date_b->first)) <= days_of_one_month;
}

/// Claims that can be opposed to each other, by what they say.
using Side = std::vector<const Claim*>;

template <class Found>
void for_each_contrast(std::span<const Claim* const> claims, const Found& found) {
    const auto side = [&](const auto& admits) {
        Side out;
        std::copy_if(claims.begin(), claims.end(), std::back_inserter(out),
                     [&](const Claim* claim) { return admits(claim->factuality); });
        return out;
    };
    for (const Status status : {Status::actual, Status::planned, Status::threatened}) {
        const Side yes = side([&](Factuality f) { return f == Factuality{status, Polarity::positive}; });
        const Side no = side([&](Factuality f) { return f == Factuality{status, Polarity::negative}; });
        if (!yes.empty() && !no.empty() && found(yes, no)) return;
    }
    const Side holds = side([](Factuality f) { return f == Factuality{Status::actual, Polarity::positive}; });
    const Side stopped =
        side([](Factuality f) { return stops(f.status) && f.polarity == Polarity::positive; });
    if (!holds.empty() && !stopped.empty()) found(holds, stopped);
}

}  // namespace

bool are_opposed(const ClaimGraph& graph, const Claim& a, const Claim& b) {
    const Contrast how = contrast(a.factuality, b.factuality);
    return how != Contrast::none && !same_speaker(graph, a, b) && same_time(graph, a, b, how);
}

bool is_disputed(const ClaimGraph& graph, std::span<const Claim* const> claims) {
    bool disputed = false;
    for_each_contrast(claims, [&](const Side& yes, const Side& no) {
        disputed = std::any_of(yes.begin(), yes.end(), [&](const Claim* a) {
            return std::any_of(no.begin(), no.end(),
                               [&](const Claim* b) { return are_opposed(graph, *a, *b); });
        });
        return disputed;
    });
    return disputed;
}

std::vector<const Claim*> opposed_claims(const ClaimGraph& graph, std::span<const Claim* const> claims) {
    std::vector<const Claim*> out;
    for_each_contrast(claims, [&](const Side& yes, const Side& no) {
        const auto take = [&](const Side& side, const Side& others) {
            std::copy_if(side.begin(), side.end(), std::back_inserter(out), [&](const Claim* a) {
                return std::any_of(others.begin(), others.end(),
                                   [&](const Claim* b) { return are_opposed(graph, *a, *b); });
            });
        };
        take(yes, no);
        take(no, yes);
        return false;
    });
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    std::vector<const Claim*> ordered;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(ordered),
                 [&](const Claim* claim) { return std::binary_search(out.begin(), out.end(), claim); });
    return ordered;
}

}  // namespace claimgraph
