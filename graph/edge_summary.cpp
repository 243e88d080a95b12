#include "graph/edge_summary.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "graph/evidence/belief.hpp"
#include "graph/evidence/copies.hpp"
#include "graph/evidence/days.hpp"
#include "graph/evidence/disputes.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

bool is_fact(const Factuality& factuality) {
    return factuality == Factuality{Status::actual, Polarity::positive};
}

/// Lower is better.
auto quote_rank(const ClaimGraph& graph, const Claim& claim) {
    return std::make_tuple(!is_fact(claim.factuality), claim.factuality.polarity, claim.factuality.status,
                           !is_reported(claim, graph.document(claim)),
                           claim.has_confidence ? -claim.confidence : 0, claim.document, claim.sentence,
                           std::string_view(claim.json));
}

std::string qualifier(const Factuality& factuality) {
    std::string status(to_string(factuality.status));
    if (factuality.polarity == Polarity::positive) return status;
    return factuality.status == Status::actual ? "denied" : "not " + status;
}

/// The earlier of two dates, of which the empty one is unknown.
void take_earlier(std::string& held, const std::string& date) {
    if (!date.empty() && (held.empty() || date < held)) held = date;
}

struct Validity {
    std::string from;
    std::string to;
};

/// Since when it is so, by explicit times before dates of documents, and until when: the end of a stated
/// interval, or the first halt or aversion after all that says it is so. A denial ends nothing.
Validity validity(const ClaimGraph& graph, std::span<const Claim* const> claims) {
    const bool any_fact =
        std::any_of(claims.begin(), claims.end(), [](const Claim* c) { return is_fact(c->factuality); });
    Validity out;
    std::string by_document;
    std::string last;
    std::string end_of_interval;
    for (const Claim* claim : claims) {
        const Document& document = graph.document(*claim);
        const auto stated = day_span(claim->time);
        if (is_fact(claim->factuality) || (!any_fact && claim->factuality.polarity == Polarity::positive)) {
            if (stated) take_earlier(out.from, date_of(*claim, document));
            if (any_fact) take_earlier(by_document, document.date);
            const std::size_t slash = claim->time.find('/');
            if (stated && slash != std::string::npos && stated->last < "9999")
                end_of_interval = std::max(end_of_interval, claim->time.substr(slash + 1));
        }
        if (is_fact(claim->factuality)) last = std::max(last, date_of(*claim, document));
    }
    if (out.from.empty()) out.from = by_document;
    out.to = end_of_interval;
    for (const Claim* claim : claims) {
        const bool stops =
            claim->factuality.polarity == Polarity::positive &&
            (claim->factuality.status == Status::halted || claim->factuality.status == Status::averted);
        const std::string date = date_of(*claim, graph.document(*claim));
        if (stops && !date.empty() && (last.empty() || date > last)) take_earlier(out.to, date);
    }
    return out;
}

}  // namespace

std::string_view to_string(Basis basis) {
    constexpr std::array<std::string_view, 3> names{"reported", "claimed", "both"};
    return names.at(static_cast<std::size_t>(basis));
}

bool is_reported(const Claim& claim, const Document& document) {
    return claim.own_voice && document.voice == Voice::news;
}

std::string display_label(std::string_view relation, std::span<const Factuality> factualities) {
    std::string label(relation);
    if (factualities.empty() || std::any_of(factualities.begin(), factualities.end(), is_fact)) return label;
    const std::set<Factuality> distinct(factualities.begin(), factualities.end());
    std::string_view separator = " (";
    for (const Factuality& factuality : distinct) {
        label.append(separator).append(qualifier(factuality));
        separator = ", ";
    }
    return label + ")";
}

const Claim* best_claim(const ClaimGraph& graph, std::span<const Claim* const> claims) {
    const auto best = std::min_element(claims.begin(), claims.end(), [&](const Claim* a, const Claim* b) {
        return quote_rank(graph, *a) < quote_rank(graph, *b);
    });
    return best == claims.end() ? nullptr : *best;
}

EdgeSummary summarise(const ClaimGraph& graph, std::string_view relation,
                      std::span<const Claim* const> claims) {
    EdgeSummary out;
    std::vector<Factuality> factualities;
    std::vector<DocumentIndex> documents;
    bool reported = false;
    bool claimed = false;
    factualities.reserve(claims.size());
    documents.reserve(claims.size());
    for (const Claim* claim : claims) {
        const Document& document = graph.document(*claim);
        factualities.push_back(claim->factuality);
        documents.push_back(claim->document);
        const bool report = is_reported(*claim, document);
        (report ? reported : claimed) = true;
        out.fact = out.fact || (report && is_fact(claim->factuality));
        (claim->factuality.polarity == Polarity::positive ? out.positive : out.negative) = true;
        if (!claim->speaker.empty()) out.speakers.push_back(claim->speaker);
        if (!document.date.empty()) {
            if (out.first_date.empty() || document.date < out.first_date) out.first_date = document.date;
            if (document.date > out.last_date) out.last_date = document.date;
        }
    }
    const auto make_distinct = [](auto& values) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
    };
    make_distinct(factualities);
    make_distinct(documents);
    make_distinct(out.speakers);
    for (const Factuality& factuality : factualities) {
        if (out.statuses.empty() || out.statuses.back() != factuality.status)
            out.statuses.push_back(factuality.status);
    }
    out.label = display_label(relation, factualities);
    out.basis = reported ? (claimed ? Basis::both : Basis::reported) : Basis::claimed;
    out.evidence = claims.size();
    out.documents = documents.size();
    out.weight = static_cast<double>(std::max<std::size_t>(claims.size(), 1));
    const Validity valid = validity(graph, claims);
    out.valid_from = valid.from;
    out.valid_to = valid.to;
    const Independence sources = independence(graph, claims);
    out.outlets = sources.outlets;
    out.copies = sources.copies;
    out.belief = belief(graph, claims, sources);
    out.disputed = is_disputed(graph, claims);
    if (const Claim* best = best_claim(graph, claims)) {
        out.quote = ClaimGraph::quote(*best);
        out.quote_document = graph.document(*best).id;
    }
    return out;
}

}  // namespace claimgraph
