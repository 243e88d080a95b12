// `claimgraph timeline`: what happened to a measure, or around an entity, in time.
#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/query_options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "cli/timeline_svg.hpp"
#include "graph/evidence/copies.hpp"
#include "graph/evidence/days.hpp"
#include "graph/query/lifecycle.hpp"

namespace claimgraph::cli {
namespace {

/// A row of the answer.
struct Event {
    std::string date;
    std::string subject;  ///< the measure, or the entity asked for
    std::string step;
    std::string doer;
    std::string event;
    std::vector<std::string> rates;
    std::vector<std::string> speakers;
    std::size_t claims = 0;
    std::size_t documents = 0;
    std::string document;
    std::string quote;
    std::string color;
};

/// Of Okabe and Ito's palette, by kind of step.
constexpr std::array<std::string_view, 10> colors{"#56B4E9", "#E69F00", "#0072B2", "#D55E00", "#009E73",
                                                  "#F0E442", "#CC79A7", "#999999", "#000000", "#999999"};

void take_claims(Event& event, const ClaimGraph& graph, std::vector<const Claim*> claims) {
    std::set<std::string> speakers;
    std::set<DocumentIndex> documents;
    for (const Claim* claim : claims) {
        speakers.insert(claim->speaker.empty() ? publisher(graph.document(*claim)) : claim->speaker);
        documents.insert(claim->document);
    }
    event.speakers.assign(speakers.begin(), speakers.end());
    event.claims = claims.size();
    event.documents = documents.size();
    const Claim* best = best_claim(graph, claims);
    event.document = graph.document(*best).id;
    event.quote = ClaimGraph::quote(*best);
}

class Timeline final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph")->required();
        app.add_option("NAME", name_, "id, label or alias of a node")->required();
        claims_.configure(app);
        add_format_option(app, format_, {"table", "tsv", "json", "svg"});
        app.footer(
            "The life of a measure step by step; of any other entity, the dated events of its edges. A date "
            "is the\n"
            "time that the text states, else that of the first document.\n\n"
            "Examples:\n"
            "  claimgraph timeline news.store 'tariff on fish'\n"
            "  claimgraph timeline news.store Norland --relation imposes --format svg > norland.svg");
    }

    void run(Session& session) override {
        const ClaimGraph graph = open_graph(session, file_);
        const GraphView view(graph, claims_.filter(graph));
        std::vector<Event> events;
        for (const NodeIndex node : nodes_named(graph, file_, name_)) {
            if (graph.nodes()[node].kind == EntityKind::measure) {
                add_lifecycle(events, view, node);
            } else {
                add_events(events, view, node);
            }
        }
        std::stable_sort(events.begin(), events.end(),
                         [](const Event& a, const Event& b) { return a.date < b.date; });
        if (format_ == "svg") {
            std::vector<TimelineEvent> drawn;
            for (const Event& event : events) {
                std::string label = event.event;
                for (const std::string& rate : event.rates) label += ", " + rate;
                std::string detail = event.quote;
                for (const std::string& speaker : event.speakers) detail += " \u2014 " + speaker;
                drawn.push_back({event.date, label, detail, event.color});
            }
            write_timeline_svg(std::cout, name_, drawn);
            return;
        }
        Table table({"date", "of", "step", "by", "event", "rates", "speakers", "claims", "documents",
                     "document", "quote"});
        for (const Event& event : events) {
            table.add({event.date, event.subject, event.step, event.doer, event.event, event.rates,
                       event.speakers, event.claims, event.documents, event.document, event.quote});
        }
        table.write(std::cout, format_);
    }

  private:
    static void add_lifecycle(std::vector<Event>& events, const GraphView& view, NodeIndex measure) {
        const auto nodes = view.graph().nodes();
        for (const LifecycleStep& step : lifecycle(view, measure)) {
            Event event;
            event.date = step.date;
            event.subject = nodes[measure].id;
            event.step = to_string(step);
            event.doer = nodes[step.doer].label;
            event.event = event.step + " by " + event.doer;
            event.rates = step.rates;
            event.color = colors.at(static_cast<std::size_t>(step.kind));
            take_claims(event, view.graph(), step.claims);
            events.push_back(std::move(event));
        }
    }

    /// What is told of an edge with one status and one stated time is one event.
    static void add_events(std::vector<Event>& events, const GraphView& view, NodeIndex node) {
        const ClaimGraph& graph = view.graph();
        const auto nodes = graph.nodes();
        for (const GraphView::ViewEdge& view_edge : view.edges()) {
            const Edge& edge = view.edge(view_edge);
            if (edge.source != node && edge.target != node) continue;
            std::map<std::pair<std::string, Factuality>, std::vector<const Claim*>> groups;
            for (const Claim* claim : view.claims(view_edge)) {
                const bool stated = day_span(claim->time).has_value();
                groups[{stated ? date_of(*claim, graph.document(*claim)) : std::string(), claim->factuality}]
                    .push_back(claim);
            }
            for (const auto& [key, claims] : groups) {
                Event event;
                event.date = key.first;
                for (const Claim* claim : claims) {
                    const std::string& date = graph.document(*claim).date;
                    if (key.first.empty() && !date.empty() && (event.date.empty() || date < event.date))
                        event.date = date;
                }
                event.subject = nodes[node].id;
                const auto step = step_of(edge.relation, key.second);
                if (step) {
                    LifecycleStep named;
                    named.kind = *step;
                    named.planned = key.second.status == Status::planned &&
                                    *step != LifecycleStep::Kind::announced &&
                                    *step != LifecycleStep::Kind::denied;
                    event.step = to_string(named);
                }
                event.color = step ? colors.at(static_cast<std::size_t>(*step)) : "#0072B2";
                event.doer = nodes[edge.source].label;
                event.event = nodes[edge.source].label + " " +
                              display_label(edge.relation, std::span(&key.second, 1)) + " " +
                              nodes[edge.target].label;
                take_claims(event, graph, claims);
                events.push_back(std::move(event));
            }
        }
    }

    std::string file_;
    std::string name_;
    std::string format_;
    ClaimOptions claims_;
};

}  // namespace

std::unique_ptr<Command> make_timeline() {
    return std::make_unique<Timeline>();
}

}  // namespace claimgraph::cli
