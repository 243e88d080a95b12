#include <string>

#include "export/rdf_description.hpp"
#include "export/rdf_exporters.hpp"
#include "export/text_output.hpp"
#include "graph/json/json_text.hpp"

namespace claimgraph {
namespace {

class JsonLdSink final : public RdfSink {
  public:
    explicit JsonLdSink(std::ostream& out) : out_(out) {
        out_.text() += "{\n  \"@context\": " + rdf_context_json() + ",\n  \"@graph\": [";
    }

    void begin(std::string_view resource, std::span<const std::string_view> types) override {
        std::string& out = out_.text();
        out += first_ ? "\n{\"@id\":" : ",\n{\"@id\":";
        first_ = false;
        append_json_string(out, resource);
        out += ",\"@type\":[";
        for (const std::string_view type : types) {
            if (out.back() != '[') out.push_back(',');
            append_json_string(out, type);
        }
        out.push_back(']');
        last_ = nullptr;
    }

    void property(const RdfTerm& term, std::string_view value, RdfType type) override {
        std::string& out = out_.text();
        if (last_ == &term) {
            // Several values of one property come one after the other; they make an array.
            if (!in_array_) out.insert(value_begin_, 1, '[');
            if (in_array_) out.pop_back();
            in_array_ = true;
            out.push_back(',');
        } else {
            out.push_back(',');
            append_json_string(out, term.name);
            out.push_back(':');
            value_begin_ = out.size();
            in_array_ = false;
        }
        last_ = &term;
        append_value(value, type);
        if (in_array_) out.push_back(']');
    }

    void end() override {
        out_.text().push_back('}');
        out_.flush_if_full();
    }

    void finish() {
        out_.text() += "\n  ]\n}\n";
        out_.finish();
    }

  private:
    void append_value(std::string_view value, RdfType type) {
        std::string& out = out_.text();
        switch (type) {
            case RdfType::integer:
            case RdfType::real:
            case RdfType::boolean:
                out += value;
                break;
            case RdfType::month:
            case RdfType::year:
                out += "{\"@value\":";
                append_json_string(out, value);
                out += type == RdfType::year ? ",\"@type\":\"xsd:gYear\"}" : ",\"@type\":\"xsd:gYearMonth\"}";
                break;
            default:
                append_json_string(out, value);
        }
    }

    TextOutput out_;
    bool first_ = true;
    const RdfTerm* last_ = nullptr;
    std::size_t value_begin_ = 0;
    bool in_array_ = false;
};

}  // namespace

void write_json_ld(const GraphView& view, const ExportOptions&, std::ostream& out) {
    JsonLdSink sink(out);
    describe(view, sink);
    sink.finish();
}

}  // namespace claimgraph
