#include <map>
#include <memory>
#include <string>

#include <serd/serd.h>

#include "export/rdf_description.hpp"
#include "export/rdf_exporters.hpp"
#include "export/text_output.hpp"
#include "graph/model/error.hpp"

namespace claimgraph {
namespace {

struct FreeEnv {
    void operator()(SerdEnv* env) const { serd_env_free(env); }
};
struct FreeWriter {
    void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
};

SerdNode node_of(SerdType type, const std::string& text) {
    return serd_node_from_string(type, reinterpret_cast<const std::uint8_t*>(text.c_str()));
}

class TurtleSink final : public RdfSink {
  public:
    explicit TurtleSink(std::ostream& out) : out_(out), env_(serd_env_new(nullptr)) {
        writer_.reset(serd_writer_new(SERD_TURTLE,
                                      static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED),
                                      env_.get(), nullptr, append, this));
        if (!writer_) throw Error("the Turtle writer could not be made");
        for (const RdfPrefix& prefix : rdf_prefixes()) {
            const std::string name(prefix.name);
            const std::string iri(prefix.iri);
            iris_.emplace(name, iri);
            const SerdNode name_node = node_of(SERD_LITERAL, name);
            const SerdNode iri_node = node_of(SERD_URI, iri);
            check(serd_writer_set_prefix(writer_.get(), &name_node, &iri_node));
        }
    }

    void begin(std::string_view resource, std::span<const std::string_view> types) override {
        subject_ = expand(resource);
        for (const std::string_view type : types)
            write(expand("rdf:type"), SERD_URI, expand(type), std::string());
    }

    void property(const RdfTerm& term, std::string_view value, RdfType type) override {
        const std::string predicate = expand(std::string(term.prefix) + ":" + std::string(term.local));
        if (type == RdfType::iri) {
            write(predicate, SERD_URI, expand(value), std::string());
        } else {
            write(predicate, SERD_LITERAL, std::string(value), datatype(type));
        }
    }

    void end() override { out_.flush_if_full(); }

    void finish() {
        check(serd_writer_finish(writer_.get()));
        out_.finish();
    }

  private:
    static std::size_t append(const void* bytes, std::size_t size, void* self) {
        static_cast<TurtleSink*>(self)->out_.text().append(static_cast<const char*>(bytes), size);
        return size;
    }

    static void check(SerdStatus status) {
        if (status != SERD_SUCCESS) {
            throw Error(std::string("writing Turtle failed: ") +
                        reinterpret_cast<const char*>(serd_strerror(status)));
        }
    }

    /// `prefix:local` as a whole IRI; serd abbreviates where Turtle allows it.
    std::string expand(std::string_view name) const {
        const std::size_t colon = name.find(':');
        return iris_.find(name.substr(0, colon))->second + std::string(name.substr(colon + 1));
    }

    std::string datatype(RdfType type) const {
        switch (type) {
            case RdfType::date:
                return expand("xsd:date");
            case RdfType::month:
                return expand("xsd:gYearMonth");
            case RdfType::year:
                return expand("xsd:gYear");
            case RdfType::integer:
                return expand("xsd:integer");
            case RdfType::real:
                return expand("xsd:double");
            case RdfType::boolean:
                return expand("xsd:boolean");
            default:
                return {};
        }
    }

    void write(const std::string& predicate, SerdType type, const std::string& object,
               const std::string& datatype) {
        const SerdNode subject_node = node_of(SERD_URI, subject_);
        const SerdNode predicate_node = node_of(SERD_URI, predicate);
        const SerdNode object_node = node_of(type, object);
        const SerdNode datatype_node = node_of(SERD_URI, datatype);
        check(serd_writer_write_statement(writer_.get(), 0, nullptr, &subject_node, &predicate_node,
                                          &object_node, datatype.empty() ? nullptr : &datatype_node,
                                          nullptr));
    }

    TextOutput out_;
    std::unique_ptr<SerdEnv, FreeEnv> env_;
    std::unique_ptr<SerdWriter, FreeWriter> writer_;
    std::map<std::string, std::string, std::less<>> iris_;
    std::string subject_;
};

}  // namespace

void write_turtle(const GraphView& view, const ExportOptions&, std::ostream& out) {
    TurtleSink sink(out);
    describe(view, sink);
    sink.finish();
}

}  // namespace claimgraph
