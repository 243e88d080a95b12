#include "export/graphml_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/columns.hpp"
#include "export/gephi_text.hpp"
#include "export/xml_reader.hpp"
#include "graph/claim_graph_builder.hpp"
#include "graph/json/json_text.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

/// What is read of a node or an edge; other columns are passed over.
enum class Field : std::uint8_t {
    label,
    edge_label,  ///< Gephi's name for an edge's label
    kind,
    type,
    aliases,
    mentions,
    documents,
    weight,
    relation,
    interaction,
    status,
    polarity,
    basis,
    fact,
    speakers,
    first_date,
    last_date,
    evidence_count,
    document_count,
    quote,
    quote_document,
    evidence,
    disputed,
    valid_from,
    valid_to,
    belief,
    none
};

/// In the order of the fields.
constexpr std::array<std::string_view, static_cast<std::size_t>(Field::none)> field_names{
    columns::node::label.name,          "edge label",
    columns::node::kind.name,           columns::node::type.name,
    columns::node::aliases.name,        columns::node::mentions.name,
    columns::node::documents.name,      columns::edge::weight.name,
    columns::edge::relation.name,       columns::edge::interaction.name,
    columns::edge::status.name,         columns::edge::polarity.name,
    columns::edge::basis.name,          columns::edge::fact.name,
    columns::edge::speakers.name,       columns::edge::first_date.name,
    columns::edge::last_date.name,      columns::edge::evidence_count.name,
    columns::edge::document_count.name, columns::edge::quote.name,
    columns::edge::quote_document.name, columns::edge::evidence.name,
    columns::edge::disputed.name,       columns::edge::valid_from.name,
    columns::edge::valid_to.name,       columns::edge::belief.name};

/// The field of a column's name, without regard to case.
Field field_named(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return static_cast<Field>(std::find(field_names.begin(), field_names.end(), name) - field_names.begin());
}

/// The fields of the declared keys. Elements have their data mostly in the order of the declarations, so that
/// the key after the last one found is tried first.
class DataKeys {
  public:
    void declare(std::string_view id, Field field) {
        const auto [at, added] = place_of_id_.try_emplace(std::string(id), keys_.size());
        if (added) keys_.emplace_back();
        keys_[at->second] = {std::string(id), field};
    }
    [[nodiscard]] std::optional<Field> find(std::string_view id) {
        if (next_ >= keys_.size() || keys_[next_].first != id) {
            const auto at = place_of_id_.find(id);
            if (at == place_of_id_.end()) return std::nullopt;
            next_ = at->second;
        }
        return keys_[next_++].second;
    }

  private:
    std::vector<std::pair<std::string, Field>> keys_;
    std::map<std::string, std::size_t, std::less<>> place_of_id_;
    std::size_t next_ = 0;
};

/// The texts of one element's fields. The buffers stay from one element to the next.
class Columns {
  public:
    /// What comes first counts. `text` is taken, and left with a buffer that may be used again.
    void take(Field field, std::string& text) {
        std::string& mine = texts_.at(static_cast<std::size_t>(field));
        if (mine.empty()) mine.swap(text);
    }
    /// Empty where there is none.
    [[nodiscard]] const std::string& operator[](Field field) const {
        return texts_[static_cast<std::size_t>(field)];
    }
    void clear() {
        for (std::string& text : texts_) text.clear();
    }

  private:
    std::array<std::string, static_cast<std::size_t>(Field::none)> texts_;
};

std::string text_of(const Columns& columns, Field field) {
    const std::string& value = columns[field];
    return value.empty() ? std::string() : unguard_text(value);
}

template <class Number>
std::optional<Number> number_of(const Columns& columns, Field field) {
    const std::string& value = columns[field];
    Number number{};
    const auto result = std::from_chars(value.data(), value.data() + value.size(), number);
    if (result.ec != std::errc{} || result.ptr != value.data() + value.size()) return std::nullopt;
    return number;
}

std::string_view trimmed(std::string_view text) {
    const std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

/// Fills a graph from elements as they come; knows nothing of XML.
class GraphFiller {
  public:
    struct EdgeElement {
        std::string source;
        std::string target;
        std::string label;  ///< the XML attribute
        Columns columns;
    };

    void add_node(const std::string& id, const Columns& columns) {
        if (id.empty()) throw Error("expected a node with an id, found none");
        Node node;
        node.id = unique_id(id);
        node.label = columns[Field::label];
        if (node.label.empty()) node.label = id;
        node.kind = parse<EntityKind>(columns[Field::kind]).value_or(EntityKind::topic);
        node.type = text_of(columns, Field::type);
        node.aliases = columns::split_values(text_of(columns, Field::aliases));
        node.mentions = number_of<std::size_t>(columns, Field::mentions).value_or(0);
        node.documents = number_of<std::size_t>(columns, Field::documents).value_or(0);
        nodes_.emplace(id, builder_.add_node(std::move(node)));
        source_ = nodes_.end();  // the table may have moved
    }

    /// An edge may come before its nodes.
    void add_edge(const EdgeElement& element) {
        // Edges come mostly in the order of their sources.
        const auto source = source_ != nodes_.end() && source_->first == element.source
                                ? source_
                                : nodes_.find(element.source);
        source_ = source;
        const auto target = nodes_.find(element.target);
        if (source == nodes_.end() || target == nodes_.end()) {
            early_.push_back(element);
        } else {
            place_edge(element, source->second, target->second);
        }
    }

    ClaimGraph finish() {
        for (const EdgeElement& element : early_) {
            for (const std::string* end : {&element.source, &element.target}) {
                if (!nodes_.contains(*end))
                    throw Error("expected edges between nodes of the file, found an edge with '" + *end +
                                "'");
            }
            place_edge(element, nodes_.at(element.source), nodes_.at(element.target));
        }
        return builder_.build(ClaimGraphBuilder::Counts::keep);
    }

  private:
    /// Ids of others may have white space inside, which ours have not.
    std::string unique_id(std::string id) {
        const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
        if (std::none_of(id.begin(), id.end(), is_space)) return id;
        std::replace_if(id.begin(), id.end(), is_space, '_');
        return id + "~" + std::to_string(renamed_++);
    }

    void place_edge(const EdgeElement& element, NodeIndex source, NodeIndex target) {
        std::string relation = text_of(element.columns, Field::relation);
        if (relation.empty()) relation = text_of(element.columns, Field::interaction);
        if (relation.empty()) relation = trimmed(element.label);
        if (relation.empty()) relation = element.columns[Field::label];
        if (relation.empty()) relation = element.columns[Field::edge_label];
        if (relation.empty()) relation = "related";
        const EdgeIndex edge = builder_.add_edge(source, relation, target);
        std::size_t claims = 0;
        const std::string& evidence = element.columns[Field::evidence];
        if (!evidence.empty()) claims = add_claims(edge, source, target, evidence);
        const auto said = number_of<std::size_t>(element.columns, Field::evidence_count);
        if (claims == 0 || (said && *said > claims))
            builder_.set_summary(edge, summary(element.columns, relation));
    }

    std::size_t add_claims(EdgeIndex edge, NodeIndex source, NodeIndex target, const std::string& evidence) {
        std::size_t count = 0;
        const auto is_known = [&](std::string_view document) { return is_recent(document); };
        for (StatementRecord& record : parser_.parse_records(unguard_json(evidence), is_known)) {
            if (auto* document = std::get_if<Document>(&record)) {
                builder_.add_document(std::move(*document));
                continue;
            }
            Statement& statement = std::get<Statement>(record);
            const std::string speaker = take_resolved_speaker(statement);
            Claim claim = make_claim(statement);
            if (!speaker.empty() && !claim.own_voice) {
                builder_.add_speaker_name(speaker, claim.speaker);
                claim.speaker = speaker;
            }
            claim.document = builder_.document(statement.evidence.document);
            if (claim.own_voice) claim.speaker = own_speaker(builder_.document(claim.document));
            if (!names(source, statement.subject) && names(target, statement.subject)) {
                std::swap(claim.source_place, claim.target_place);
            }
            builder_.add_claim(edge, std::move(claim));
            ++count;
        }
        return count;
    }

    static std::string take_resolved_speaker(Statement& statement) {
        const auto at =
            std::ranges::find(statement.extras, columns::resolved_speaker, &Extras::value_type::first);
        if (at == statement.extras.end()) return {};
        std::string out = parse_json_string(at->second);
        statement.extras.erase(at);
        return out;
    }

    /// Whether this record of a document came not long before; most documents come with each of their claims.
    bool is_recent(std::string_view document) {
        std::string& slot = recent_[std::hash<std::string_view>{}(document) % recent_.size()];
        if (slot == document) return true;
        slot = document;
        return false;
    }

    /// Whether the entity is the one that the node stands for, by its id or a name.
    bool names(NodeIndex index, const Entity& entity) const {
        const Node& node = builder_.node(index);
        if (node.kind != entity.kind) return false;
        if (!entity.id.empty()) {
            const EntityKey key = entity_key(entity);
            if (key.by_id) return node.id == assign_node_ids(std::span(&key, 1)).front();
        }
        return node.label == entity.name ||
               std::binary_search(node.aliases.begin(), node.aliases.end(), entity.name);
    }

    static EdgeSummary summary(const Columns& columns, const std::string& relation) {
        EdgeSummary out;
        out.label = columns[Field::label];
        if (out.label.empty()) out.label = columns[Field::edge_label];
        if (out.label.empty()) out.label = relation;
        for (const std::string& name : columns::split_values(text_of(columns, Field::status))) {
            if (const auto status = parse<Status>(name)) out.statuses.push_back(*status);
        }
        for (const std::string& name : columns::split_values(text_of(columns, Field::polarity))) {
            const auto polarity = parse<Polarity>(name);
            out.positive = out.positive || polarity == Polarity::positive;
            out.negative = out.negative || polarity == Polarity::negative;
        }
        const std::string& basis = columns[Field::basis];
        for (const Basis value : {Basis::reported, Basis::both}) {
            if (basis == to_string(value)) out.basis = value;
        }
        out.fact = number_of<int>(columns, Field::fact).value_or(0) != 0;
        out.speakers = columns::split_values(text_of(columns, Field::speakers));
        out.first_date = text_of(columns, Field::first_date);
        out.last_date = text_of(columns, Field::last_date);
        out.disputed = number_of<int>(columns, Field::disputed).value_or(0) != 0;
        out.valid_from = text_of(columns, Field::valid_from);
        out.valid_to = text_of(columns, Field::valid_to);
        const double belief = number_of<double>(columns, Field::belief).value_or(0);
        out.belief = belief >= 0 && belief <= 1 ? belief : 0;
        out.evidence = number_of<std::size_t>(columns, Field::evidence_count).value_or(0);
        out.documents = number_of<std::size_t>(columns, Field::document_count).value_or(0);
        const double weight = number_of<double>(columns, Field::weight).value_or(1);
        out.weight = std::isfinite(weight) && weight > 0 ? weight : 1;
        out.quote = text_of(columns, Field::quote);
        out.quote_document = text_of(columns, Field::quote_document);
        return out;
    }

    ClaimGraphBuilder builder_;
    std::unordered_map<std::string, NodeIndex> nodes_;
    std::unordered_map<std::string, NodeIndex>::const_iterator source_ =
        nodes_.end();  ///< of the edge before
    std::vector<EdgeElement> early_;
    std::size_t renamed_ = 0;
    StatementJsonParser parser_;
    std::vector<std::string> recent_ = std::vector<std::string>(4096);  ///< records of documents
};

/// Turns XML's events into elements of a graph.
class GraphmlHandler final : public XmlHandler {
  public:
    void start(std::string_view name, std::span<const XmlAttribute> attributes) override {
        if (!root_) {
            root_ = true;
            if (name != "graphml")
                throw Error("expected the root element graphml, found " + std::string(name));
            return;
        }
        if (in_data_) {
            ++depth_in_data_;
            // yEd keeps labels in elements of its own, which hold other elements after the text.
            in_text_ = label_depth_ == 0 && (name == "NodeLabel" || name == "EdgeLabel");
            if (in_text_) {
                text_.clear();
                label_depth_ = depth_in_data_;
            }
        } else if (name == "data") {
            if (scope_ != Scope::none) start_data(value_of(attributes, "key"));
        } else if (name == "edge") {
            scope_ = Scope::edge;
            edge_.columns.clear();
            edge_.source = trimmed(value_of(attributes, "source"));
            edge_.target = trimmed(value_of(attributes, "target"));
            edge_.label = value_of(attributes, "label");
            for (const std::string* end : {&edge_.source, &edge_.target}) {
                if (end->empty()) throw Error("expected an edge with source and target, found one without");
            }
        } else if (name == "node") {
            scope_ = Scope::node;
            edge_.columns.clear();
            id_ = trimmed(value_of(attributes, "id"));
        } else if (name == "graph") {
            seen_graph_ = true;
            // A graph in a node: the node is a group of its nodes.
            if (scope_ == Scope::node) filler_.add_node(id_, edge_.columns);
            scope_ = Scope::none;
        } else if (name == "key") {
            const std::string_view id = value_of(attributes, "id");
            const std::string_view column = value_of(attributes, "attr.name");
            keys_.declare(id, field_named(std::string(column.empty() ? id : column)));
        }
    }

    void end(std::string_view name) override {
        if (in_data_) {
            if (depth_in_data_ > 0) {
                if (depth_in_data_ == label_depth_) {
                    text_ = std::string(trimmed(text_));
                    edge_.columns.take(Field::label, text_);
                    label_depth_ = 0;
                }
                --depth_in_data_;
                in_text_ = false;
                nested_ = true;
                return;
            }
            if (!nested_ && field_ != Field::none) edge_.columns.take(field_, text_);
            text_.clear();
            in_data_ = in_text_ = nested_ = false;
        } else if (name == "node" && scope_ == Scope::node) {
            filler_.add_node(id_, edge_.columns);
            scope_ = Scope::none;
        } else if (name == "edge" && scope_ == Scope::edge) {
            filler_.add_edge(edge_);
            scope_ = Scope::none;
        }
    }

    void text(std::string_view piece) override {
        if (in_text_) text_.append(piece);
    }

    void finish() override {
        if (!seen_graph_) throw Error("expected a graph element in graphml, found none");
        graph_ = filler_.finish();
    }

    [[nodiscard]] ClaimGraph take() { return std::move(graph_); }

  private:
    enum class Scope { none, node, edge };

    static std::string_view value_of(std::span<const XmlAttribute> attributes, std::string_view name) {
        const auto at = std::find_if(attributes.begin(), attributes.end(),
                                     [&](const XmlAttribute& attribute) { return attribute.name == name; });
        return at == attributes.end() ? std::string_view() : at->value;
    }

    void start_data(std::string_view key) {
        const std::optional<Field> field = keys_.find(key);
        if (!field) throw Error("expected data with a declared key, found key '" + std::string(key) + "'");
        field_ = *field;
        in_data_ = true;
        in_text_ = field_ != Field::none;
        depth_in_data_ = 0;
        text_.clear();
    }

    GraphFiller filler_;
    ClaimGraph graph_;
    DataKeys keys_;
    bool root_ = false;
    bool seen_graph_ = false;
    Scope scope_ = Scope::none;
    std::string id_;
    GraphFiller::EdgeElement edge_;  ///< its columns serve nodes too
    Field field_ = Field::none;
    std::string text_;
    bool in_data_ = false;
    bool in_text_ = false;
    bool nested_ = false;
    std::size_t depth_in_data_ = 0;
    std::size_t label_depth_ = 0;  ///< 0 outside of a label of yEd's
};

}  // namespace

ClaimGraph read_graphml(std::istream& in, const std::string& path) {
    GraphmlHandler handler;
    read_xml(in, path, handler);
    return handler.take();
}

}  // namespace claimgraph
