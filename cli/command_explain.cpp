// `claimgraph explain`: the evidence of one edge, and how its summary came about.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/graph_file.hpp"
#include "cli/query_commands.hpp"
#include "cli/query_options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "cli/usage_error.hpp"
#include "graph/evidence/copies.hpp"
#include "graph/evidence/disputes.hpp"
#include "graph/model/error.hpp"
#include "graph/model/names.hpp"

namespace claimgraph::cli {
namespace {

class Explain final : public Command {
  public:
    void configure(CLI::App& app) override {
        app.add_option("GRAPH", file_, "Store or exported graph")->required();
        app.add_option("EDGE", edge_, "An edge: its id (e17), or source, relation and target")
            ->required()
            ->expected(1, 3);
        add_format_option(app, format_, {"table", "tsv", "json"});
        app.footer(
            "Examples:\n"
            "  claimgraph explain news.store e17\n"
            "  claimgraph explain news.store China delays 'rare earth licensing system'");
    }

    void run(Session& session) override {
        const ClaimGraph graph = open_graph(session, file_);
        const GraphView view(graph);
        const std::vector<EdgeIndex> edges = find_edges(graph);
        Table summaries({"edge", "what", "value", "because"});
        Table claims({"edge", "document", "outlet", "date", "sentence", "begin", "end", "speaker", "status",
                      "polarity", "confidence", "copy_of", "opposed", "quote"});
        for (const EdgeIndex edge : edges) {
            add_summary(summaries, view, edge);
            add_claims(claims, view, edge);
        }
        if (format_ == "json") {
            std::cout << "{\"summary\":";
            summaries.write(std::cout, format_);
            std::cout << ",\"evidence\":";
            claims.write(std::cout, format_);
            std::cout << "}\n";
            return;
        }
        summaries.write(std::cout, format_);
        std::cout << '\n';
        claims.write(std::cout, format_);
    }

  private:
    [[nodiscard]] std::vector<EdgeIndex> find_edges(const ClaimGraph& graph) const {
        std::vector<EdgeIndex> out;
        if (edge_.size() == 1) {
            EdgeIndex index = 0;
            const std::string& id = edge_.front();
            const auto end = std::from_chars(id.data() + std::min<std::size_t>(1, id.size()),
                                             id.data() + id.size(), index);
            if (id.size() < 2 || id.front() != 'e' || end.ptr != id.data() + id.size() ||
                end.ec != std::errc{})
                throw UsageError("EDGE: expected an id like e17, or source, relation and target; found '" +
                                 id + "'");
            if (index >= graph.edges().size())
                throw Error(file_ + ": expected one of " + std::to_string(graph.edges().size()) +
                            " edges, found '" + id + "'");
            return {index};
        }
        if (edge_.size() != 3) throw UsageError("EDGE: expected an id, or source, relation and target");
        const auto sources = nodes_named(graph, file_, edge_[0]);
        const auto targets = nodes_named(graph, file_, edge_[2]);
        const std::set<NodeIndex> wanted(targets.begin(), targets.end());
        for (const NodeIndex source : sources) {
            for (const EdgeIndex index : graph.out_edges(source)) {
                const Edge& edge = graph.edges()[index];
                if (edge.relation == edge_[1] && wanted.contains(edge.target)) out.push_back(index);
            }
        }
        return out;
    }

    static void add_summary(Table& table, const GraphView& view, EdgeIndex index) {
        const ClaimGraph& graph = view.graph();
        const Edge& edge = graph.edges()[index];
        const GraphView::ViewEdge& view_edge = view.edges()[index];
        const EdgeSummary summary = view.summary(view_edge);
        const auto claims = view.claims(view_edge);
        const std::string id = "e" + std::to_string(index);
        const auto row = [&](const std::string& what, const std::string& value, const std::string& because) {
            table.add({id, what, value, because});
        };
        std::size_t reports = 0;
        for (const Claim* claim : claims) reports += is_reported(*claim, graph.document(*claim)) ? 1u : 0u;
        const std::size_t opposed = opposed_claims(graph, claims).size();
        const auto count = [](std::size_t n, const std::string& what) {
            return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
        };
        row("edge",
            graph.nodes()[edge.source].label + " " + edge.relation + " " + graph.nodes()[edge.target].label,
            graph.nodes()[edge.source].id + " " + graph.nodes()[edge.target].id);
        row("label", summary.label,
            summary.label == edge.relation ? "some evidence is actual and positive"
                                           : "no evidence is actual and positive");
        row("basis", std::string(to_string(summary.basis)),
            count(reports, "claim") + " in a news document's own voice, " +
                std::to_string(claims.size() - reports) + " by speakers");
        row("disputed", summary.disputed ? "yes" : "no",
            count(opposed, "claim") + " contradicted by another speaker about the same time");
        row("valid from", summary.valid_from, "the earliest time stated, else the earliest document");
        row("valid to", summary.valid_to, "the end stated, else the first halt or end after it");
        row("evidence", std::to_string(summary.evidence),
            "in " + count(summary.documents, "document") + ", " + std::to_string(summary.copies) +
                " of them copied");
        row("outlets", std::to_string(summary.outlets), "copies count for the earliest outlet");
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), "%.3f", summary.belief);
        row("belief", number.data(),
            "support by " + count(summary.outlets, "outlet") + " and " +
                count(summary.speakers.size(), "speaker") + ", less what opposes");
    }

    static void add_claims(Table& table, const GraphView& view, EdgeIndex index) {
        const ClaimGraph& graph = view.graph();
        const auto claims = view.claims(view.edges()[index]);
        const Independence sources = independence(graph, claims);
        const auto opposed = opposed_claims(graph, claims);
        for (std::size_t i = 0; i < claims.size(); ++i) {
            const Claim& claim = *claims[i];
            const Document& document = graph.document(claim);
            const Statement statement = ClaimGraph::statement(claim);
            const Claim* first = sources.first[sources.group[i]];
            table.add({"e" + std::to_string(index), document.id, document.outlet, document.date,
                       statement.evidence.sentence, statement.evidence.span.begin,
                       statement.evidence.span.end, claim.speaker,
                       std::string(to_string(claim.factuality.status)),
                       std::string(to_string(claim.factuality.polarity)),
                       claim.has_confidence ? Cell(claim.confidence) : Cell(std::string()),
                       first->document == claim.document ? std::string() : graph.document(*first).id,
                       std::find(opposed.begin(), opposed.end(), &claim) != opposed.end(),
                       ClaimGraph::quote(claim)});
        }
    }

    std::string file_;
    std::vector<std::string> edge_;
    std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_explain() {
    return std::make_unique<Explain>();
}

}  // namespace claimgraph::cli
