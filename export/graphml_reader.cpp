#include "export/graphml_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <exception>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "export/columns.hpp"
#include "export/gephi_text.hpp"
#include "graph/claim_graph_builder.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "graph/node_ids.hpp"

namespace claimgraph {
namespace {

using Columns = std::vector<std::pair<std::string, std::string>>;  ///< name and text

const std::string* find(const Columns& columns, std::string_view name) {
    const auto at = std::find_if(columns.begin(), columns.end(),
                                 [&](const auto& column) { return column.first == name; });
    return at == columns.end() || at->second.empty() ? nullptr : &at->second;
}

std::string text_of(const Columns& columns, const columns::Column& key) {
    const std::string* value = find(columns, key.name);
    return value ? unguard_text(*value) : std::string();
}

std::string raw_text_of(const Columns& columns, const columns::Column& key) {
    const std::string* value = find(columns, key.name);
    return value ? *value : std::string();
}

template <class Number>
std::optional<Number> number_of(const Columns& columns, const columns::Column& key) {
    const std::string* value = find(columns, key.name);
    if (!value) return std::nullopt;
    Number number{};
    const auto result = std::from_chars(value->data(), value->data() + value->size(), number);
    if (result.ec != std::errc{} || result.ptr != value->data() + value->size()) return std::nullopt;
    return number;
}

std::string trimmed(std::string_view text) {
    const std::string_view space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(space) - begin + 1));
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
        node.id = id;
        node.label = raw_text_of(columns, columns::node::label);
        if (node.label.empty()) node.label = id;
        node.kind = parse<EntityKind>(raw_text_of(columns, columns::node::kind)).value_or(EntityKind::topic);
        node.type = text_of(columns, columns::node::type);
        node.aliases = columns::split_values(text_of(columns, columns::node::aliases));
        node.mentions = number_of<std::size_t>(columns, columns::node::mentions).value_or(0);
        node.documents = number_of<std::size_t>(columns, columns::node::documents).value_or(0);
        nodes_.emplace(id, builder_.add_node(std::move(node)));
    }

    /// An edge may come before its nodes.
    void add_edge(EdgeElement&& element) {
        if (!nodes_.contains(element.source) || !nodes_.contains(element.target)) {
            early_.push_back(std::move(element));
            return;
        }
        place_edge(element);
    }

    ClaimGraph finish() {
        for (const EdgeElement& element : early_) {
            for (const std::string* end : {&element.source, &element.target}) {
                if (!nodes_.contains(*end))
                    throw Error("expected edges between nodes of the file, found an edge with '" + *end +
                                "'");
            }
            place_edge(element);
        }
        return builder_.build(ClaimGraphBuilder::Counts::keep);
    }

  private:
    void place_edge(const EdgeElement& element) {
        const NodeIndex source = nodes_.at(element.source);
        const NodeIndex target = nodes_.at(element.target);
        std::string relation = text_of(element.columns, columns::edge::relation);
        if (relation.empty()) relation = text_of(element.columns, columns::edge::interaction);
        if (relation.empty()) relation = trimmed(element.label);
        if (relation.empty()) relation = raw_text_of(element.columns, columns::edge::label);
        if (relation.empty()) relation = "related";
        const EdgeIndex edge = builder_.add_edge(source, relation, target);
        std::size_t claims = 0;
        if (const std::string* evidence = find(element.columns, columns::edge::evidence.name)) {
            claims = add_claims(edge, source, target, *evidence);
        }
        const auto said = number_of<std::size_t>(element.columns, columns::edge::evidence_count);
        if (claims == 0 || (said && *said > claims))
            builder_.set_summary(edge, summary(element.columns, relation));
    }

    std::size_t add_claims(EdgeIndex edge, NodeIndex source, NodeIndex target, const std::string& evidence) {
        std::size_t count = 0;
        for (StatementRecord& record : parser_.parse_records(unguard_json(evidence))) {
            if (auto* document = std::get_if<Document>(&record)) {
                builder_.add_document(std::move(*document));
                continue;
            }
            const Statement& statement = std::get<Statement>(record);
            Claim claim = make_claim(statement);
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

    /// Whether the entity is the one that the node stands for, by its id or a name.
    bool names(NodeIndex index, const Entity& entity) const {
        const Node& node = builder_.node(index);
        if (node.kind != entity.kind) return false;
        const EntityKey key = entity_key(entity);
        if (key.by_id) return node.id == assign_node_ids(std::span(&key, 1)).front();
        return node.label == entity.name ||
               std::binary_search(node.aliases.begin(), node.aliases.end(), entity.name);
    }

    static EdgeSummary summary(const Columns& columns, const std::string& relation) {
        EdgeSummary out;
        out.label = raw_text_of(columns, columns::edge::label);
        if (out.label.empty()) out.label = relation;
        for (const std::string& name : columns::split_values(text_of(columns, columns::edge::status))) {
            if (const auto status = parse<Status>(name)) out.statuses.push_back(*status);
        }
        for (const std::string& name : columns::split_values(text_of(columns, columns::edge::polarity))) {
            const auto polarity = parse<Polarity>(name);
            out.positive = out.positive || polarity == Polarity::positive;
            out.negative = out.negative || polarity == Polarity::negative;
        }
        const std::string basis = raw_text_of(columns, columns::edge::basis);
        for (const Basis value : {Basis::reported, Basis::both}) {
            if (basis == to_string(value)) out.basis = value;
        }
        out.fact = number_of<int>(columns, columns::edge::fact).value_or(0) != 0;
        out.speakers = columns::split_values(text_of(columns, columns::edge::speakers));
        out.first_date = text_of(columns, columns::edge::first_date);
        out.last_date = text_of(columns, columns::edge::last_date);
        out.evidence = number_of<std::size_t>(columns, columns::edge::evidence_count).value_or(0);
        out.documents = number_of<std::size_t>(columns, columns::edge::document_count).value_or(0);
        const double weight = number_of<double>(columns, columns::edge::weight).value_or(1);
        out.weight = std::isfinite(weight) && weight > 0 ? weight : 1;
        out.quote = text_of(columns, columns::edge::quote);
        out.quote_document = text_of(columns, columns::edge::quote_document);
        return out;
    }

    ClaimGraphBuilder builder_;
    std::unordered_map<std::string, NodeIndex> nodes_;
    std::vector<EdgeElement> early_;
    StatementJsonParser parser_;
};

/// Attributes of an element as libxml2's SAX2 interface hands them over.
class Attributes {
  public:
    Attributes(const xmlChar** values, int count) : values_(values), count_(count) {}

    [[nodiscard]] std::string operator[](std::string_view name) const {
        for (int i = 0; i < count_; ++i) {
            const xmlChar** fields = values_ + 5 * i;  // local name, prefix, URI, begin, end
            if (name != reinterpret_cast<const char*>(fields[0]) || fields[1] != nullptr) continue;
            return std::string(reinterpret_cast<const char*>(fields[3]),
                               reinterpret_cast<const char*>(fields[4]));
        }
        return {};
    }

  private:
    const xmlChar** values_;
    int count_;
};

/// libxml2's events, turned into elements. Exceptions may not pass through libxml2: the first is kept and
/// thrown after.
class GraphmlParser {
  public:
    explicit GraphmlParser(std::string path) : path_(std::move(path)) {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                                const xmlChar**, int count, int, const xmlChar** attributes) {
            of(self).guard([&](GraphmlParser& parser) {
                parser.start(reinterpret_cast<const char*>(name), Attributes(attributes, count));
            });
        };
        sax.endElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
            of(self).guard([&](GraphmlParser& parser) { parser.end(reinterpret_cast<const char*>(name)); });
        };
        sax.characters = sax.cdataBlock = [](void* self, const xmlChar* text, int size) {
            GraphmlParser& parser = of(self);
            if (parser.in_text_)
                parser.text_.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
        };
        sax.internalSubset = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
            of(self).guard(
                [](GraphmlParser&) { throw Error("expected GraphML, found a document type declaration"); });
        };
        // Errors are asked for after each piece; libxml2 must not print them.
        sax.serror = [](void*, xmlErrorPtr) {};
        context_.reset(xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr));
        if (!context_) throw Error("out of memory");
        xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_HUGE);
    }

    void feed(std::string_view piece, bool last) {
        const int code =
            xmlParseChunk(context_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        if (failure_) std::rethrow_exception(failure_);
        if (code != XML_ERR_OK && !context_->wellFormed) {
            const xmlError* error = xmlCtxtGetLastError(context_.get());
            fail(std::string("expected well-formed XML, found: ") +
                 trimmed(error && error->message ? error->message : "a fault"));
        }
    }

    ClaimGraph finish() {
        if (!seen_graph_) fail("expected a graph element in graphml, found none");
        try {
            return filler_.finish();
        } catch (const FormatError&) {
            throw;
        } catch (const Error& error) {
            fail(error.what());
        }
    }

  private:
    enum class Scope { none, node, edge };
    struct FreeContext {
        void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
    };

    static GraphmlParser& of(void* self) { return *static_cast<GraphmlParser*>(self); }

    template <class Action>
    void guard(const Action& action) noexcept {
        if (failure_) return;
        try {
            action(*this);
        } catch (const std::exception& error) {
            try {
                fail(error.what());
            } catch (...) {
                failure_ = std::current_exception();
            }
            xmlStopParser(context_.get());
        }
    }

    [[noreturn]] void fail(const std::string& message) const {
        const int line = context_->input ? context_->input->line : 0;
        throw FormatError(path_, static_cast<std::size_t>(std::max(line, 0)), 0, message);
    }

    void start(std::string_view name, const Attributes& attributes) {
        if (!root_) {
            root_ = true;
            if (name != "graphml")
                throw Error("expected the root element graphml, found " + std::string(name));
            return;
        }
        if (in_data_) {
            ++depth_in_data_;
            // yEd keeps labels in elements of its own.
            in_text_ = name == "NodeLabel" || name == "EdgeLabel";
            if (in_text_) text_.clear();
        } else if (name == "key") {
            std::string column = attributes["attr.name"];
            if (column.empty()) column = attributes["id"];
            std::transform(column.begin(), column.end(), column.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
            column_of_key_[attributes["id"]] = std::move(column);
        } else if (name == "graph") {
            seen_graph_ = true;
        } else if (name == "node") {
            scope_ = Scope::node;
            columns_.clear();
            id_ = trimmed(attributes["id"]);
        } else if (name == "edge") {
            scope_ = Scope::edge;
            columns_.clear();
            edge_.source = trimmed(attributes["source"]);
            edge_.target = trimmed(attributes["target"]);
            edge_.label = attributes["label"];
            for (const std::string* end : {&edge_.source, &edge_.target}) {
                if (end->empty()) throw Error("expected an edge with source and target, found one without");
            }
        } else if (name == "data" && scope_ != Scope::none) {
            const std::string key = attributes["key"];
            const auto column = column_of_key_.find(key);
            if (column == column_of_key_.end())
                throw Error("expected data with a declared key, found key '" + key + "'");
            column_ = column->second;
            in_data_ = in_text_ = true;
            depth_in_data_ = 0;
            text_.clear();
        }
    }

    void end(std::string_view name) {
        if (in_data_) {
            if (depth_in_data_ > 0) {
                --depth_in_data_;
                if (in_text_ && !find(columns_, "label")) columns_.emplace_back("label", trimmed(text_));
                in_text_ = false;
                nested_ = true;
                return;
            }
            if (!nested_) columns_.emplace_back(column_, std::move(text_));
            text_.clear();
            in_data_ = in_text_ = nested_ = false;
        } else if (name == "node" && scope_ == Scope::node) {
            filler_.add_node(id_, columns_);
            scope_ = Scope::none;
        } else if (name == "edge" && scope_ == Scope::edge) {
            edge_.columns = std::move(columns_);
            filler_.add_edge(std::move(edge_));
            edge_ = {};
            columns_.clear();
            scope_ = Scope::none;
        } else if (name == "graph" && scope_ == Scope::node) {
            scope_ = Scope::none;
        }
    }

    std::string path_;
    std::unique_ptr<xmlParserCtxt, FreeContext> context_;
    std::exception_ptr failure_;
    GraphFiller filler_;
    std::map<std::string, std::string> column_of_key_;
    bool root_ = false;
    bool seen_graph_ = false;
    Scope scope_ = Scope::none;
    std::string id_;
    GraphFiller::EdgeElement edge_;
    Columns columns_;
    std::string column_;
    std::string text_;
    bool in_data_ = false;
    bool in_text_ = false;
    bool nested_ = false;
    std::size_t depth_in_data_ = 0;
};

}  // namespace

ClaimGraph read_graphml(std::istream& in, const std::string& path) {
    GraphmlParser parser(path);
    std::vector<char> buffer(std::size_t{1} << 20);
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        if (in.gcount() > 0)
            parser.feed(std::string_view(buffer.data(), static_cast<std::size_t>(in.gcount())), false);
    }
    if (in.bad()) throw IoError(path + ": reading failed");
    parser.feed({}, true);
    return parser.finish();
}

}  // namespace claimgraph
