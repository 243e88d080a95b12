#include <string_view>

#include "graph/json/json_text.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

/// Writes the fields of one object; closes it at the end of its life.
class ObjectWriter {
  public:
    explicit ObjectWriter(std::string& out) : out_(out) { out_.push_back('{'); }
    ~ObjectWriter() { out_.push_back('}'); }
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    std::string& key(std::string_view name) {
        if (!first_) out_.push_back(',');
        first_ = false;
        append_json_string(out_, name);
        out_.push_back(':');
        return out_;
    }
    void text(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
    void optional_text(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }
    void number(std::string_view name, std::size_t value) { append_json_number(key(name), value); }
    void number(std::string_view name, double value) { append_json_number(key(name), value); }
    void span(Span span) {
        number("begin", span.begin);
        number("end", span.end);
    }
    void span(const std::optional<Span>& value) {
        if (value) span(*value);
    }
    void extras(const Extras& extras) {
        for (const auto& [name, value] : extras) key(name) += value;
    }

  private:
    std::string& out_;
    bool first_ = true;
};

void append(std::string& out, const Entity& entity) {
    ObjectWriter object(out);
    object.text("name", entity.name);
    object.text("kind", to_string(entity.kind));
    object.optional_text("type", entity.type);
    object.optional_text("id", entity.id);
    if (entity.mention) object.text("mention", *entity.mention);
    object.span(entity.span);
    if (entity.antecedent) {
        ObjectWriter antecedent(object.key("antecedent"));
        antecedent.text("text", entity.antecedent->text);
        antecedent.span(entity.antecedent->span);
        antecedent.extras(entity.antecedent->extras);
    }
    object.extras(entity.extras);
}

void append(std::string& out, const Argument& argument) {
    if (argument.entity) {
        append(out, *argument.entity);
        return;
    }
    ObjectWriter object(out);
    object.text("text", argument.text);
    object.extras(argument.extras);
}

void append(std::string& out, const Quantity& quantity) {
    ObjectWriter object(out);
    object.text("role", to_string(quantity.role));
    object.number("value", quantity.value);
    object.optional_text("unit", quantity.unit);
    object.text("text", quantity.text);
    object.extras(quantity.extras);
}

void append(std::string& out, const TimeValue& time) {
    ObjectWriter object(out);
    object.text("value", time.value);
    object.text("text", time.text);
    object.extras(time.extras);
}

/// The words that state a relation or report it.
template <class Words>
void append_words(std::string& out, const Words& words) {
    ObjectWriter object(out);
    object.text("text", words.text);
    object.span(words.span);
    object.extras(words.extras);
}

void append(std::string& out, const Attribution& attribution) {
    ObjectWriter object(out);
    append(object.key("source"), attribution.source);
    if (attribution.cue) append_words(object.key("cue"), *attribution.cue);
    object.text("type", to_string(attribution.type));
    object.extras(attribution.extras);
}

EvidenceTextPlace append(std::string& out, const Evidence& evidence) {
    ObjectWriter object(out);
    object.text("document", evidence.document);
    object.number("sentence", evidence.sentence);
    object.span(evidence.span);
    const std::size_t begin = object.key("text").size();
    append_json_string(out, evidence.text);
    const std::size_t size = out.size() - begin;
    object.extras(evidence.extras);
    return {begin, size};
}

void append(std::string& out, Span span) {
    out.push_back('[');
    append_json_number(out, span.begin);
    out.push_back(',');
    append_json_number(out, span.end);
    out.push_back(']');
}

template <class Value>
void append_list(std::string& out, const std::vector<Value>& values) {
    out.push_back('[');
    bool first = true;
    for (const Value& value : values) {
        if (!first) out.push_back(',');
        first = false;
        append(out, value);
    }
    out.push_back(']');
}

template <class Value>
void append_optional(ObjectWriter& object, std::string_view name, const std::optional<Value>& value) {
    if (value) append(object.key(name), *value);
}

}  // namespace

EvidenceTextPlace append_json(std::string& out, const Statement& statement) {
    const std::size_t start = out.size();
    ObjectWriter object(out);
    object.optional_text("id", statement.id);
    object.text("relation", statement.relation);
    if (statement.predicate) append_words(object.key("predicate"), *statement.predicate);
    append(object.key("subject"), statement.subject);
    append(object.key("object"), statement.object);
    append_optional(object, "counterparty", statement.counterparty);
    append_optional(object, "instrument", statement.instrument);
    append_optional(object, "topic", statement.topic);
    append_optional(object, "location", statement.location);
    if (!statement.quantities.empty()) append_list(object.key("quantities"), statement.quantities);
    append_optional(object, "time", statement.time);
    append_optional(object, "duration", statement.duration);
    append_optional(object, "reason", statement.reason);
    object.text("status", to_string(statement.factuality.status));
    object.text("polarity", to_string(statement.factuality.polarity));
    append_list(object.key("attribution"), statement.attribution);
    if (statement.confidence) object.number("confidence", *statement.confidence);
    EvidenceTextPlace place = append(object.key("evidence"), statement.evidence);
    object.extras(statement.extras);
    place.begin -= start;
    return place;
}

void append_json(std::string& out, const Document& document, bool with_text) {
    ObjectWriter record(out);
    record.number("format", statement_format_version);
    {
        ObjectWriter object(record.key("document"));
        object.text("id", document.id);
        object.optional_text("title", document.title);
        object.optional_text("date", document.date);
        object.optional_text("outlet", document.outlet);
        object.optional_text("author", document.author);
        object.optional_text("url", document.url);
        object.text("voice", to_string(document.voice));
        object.optional_text("sha256", document.sha256);
        if (with_text) object.text("text", document.text);
        object.extras(document.extras);
    }
    record.extras(document.record_extras);
}

void append_json(std::string& out, const ReportedSpeech& speech) {
    ObjectWriter object(out);
    object.text("document", speech.document);
    append_list(object.key("source"), speech.source);
    append_list(object.key("cue"), speech.cue);
    append_list(object.key("content"), speech.content);
    if (speech.source_entity) {
        append(object.key("source_entity"), *speech.source_entity);
    } else {
        object.key("source_entity") += "null";
    }
    object.text("type", to_string(speech.type));
}

std::string to_json(const Statement& statement) {
    std::string out;
    append_json(out, statement);
    return out;
}

std::string to_json(const Document& document, bool with_text) {
    std::string out;
    append_json(out, document, with_text);
    return out;
}

}  // namespace claimgraph
