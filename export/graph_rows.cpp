#include "export/graph_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/speakers.hpp"
#include "graph/json/json_text.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/model/names.hpp"
#include "graph/query/rank.hpp"

namespace claimgraph {
namespace {

using columns::Column;

constexpr std::string_view claim_color = "#56B4E9";
constexpr std::string_view document_color = "#F0E442";

Cell text_cell(std::string_view text) {
    return text.empty() ? Cell{} : Cell{text};
}
Cell count_cell(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

/// To six decimals: enough for any reader, and the same on every machine.
double rounded(double value) {
    return std::round(value * 1e6) / 1e6;
}

/// Whether the statement itself gives the speaker another name than the graph.
bool is_called_otherwise(const ClaimGraph& graph, const Claim& claim) {
    const auto names = graph.speaker_names();
    const auto at = std::ranges::lower_bound(names, claim.speaker, {}, &SpeakerName::label);
    if (claim.own_voice || at == names.end() || at->label != claim.speaker) return false;
    return ClaimGraph::statement(claim).attribution.front().source.name != claim.speaker;
}

/// The claims' statements, each document's record before its own, as one JSON array. Where the speaker is
/// called otherwise, the statement has its label as one field more.
void append_evidence(std::string& out, const ClaimGraph& graph, std::span<const Claim* const> claims) {
    out.push_back('[');
    const Document* last = nullptr;
    for (const Claim* claim : claims) {
        const Document& document = graph.document(*claim);
        if (&document != last) {
            if (last) out.push_back(',');
            append_json(out, document, false);
            last = &document;
        }
        out.push_back(',');
        out += claim->json;
        if (!is_called_otherwise(graph, *claim)) continue;
        out.back() = ',';
        append_json_string(out, columns::resolved_speaker);
        out.push_back(':');
        append_json_string(out, claim->speaker);
        out.push_back('}');
    }
    out.push_back(']');
}

template <class Values>
std::string join_names(const Values& values) {
    std::vector<std::string> names;
    names.reserve(values.size());
    for (const auto& value : values) names.emplace_back(to_string(value));
    return columns::join_values(names);
}

/// One edge for each (source, relation, target).
class SummedRows final : public GraphRows {
  public:
    SummedRows(const GraphView& view, const ExportOptions& options, WithSpells with_spells)
        : view_(view), options_(options) {
        if (options.layout) positions_ = lay_out(view);
        if (options.measures) ranks_ = rank_nodes(view);
        if (with_spells == WithSpells::yes) lifetimes_.emplace(view);
    }

    [[nodiscard]] std::span<const Column> node_columns() const override {
        if (options_.measures) return columns::node::measured;
        return columns::node::plain;
    }
    [[nodiscard]] std::span<const Column> edge_columns() const override { return columns::edge::plain; }
    [[nodiscard]] std::size_t node_count() const override { return view_.nodes().size(); }
    [[nodiscard]] std::size_t edge_count() const override { return view_.edges().size(); }

    void for_each_node(const std::function<void(const NodeRow&)>& take) override {
        const std::vector<GraphView::NodeCounts> counts = view_.node_counts();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const Node& node = view_.graph().nodes()[view_.nodes()[i]];
            NodeRow row;
            row.id = node.id;
            row.label = node.label;
            row.kind = to_string(node.kind);
            row.color = columns::color_of(node.kind);
            row.size = node_size(counts[i].degree);
            if (!positions_.empty()) row.position = positions_[i];
            if (lifetimes_) row.spells = lifetimes_->of_node(i);
            const std::string aliases = columns::join_values(node.aliases);
            std::vector<Cell> cells{row.kind, text_cell(node.type), text_cell(aliases),
                                    count_cell(counts[i].mentions), count_cell(counts[i].documents)};
            if (options_.measures) {
                cells.insert(cells.end(), {count_cell(ranks_[i].degree), rounded(ranks_[i].pagerank),
                                           rounded(ranks_[i].betweenness), count_cell(ranks_[i].community)});
            }
            row.cells = cells;
            take(row);
        }
    }

    void for_each_edge(const std::function<void(const EdgeRow&)>& take) override {
        std::string uid;
        std::string evidence;
        for (std::size_t i = 0; i < view_.edges().size(); ++i) {
            const GraphView::ViewEdge& view_edge = view_.edges()[i];
            const Edge& edge = view_.edge(view_edge);
            const EdgeSummary summary = view_.summary(view_edge);
            uid = "e" + std::to_string(i);
            EdgeRow row;
            row.uid = uid;
            row.source = view_.graph().nodes()[edge.source].id;
            row.target = view_.graph().nodes()[edge.target].id;
            row.relation = edge.relation;
            row.label = summary.label;
            row.weight = summary.weight;
            if (lifetimes_) row.spells = lifetimes_->of_edge(i);
            std::vector<Polarity> polarities;
            if (summary.positive) polarities.push_back(Polarity::positive);
            if (summary.negative) polarities.push_back(Polarity::negative);
            const std::string status = join_names(summary.statuses);
            const std::string polarity = join_names(polarities);
            const std::string speakers = columns::join_values(summary.speakers);
            evidence.clear();
            take_evidence(evidence, view_.claims(view_edge));
            const std::array<Cell, columns::edge::plain.size()> cells{text_cell(status),
                                                                      text_cell(polarity),
                                                                      to_string(summary.basis),
                                                                      count_cell(summary.fact ? 1 : 0),
                                                                      count_cell(summary.disputed ? 1 : 0),
                                                                      text_cell(speakers),
                                                                      text_cell(summary.first_date),
                                                                      text_cell(summary.last_date),
                                                                      text_cell(summary.valid_from),
                                                                      text_cell(summary.valid_to),
                                                                      rounded(summary.belief),
                                                                      count_cell(summary.evidence),
                                                                      count_cell(summary.documents),
                                                                      text_cell(summary.quote),
                                                                      text_cell(summary.quote_document),
                                                                      text_cell(evidence)};
            row.cells = cells;
            take(row);
        }
    }

  private:
    void take_evidence(std::string& out, std::span<const Claim* const> claims) const {
        if (options_.evidence == EvidenceDetail::none || claims.empty()) return;
        const Claim* best =
            options_.evidence == EvidenceDetail::first ? best_claim(view_.graph(), claims) : nullptr;
        append_evidence(out, view_.graph(), best ? std::span(&best, 1) : claims);
    }

    const GraphView& view_;
    ExportOptions options_;
    std::vector<Position> positions_;
    std::vector<NodeRank> ranks_;
    std::optional<Lifetimes> lifetimes_;
};

/// Claims, the documents they stand in and speakers who are no entities of the graph as nodes beside the
/// entities.
class ClaimRows final : public GraphRows {
  public:
    ClaimRows(const GraphView& view, const ExportOptions& options, WithSpells with_spells)
        : view_(view), graph_(view.graph()), speakers_(view), with_spells_(with_spells == WithSpells::yes) {
        for (const NodeIndex node : view.nodes()) place_of_id_.emplace(graph_.nodes()[node].id, nodes_++);
        for (const auto& speaker : speakers_.others()) place_of_id_.emplace(speaker.first, nodes_++);
        find_documents();
        link();
        if (options.layout) draw();
    }

    [[nodiscard]] std::span<const Column> node_columns() const override { return columns::node::with_claims; }
    [[nodiscard]] std::span<const Column> edge_columns() const override { return {}; }
    [[nodiscard]] std::size_t node_count() const override { return nodes_; }
    [[nodiscard]] std::size_t edge_count() const override { return links_.size(); }

    void for_each_node(const std::function<void(const NodeRow&)>& take) override {
        std::size_t place = 0;
        const std::vector<GraphView::NodeCounts> counts = view_.node_counts();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const Node& node = graph_.nodes()[view_.nodes()[i]];
            const std::string aliases = columns::join_values(node.aliases);
            Cells cells{to_string(node.kind), text_cell(node.type), text_cell(aliases),
                        count_cell(counts[i].mentions), count_cell(counts[i].documents)};
            take_node(take, place++, {node.id, node.label, columns::color_of(node.kind)}, cells);
        }
        for (const auto& [id, name] : speakers_.others()) {
            Cells cells{to_string(EntityKind::actor)};
            take_node(take, place++, {id, name, columns::color_of(EntityKind::actor)}, cells);
        }
        for (const DocumentIndex index : documents_) {
            const Document& document = graph_.documents()[index];
            const std::string id = document_id(index);
            Cells cells{"document", to_string(document.voice)};
            cells[cell_of("date")] = text_cell(document.date);
            cells[cell_of("document")] = text_cell(document.id);
            cells[cell_of("outlet")] = text_cell(document.outlet);
            cells[cell_of("url")] = text_cell(document.url);
            take_node(take, place++,
                      {id, document.title.empty() ? document.id : document.title, document_color}, cells);
        }
        for (const GraphView::ViewEdge& edge : view_.edges()) {
            for (const Claim* claim : view_.claims(edge)) take_claim(take, place++, edge, *claim);
        }
    }

    void for_each_edge(const std::function<void(const EdgeRow&)>& take) override {
        std::vector<std::string> ids(nodes_);
        for_each_node([&, place = std::size_t{0}](const NodeRow& row) mutable { ids[place++] = row.id; });
        std::string uid;
        for (std::size_t i = 0; i < links_.size(); ++i) {
            uid = "e" + std::to_string(i);
            EdgeRow row;
            row.uid = uid;
            row.source = ids[links_[i].claim];
            row.target = ids[links_[i].to];
            row.relation = row.label = links_[i].role;
            take(row);
        }
    }

  private:
    using Cells = std::array<Cell, columns::node::with_claims.size()>;
    struct Looks {
        std::string_view id;
        std::string_view label;
        std::string_view color;
    };
    struct Link {
        std::size_t claim = 0;
        std::size_t to = 0;
        std::string_view role;
    };

    static constexpr std::size_t cell_of(std::string_view name) {
        std::size_t i = 0;
        while (columns::node::with_claims.at(i).name != name) ++i;
        return i;
    }

    static std::string document_id(DocumentIndex index) { return "document:" + std::to_string(index); }

    void find_documents() {
        for (const GraphView::ViewEdge& edge : view_.edges()) {
            for (const Claim* claim : view_.claims(edge)) documents_.push_back(claim->document);
        }
        std::sort(documents_.begin(), documents_.end());
        documents_.erase(std::unique(documents_.begin(), documents_.end()), documents_.end());
    }

    void link() {
        const auto place_of_document = [&](DocumentIndex index) {
            return nodes_ +
                   static_cast<std::size_t>(std::lower_bound(documents_.begin(), documents_.end(), index) -
                                            documents_.begin());
        };
        std::size_t place = nodes_ + documents_.size();
        for (const GraphView::ViewEdge& edge : view_.edges()) {
            const std::size_t subject = place_of_id_.at(graph_.nodes()[view_.edge(edge).source].id);
            const std::size_t object = place_of_id_.at(graph_.nodes()[view_.edge(edge).target].id);
            for (const Claim* claim : view_.claims(edge)) {
                links_.push_back({place, subject, "subject"});
                links_.push_back({place, object, "object"});
                const std::string_view speaker = speakers_.id_of(*claim);
                if (!speaker.empty()) links_.push_back({place, place_of_id_.at(speaker), "speaker"});
                links_.push_back({place, place_of_document(claim->document), "document"});
                ++place;
            }
        }
        nodes_ = place;
        degrees_.resize(nodes_);
        for (const Link& link : links_) {
            ++degrees_[link.claim];
            ++degrees_[link.to];
        }
    }

    void draw() {
        std::vector<double> sizes;
        std::vector<LayoutEdge> edges;
        for (const std::size_t degree : degrees_) sizes.push_back(node_size(degree));
        for (const Link& link : links_)
            edges.push_back({static_cast<std::uint32_t>(link.claim), static_cast<std::uint32_t>(link.to)});
        positions_ = lay_out(sizes, edges);
    }

    void take_node(const std::function<void(const NodeRow&)>& take, std::size_t place, const Looks& looks,
                   const Cells& cells, std::span<const Spell> spells = {}) const {
        NodeRow row;
        row.id = looks.id;
        row.label = looks.label;
        row.kind = std::get<std::string_view>(cells.front());
        row.color = looks.color;
        row.size = node_size(degrees_[place]);
        if (!positions_.empty()) row.position = positions_[place];
        row.spells = spells;
        row.cells = cells;
        take(row);
    }

    void take_claim(const std::function<void(const NodeRow&)>& take, std::size_t place,
                    const GraphView::ViewEdge& view_edge, const Claim& claim) const {
        const Edge& edge = view_.edge(view_edge);
        const Document& document = graph_.document(claim);
        const std::string id = "claim:" + std::to_string(&claim - graph_.claims().data());
        const std::string label = graph_.nodes()[edge.source].label + " " +
                                  display_label(edge.relation, std::span(&claim.factuality, 1)) + " " +
                                  graph_.nodes()[edge.target].label;
        const std::string quote = ClaimGraph::quote(claim);
        Cells cells{"claim"};
        cells[cell_of("relation")] = text_cell(edge.relation);
        cells[cell_of("status")] = to_string(claim.factuality.status);
        cells[cell_of("polarity")] = to_string(claim.factuality.polarity);
        cells[cell_of("attribution")] =
            claim.own_voice ? std::string_view("own voice") : to_string(claim.attribution);
        cells[cell_of("speaker")] = text_cell(claim.speaker);
        cells[cell_of("date")] = text_cell(document.date);
        cells[cell_of("time")] = text_cell(claim.time);
        if (claim.has_confidence) cells[cell_of("confidence")] = claim.confidence;
        cells[cell_of("quote")] = text_cell(quote);
        cells[cell_of("document")] = text_cell(document.id);
        const auto spell = with_spells_ ? spell_of(claim, document) : std::nullopt;
        take_node(take, place, {id, label, claim_color}, cells,
                  spell ? std::span(&*spell, 1) : std::span<const Spell>());
    }

    const GraphView& view_;
    const ClaimGraph& graph_;
    Speakers speakers_;
    bool with_spells_;
    std::size_t nodes_ = 0;
    std::vector<DocumentIndex> documents_;
    std::unordered_map<std::string_view, std::size_t> place_of_id_;
    std::vector<Link> links_;
    std::vector<std::size_t> degrees_;
    std::vector<Position> positions_;
};

}  // namespace

std::unique_ptr<GraphRows> make_rows(const GraphView& view, const ExportOptions& options,
                                     WithSpells with_spells) {
    if (options.claims) return std::make_unique<ClaimRows>(view, options, with_spells);
    return std::make_unique<SummedRows>(view, options, with_spells);
}

}  // namespace claimgraph
