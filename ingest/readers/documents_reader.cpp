#include "ingest/readers/documents_reader.hpp"

#include <filesystem>
#include <istream>
#include <optional>
#include <string>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "ingest/readers/json_records.hpp"
#include "ingest/readers/text_check.hpp"
#include "ingest/text/sha256.hpp"

namespace claimgraph {

namespace {

/// A fault of one field.
struct FieldFault {
    std::string field;
    std::string message;
};

std::string_view type_name(const rapidjson::Value& value) {
    if (value.IsNull()) return "null";
    if (value.IsBool()) return "a truth value";
    if (value.IsNumber()) return "a number";
    if (value.IsString()) return "a string";
    return value.IsArray() ? "an array" : "an object";
}

/// The string in a field, empty when it is absent or null. A whole number passes as an id does.
std::string field(const rapidjson::Value& object, const std::string& name, bool number_passes = false) {
    const auto member = object.FindMember(rapidjson::StringRef(name.data(), name.size()));
    if (member == object.MemberEnd() || member->value.IsNull()) return {};
    const rapidjson::Value& value = member->value;
    if (value.IsString()) return {value.GetString(), value.GetStringLength()};
    if (number_passes && value.IsInt64()) return std::to_string(value.GetInt64());
    throw FieldFault{"$." + name, "expected a string, found " + std::string(type_name(value))};
}

/// A date, or the date of a date with time (RFC 3339).
std::string date_field(const rapidjson::Value& object, const std::string& name) {
    std::string date = field(object, name);
    if (date.size() > 10 && (date[10] == 'T' || date[10] == ' ')) date.resize(10);
    if (date.empty() || is_document_date(date)) return date;
    throw FieldFault{"$." + name, "expected YYYY, YYYY-MM or YYYY-MM-DD, found '" + date + "'"};
}

std::optional<Voice> voice_field(const rapidjson::Value& object, const std::string& name) {
    const std::string word = field(object, name);
    const auto voice = parse<Voice>(word);
    if (word.empty() || voice) return voice;
    throw FieldFault{"$." + name,
                     "expected " + std::string(accepted_names<Voice>()) + ", found '" + word + "'"};
}

Document parse_document(std::string_view line, const FieldNames& names) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(line.data(),
                                                                                       line.size());
    if (json.HasParseError())
        throw FieldFault{"", "expected a JSON object, found a fault at byte " +
                                 std::to_string(json.GetErrorOffset()) + ": " +
                                 rapidjson::GetParseError_En(json.GetParseError())};
    if (!json.IsObject())
        throw FieldFault{"", "expected a JSON object, found " + std::string(type_name(json))};
    Document document;
    document.id = field(json, names.id, true);
    document.text = field(json, names.text);
    if (auto wrong = text_fault(document.text)) throw FieldFault{"$." + names.text, std::move(*wrong)};
    fill_in(document, {field(json, names.title), date_field(json, names.date), field(json, names.outlet),
                       field(json, names.author), field(json, names.url), voice_field(json, names.voice)});
    return document;
}

}  // namespace

void read_documents(std::istream& in, const Input& input, const ReadOptions& options, DocumentIds& ids,
                    InputSink& sink) {
    const std::string stem = input.path == "-" ? "stdin" : std::filesystem::path(input.path).stem().string();
    for_each_record(in, input, options.largest_document, sink, [&](const JsonRecord& record) {
        const auto report = [&](Diagnostic::Severity severity, std::string name, std::string message) {
            sink.report({severity, input.path, record.line, std::move(name), std::move(message)});
        };
        try {
            Document document = parse_document(record.text, options.fields);
            if (document.id.empty()) document.id = stem + "#" + std::to_string(record.number);
            document.sha256 = sha256_hex(document.text);
            fill_in(document, options.defaults);
            if (!document.voice_given && options.voices != nullptr)
                document.voice = options.voices->detect(document);
            switch (ids.claim(document.id, document.sha256)) {
                case DocumentIds::Use::fresh:
                    break;
                case DocumentIds::Use::same_document:
                    report(Diagnostic::Severity::warning, "$." + options.fields.id,
                           "document '" + document.id + "' was read before and is left out");
                    return;
                case DocumentIds::Use::clash: {
                    std::string id = ids.resolve(stem, document.id);
                    report(Diagnostic::Severity::warning, "$." + options.fields.id,
                           "document id '" + document.id + "' is not unique; '" + id + "' is used");
                    document.id = std::move(id);
                    (void)ids.claim(document.id, document.sha256);
                }
            }
            sink.text(std::move(document), input.path + ":" + std::to_string(record.line));
        } catch (FieldFault& fault) {
            report(Diagnostic::Severity::error, std::move(fault.field), std::move(fault.message));
        }
    });
}

}  // namespace claimgraph
