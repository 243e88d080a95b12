#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "graph/json/json_tape.hpp"
#include "graph/json/statement_json.hpp"
#include "graph/model/names.hpp"

namespace claimgraph {
namespace {

using Type = JsonTape::Type;

/// One value on the tape, with the way that leads to it.
class Cursor {
  public:
    Cursor(const JsonTape& tape, std::size_t token) : tape_(tape), token_(token) {}

    [[nodiscard]] Type type() const { return tape_[token_].type; }

    [[nodiscard]] std::string path() const {
        if (!parent_) return "$";
        return parent_->path() + (in_array_ ? "[" + std::to_string(index_) + "]" : "." + std::string(name_));
    }

    [[noreturn]] void fail(const std::string& expected) const {
        throw JsonError(path(), start(), "expected " + expected + ", found " + found());
    }
    [[noreturn]] void fail_with(std::string problem) const {
        throw JsonError(path(), start(), std::move(problem));
    }
    [[noreturn]] void fail_missing(std::string_view field) const {
        throw JsonError(path() + "." + std::string(field), start(),
                        "expected a value, found none: the field is required");
    }
    [[noreturn]] void fail_repeated() const {
        throw JsonError(path(), start(), "expected the field once, found it again");
    }

    /// Calls `field(name, cursor of the value)` for each field.
    template <class Field>
    void for_fields(std::string_view what, const Field& field) const {
        if (type() != Type::object) fail("an object (" + std::string(what) + ")");
        for (std::size_t key = token_ + 1; key < tape_[token_].next; key = tape_[key + 1].next) {
            Cursor value(tape_, key + 1);
            value.parent_ = this;
            value.name_ = tape_.text(key);
            field(value.name_, value);
        }
    }
    template <class Element>
    void for_elements(std::string_view what, const Element& element) const {
        if (type() != Type::array) fail("an array (" + std::string(what) + ")");
        std::size_t index = 0;
        for (std::size_t at = token_ + 1; at < tape_[token_].next; at = tape_[at].next) {
            Cursor value(tape_, at);
            value.parent_ = this;
            value.in_array_ = true;
            value.index_ = index++;
            element(value);
        }
    }

    [[nodiscard]] std::string text() const {
        if (type() != Type::string) fail("a string");
        return std::string(tape_.text(token_));
    }
    [[nodiscard]] std::string non_empty_text() const {
        std::string value = text();
        if (value.empty()) fail("a string that is not empty");
        return value;
    }
    template <class Enum>
    [[nodiscard]] Enum name_of() const {
        if (type() == Type::string) {
            if (const auto value = parse<Enum>(tape_.text(token_))) return *value;
        }
        fail("one of " + std::string(accepted_names<Enum>()));
    }
    [[nodiscard]] std::size_t count() const {
        const std::string_view digits = raw();
        std::size_t value = 0;
        if (type() == Type::number) {
            const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
            if (result.ec == std::errc{} && result.ptr == digits.data() + digits.size()) return value;
        }
        fail("a whole number from 0");
    }
    [[nodiscard]] double number() const {
        const std::string_view digits = raw();
        double value = 0;
        if (type() == Type::number) {
            const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
            if (result.ec == std::errc{} && std::isfinite(value)) return value;
        }
        fail("a number within the range of a double");
    }
    [[nodiscard]] std::string_view raw() const { return tape_.raw(token_); }
    void keep(Extras& extras) const { extras.emplace_back(name_, raw()); }

  private:
    [[nodiscard]] std::size_t start() const { return tape_[token_].begin; }
    [[nodiscard]] std::string found() const {
        switch (type()) {
            case Type::object:
                return "an object";
            case Type::array:
                return "an array";
            case Type::null:
                return "null";
            default:
                break;
        }
        constexpr std::size_t longest = 60;
        std::string_view value = type() == Type::string ? tape_.text(token_) : raw();
        std::size_t size = std::min(value.size(), longest);
        while (size < value.size() && (static_cast<unsigned char>(value[size]) & 0xC0u) == 0x80) --size;
        std::string out(value.substr(0, size));
        if (size < value.size()) out += "...";
        return type() == Type::string ? "\"" + out + "\"" : out;
    }

    const JsonTape& tape_;
    std::size_t token_ = 0;
    const Cursor* parent_ = nullptr;
    std::string_view name_;
    bool in_array_ = false;
    std::size_t index_ = 0;
};

/// A field that may come once: reading it again fails. Null counts as absent.
template <class Value>
class Once {
  public:
    template <class Read>
    void set(const Cursor& cursor, const Read& read) {
        if (cursor.type() == Type::null) return;
        if (value_) cursor.fail_repeated();
        value_ = read(cursor);
    }
    [[nodiscard]] explicit operator bool() const { return value_.has_value(); }
    [[nodiscard]] Value take_required(const Cursor& parent, std::string_view field) {
        if (!value_) parent.fail_missing(field);
        return std::move(*value_);
    }
    [[nodiscard]] Value take_or(Value otherwise) {
        return value_ ? std::move(*value_) : std::move(otherwise);
    }
    [[nodiscard]] std::optional<Value> take() { return std::move(value_); }

  private:
    std::optional<Value> value_;
};

std::string read_text(const Cursor& cursor) {
    return cursor.text();
}
std::string read_name(const Cursor& cursor) {
    return cursor.non_empty_text();
}
std::size_t read_count(const Cursor& cursor) {
    return cursor.count();
}
template <class Enum>
Enum read_enum(const Cursor& cursor) {
    return cursor.name_of<Enum>();
}

/// The pair of fields `begin` and `end`.
class SpanFields {
  public:
    /// Whether the field is one of the pair.
    bool read(std::string_view name, const Cursor& cursor) {
        if (name == "begin") {
            begin_.set(cursor, read_count);
        } else if (name == "end") {
            end_.set(cursor, read_count);
        } else {
            return false;
        }
        return true;
    }
    [[nodiscard]] std::optional<Span> take(const Cursor& parent) {
        if (!begin_ && !end_) return std::nullopt;
        return take_required(parent);
    }
    [[nodiscard]] Span take_required(const Cursor& parent) {
        const Span span{begin_.take_required(parent, "begin"), end_.take_required(parent, "end")};
        if (span.end < span.begin) {
            parent.fail_with("expected an end not before the beginning, found begin " +
                             std::to_string(span.begin) + " and end " + std::to_string(span.end));
        }
        return span;
    }

  private:
    Once<std::size_t> begin_;
    Once<std::size_t> end_;
};

Antecedent read_antecedent(const Cursor& cursor) {
    Antecedent out;
    Once<std::string> text;
    SpanFields span;
    cursor.for_fields("an antecedent", [&](std::string_view name, const Cursor& value) {
        if (span.read(name, value)) return;
        if (name == "text") {
            text.set(value, read_text);
        } else {
            value.keep(out.extras);
        }
    });
    out.text = text.take_required(cursor, "text");
    out.span = span.take_required(cursor);
    return out;
}

/// The fields of an entity, in whatever order they come.
class EntityFields {
  public:
    bool read(std::string_view name, const Cursor& value) {
        if (name == "begin" || name == "end") {
            span_.read(name, value);
        } else if (name == "name") {
            name_.set(value, read_name);
        } else if (name == "kind") {
            kind_.set(value, read_enum<EntityKind>);
        } else if (name == "type") {
            type_.set(value, read_text);
        } else if (name == "id") {
            id_.set(value, read_text);
        } else if (name == "mention") {
            mention_.set(value, read_text);
        } else if (name == "antecedent") {
            antecedent_.set(value, read_antecedent);
        } else {
            return false;
        }
        any_ = any_ || value.type() != Type::null;
        return true;
    }
    [[nodiscard]] bool any() const { return any_; }
    [[nodiscard]] Entity take(const Cursor& parent) {
        Entity out;
        out.name = name_.take_required(parent, "name");
        out.kind = kind_.take_required(parent, "kind");
        out.type = type_.take_or({});
        out.id = id_.take_or({});
        out.mention = mention_.take();
        out.span = span_.take(parent);
        out.antecedent = antecedent_.take();
        return out;
    }

  private:
    bool any_ = false;
    Once<std::string> name_;
    Once<EntityKind> kind_;
    Once<std::string> type_;
    Once<std::string> id_;
    Once<std::string> mention_;
    SpanFields span_;
    Once<Antecedent> antecedent_;
};

Entity read_entity(const Cursor& cursor) {
    EntityFields fields;
    Extras extras;
    cursor.for_fields("an entity", [&](std::string_view name, const Cursor& value) {
        if (!fields.read(name, value)) value.keep(extras);
    });
    Entity out = fields.take(cursor);
    out.extras = std::move(extras);
    return out;
}

/// An entity, or words that are none: `{"text"}`.
Argument read_argument(const Cursor& cursor) {
    EntityFields fields;
    Once<std::string> text;
    Extras extras;
    cursor.for_fields("an entity, or one with the field text",
                      [&](std::string_view name, const Cursor& value) {
                          if (fields.read(name, value)) return;
                          if (name == "text" && !fields.any()) {
                              text.set(value, read_text);
                          } else {
                              value.keep(extras);
                          }
                      });
    Argument out;
    if (fields.any()) {
        out.entity = fields.take(cursor);
        out.entity->extras = std::move(extras);
        if (text) cursor.fail("either an entity or the field text");
        return out;
    }
    out.text = text.take_required(cursor, "text");
    out.extras = std::move(extras);
    return out;
}

/// The words that state a relation or report it.
template <class Words>
Words read_words(const Cursor& cursor) {
    Words out;
    Once<std::string> text;
    SpanFields span;
    cursor.for_fields("words and where they stand", [&](std::string_view name, const Cursor& value) {
        if (span.read(name, value)) return;
        if (name == "text") {
            text.set(value, read_text);
        } else {
            value.keep(out.extras);
        }
    });
    out.text = text.take_required(cursor, "text");
    out.span = span.take(cursor);
    return out;
}

Quantity read_quantity(const Cursor& cursor) {
    Quantity out;
    Once<QuantityRole> role;
    Once<double> amount;
    Once<std::string> unit;
    Once<std::string> text;
    cursor.for_fields("a quantity", [&](std::string_view name, const Cursor& value) {
        if (name == "role") {
            role.set(value, read_enum<QuantityRole>);
        } else if (name == "value") {
            amount.set(value, [](const Cursor& number) { return number.number(); });
        } else if (name == "unit") {
            unit.set(value, read_text);
        } else if (name == "text") {
            text.set(value, read_text);
        } else {
            value.keep(out.extras);
        }
    });
    out.role = role.take_required(cursor, "role");
    out.value = amount.take_required(cursor, "value");
    out.unit = unit.take_or({});
    out.text = text.take_or({});
    return out;
}

TimeValue read_time(const Cursor& cursor) {
    TimeValue out;
    Once<std::string> iso;
    Once<std::string> text;
    cursor.for_fields("a time", [&](std::string_view name, const Cursor& value) {
        if (name == "value") {
            iso.set(value, read_name);
        } else if (name == "text") {
            text.set(value, read_text);
        } else {
            value.keep(out.extras);
        }
    });
    out.value = iso.take_required(cursor, "value");
    out.text = text.take_or({});
    return out;
}

Attribution read_attribution(const Cursor& cursor) {
    Attribution out;
    Once<Entity> source;
    Once<Cue> cue;
    Once<AttributionType> type;
    cursor.for_fields("an attribution", [&](std::string_view name, const Cursor& value) {
        if (name == "source") {
            source.set(value, read_entity);
        } else if (name == "cue") {
            cue.set(value, read_words<Cue>);
        } else if (name == "type") {
            type.set(value, read_enum<AttributionType>);
        } else {
            value.keep(out.extras);
        }
    });
    out.source = source.take_required(cursor, "source");
    out.cue = cue.take();
    out.type = type.take_or(AttributionType::paraphrase);
    return out;
}

Evidence read_evidence(const Cursor& cursor) {
    Evidence out;
    Once<std::string> document;
    Once<std::size_t> sentence;
    SpanFields span;
    Once<std::string> text;
    cursor.for_fields("the evidence", [&](std::string_view name, const Cursor& value) {
        if (span.read(name, value)) return;
        if (name == "document") {
            document.set(value, read_name);
        } else if (name == "sentence") {
            sentence.set(value, read_count);
        } else if (name == "text") {
            text.set(value, read_text);
        } else {
            value.keep(out.extras);
        }
    });
    out.document = document.take_required(cursor, "document");
    out.sentence = sentence.take_required(cursor, "sentence");
    out.span = span.take_required(cursor);
    out.text = text.take_required(cursor, "text");
    return out;
}

double read_confidence(const Cursor& cursor) {
    const double value = cursor.number();
    if (value < 0 || value > 1) cursor.fail("a number within 0..1");
    return value;
}

template <class Value, class Read>
auto list_of(const Read& read, std::string_view what) {
    return [&read, what](const Cursor& cursor) {
        std::vector<Value> out;
        cursor.for_elements(what, [&](const Cursor& element) { out.push_back(read(element)); });
        return out;
    };
}

Statement read_statement(const Cursor& cursor) {
    Statement out;
    Once<std::string> id;
    Once<std::string> relation;
    Once<Predicate> predicate;
    Once<Entity> subject;
    Once<Entity> object;
    Once<Entity> counterparty;
    Once<Entity> instrument;
    Once<Argument> topic;
    Once<Argument> location;
    Once<std::vector<Quantity>> quantities;
    Once<TimeValue> time;
    Once<TimeValue> duration;
    Once<Argument> reason;
    Once<Status> status;
    Once<Polarity> polarity;
    Once<std::vector<Attribution>> attribution;
    Once<double> confidence;
    Once<Evidence> evidence;
    cursor.for_fields("a statement", [&](std::string_view name, const Cursor& value) {
        if (name == "id") {
            id.set(value, read_text);
        } else if (name == "relation") {
            relation.set(value, read_name);
        } else if (name == "predicate") {
            predicate.set(value, read_words<Predicate>);
        } else if (name == "subject") {
            subject.set(value, read_entity);
        } else if (name == "object") {
            object.set(value, read_entity);
        } else if (name == "counterparty") {
            counterparty.set(value, read_entity);
        } else if (name == "instrument") {
            instrument.set(value, read_entity);
        } else if (name == "topic") {
            topic.set(value, read_argument);
        } else if (name == "location") {
            location.set(value, read_argument);
        } else if (name == "quantities") {
            quantities.set(value, list_of<Quantity>(read_quantity, "quantities"));
        } else if (name == "time") {
            time.set(value, read_time);
        } else if (name == "duration") {
            duration.set(value, read_time);
        } else if (name == "reason") {
            reason.set(value, read_argument);
        } else if (name == "status") {
            status.set(value, read_enum<Status>);
        } else if (name == "polarity") {
            polarity.set(value, read_enum<Polarity>);
        } else if (name == "attribution") {
            attribution.set(value, list_of<Attribution>(read_attribution, "the chain of sources"));
        } else if (name == "confidence") {
            confidence.set(value, read_confidence);
        } else if (name == "evidence") {
            evidence.set(value, read_evidence);
        } else {
            value.keep(out.extras);
        }
    });
    out.id = id.take_or({});
    out.relation = relation.take_required(cursor, "relation");
    out.predicate = predicate.take();
    out.subject = subject.take_required(cursor, "subject");
    out.object = object.take_required(cursor, "object");
    out.counterparty = counterparty.take();
    out.instrument = instrument.take();
    out.topic = topic.take();
    out.location = location.take();
    out.quantities = quantities.take_or({});
    out.time = time.take();
    out.duration = duration.take();
    out.reason = reason.take();
    out.factuality.status = status.take_required(cursor, "status");
    out.factuality.polarity = polarity.take_required(cursor, "polarity");
    out.attribution = attribution.take_required(cursor, "attribution");
    out.confidence = confidence.take();
    out.evidence = evidence.take_required(cursor, "evidence");
    return out;
}

Document read_document(const Cursor& cursor) {
    Document out;
    Once<std::string> id;
    Once<std::string> title;
    Once<std::string> date;
    Once<std::string> outlet;
    Once<std::string> author;
    Once<std::string> url;
    Once<Voice> voice;
    Once<std::string> sha256;
    Once<std::string> text;
    cursor.for_fields("a document", [&](std::string_view name, const Cursor& value) {
        if (name == "id") {
            id.set(value, read_name);
        } else if (name == "title") {
            title.set(value, read_text);
        } else if (name == "date") {
            date.set(value, read_text);
        } else if (name == "outlet") {
            outlet.set(value, read_text);
        } else if (name == "author") {
            author.set(value, read_text);
        } else if (name == "url") {
            url.set(value, read_text);
        } else if (name == "voice") {
            voice.set(value, read_enum<Voice>);
        } else if (name == "sha256") {
            sha256.set(value, read_text);
        } else if (name == "text") {
            text.set(value, read_text);
        } else {
            value.keep(out.extras);
        }
    });
    out.id = id.take_required(cursor, "id");
    out.title = title.take_or({});
    out.date = date.take_or({});
    out.outlet = outlet.take_or({});
    out.author = author.take_or({});
    out.url = url.take_or({});
    out.voice_given = static_cast<bool>(voice);
    out.voice = voice.take_or(Voice::news);
    out.sha256 = sha256.take_or({});
    out.text = text.take_or({});
    return out;
}

std::size_t read_version(const Cursor& cursor) {
    const std::size_t version = cursor.count();
    if (version != statement_format_version) {
        cursor.fail("version " + std::to_string(statement_format_version) + " of the format");
    }
    return version;
}

Document read_document_record(const Cursor& cursor) {
    Once<std::size_t> format;
    Once<Document> document;
    Extras extras;
    cursor.for_fields("a document record", [&](std::string_view name, const Cursor& value) {
        if (name == "format") {
            format.set(value, read_version);
        } else if (name == "document") {
            document.set(value, read_document);
        } else {
            value.keep(extras);
        }
    });
    static_cast<void>(format.take_required(cursor, "format"));
    Document out = document.take_required(cursor, "document");
    out.record_extras = std::move(extras);
    return out;
}

bool is_document_record(const Cursor& cursor) {
    bool document = false;
    bool relation = false;
    cursor.for_fields("a document record or a statement", [&](std::string_view name, const Cursor&) {
        document = document || name == "document" || name == "format";
        relation = relation || name == "relation";
    });
    return document && !relation;
}

StatementRecord read_record(const Cursor& cursor) {
    if (is_document_record(cursor)) return read_document_record(cursor);
    return read_statement(cursor);
}

}  // namespace

struct StatementJsonParser::Impl {
    JsonTape tape;

    Cursor parse(std::string_view json) {
        tape.parse(json);
        return {tape, 0};
    }
};

StatementJsonParser::StatementJsonParser() : impl_(std::make_unique<Impl>()) {}
StatementJsonParser::~StatementJsonParser() = default;
StatementJsonParser::StatementJsonParser(StatementJsonParser&&) noexcept = default;
StatementJsonParser& StatementJsonParser::operator=(StatementJsonParser&&) noexcept = default;

StatementRecord StatementJsonParser::parse_record(std::string_view json) {
    return read_record(impl_->parse(json));
}

Statement StatementJsonParser::parse_statement(std::string_view json) {
    return read_statement(impl_->parse(json));
}

Document StatementJsonParser::parse_document(std::string_view json) {
    return read_document_record(impl_->parse(json));
}

std::vector<Statement> StatementJsonParser::parse_statements(std::string_view json) {
    return list_of<Statement>(read_statement, "statements")(impl_->parse(json));
}

std::vector<StatementRecord> StatementJsonParser::parse_records(
    std::string_view json, const std::function<bool(std::string_view)>& is_known) {
    std::vector<StatementRecord> out;
    impl_->parse(json).for_elements("records", [&](const Cursor& element) {
        if (!is_document_record(element)) {
            out.emplace_back(read_statement(element));
        } else if (!is_known(element.raw())) {
            out.emplace_back(read_document_record(element));
        }
    });
    return out;
}

}  // namespace claimgraph
