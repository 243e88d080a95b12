#include <algorithm>
#include <exception>
#include <istream>
#include <memory>
#include <vector>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "export/xml_reader.hpp"
#include "graph/model/error.hpp"

namespace claimgraph {
namespace {

/// Keeps libxml2 from printing the faults that it does not hand to a parser's own function, such as those of
/// encodings.
class Silence {
  public:
    Silence() : function_(xmlStructuredError), context_(xmlStructuredErrorContext) {
        xmlSetStructuredErrorFunc(nullptr, [](void*, xmlErrorPtr) {});
    }
    ~Silence() { xmlSetStructuredErrorFunc(context_, function_); }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

  private:
    xmlStructuredErrorFunc function_;
    void* context_;
};

/// Exceptions may not pass through libxml2: the first is kept and thrown after.
class Parser {
  public:
    Parser(const std::string& path, XmlHandler& handler) : path_(path), handler_(handler) {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                                const xmlChar**, int count, int, const xmlChar** attributes) {
            of(self).guard([&](Parser& parser) { parser.start(text_of(name), attributes, count); });
        };
        sax.endElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
            of(self).guard([&](Parser& parser) { parser.handler_.end(text_of(name)); });
        };
        sax.characters = sax.cdataBlock = [](void* self, const xmlChar* text, int size) {
            of(self).guard([&](Parser& parser) {
                parser.handler_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
            });
        };
        sax.internalSubset = [](void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
            of(self).guard(
                [](Parser&) { throw Error("expected GraphML, found a document type declaration"); });
        };
        // Errors are asked for after each piece; libxml2 must not print them.
        sax.serror = [](void*, xmlErrorPtr) {};
        context_.reset(xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr));
        if (!context_) throw Error("out of memory");
        // Without NOENT it leaves `&amp;` in attributes as a reference. There are no entities but XML's own,
        // since a document type declaration is refused.
        xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
    }

    void feed(std::string_view piece, bool last) {
        const int code =
            xmlParseChunk(context_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        if (failure_) std::rethrow_exception(failure_);
        if (code == XML_ERR_OK || context_->wellFormed) return;
        const xmlError* error = xmlCtxtGetLastError(context_.get());
        std::string found = error && error->message ? error->message : "a fault";
        found.erase(found.find_last_not_of(" \n") + 1);
        fail("expected well-formed XML, found: " + found);
    }

    void finish() {
        guard([](Parser& parser) { parser.handler_.finish(); });
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    struct FreeContext {
        void operator()(xmlParserCtxtPtr context) const { xmlFreeParserCtxt(context); }
    };

    static Parser& of(void* self) { return *static_cast<Parser*>(self); }
    static std::string_view text_of(const xmlChar* text) {
        return text ? reinterpret_cast<const char*>(text) : std::string_view();
    }

    void start(std::string_view name, const xmlChar** fields, int count) {
        names_.clear();
        attributes_.clear();
        names_.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i, fields += 5) {  // local name, prefix, URI, begin, end
            std::string& full = names_.emplace_back(text_of(fields[1]));
            if (!full.empty()) full.push_back(':');
            full.append(text_of(fields[0]));
            attributes_.push_back({full,
                                   {reinterpret_cast<const char*>(fields[3]),
                                    static_cast<std::size_t>(fields[4] - fields[3])}});
        }
        handler_.start(name, attributes_);
    }

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

    const std::string& path_;
    XmlHandler& handler_;
    std::unique_ptr<xmlParserCtxt, FreeContext> context_;
    std::exception_ptr failure_;
    std::vector<std::string> names_;
    std::vector<XmlAttribute> attributes_;
};

}  // namespace

void read_xml_by_libxml2(std::string_view begin, std::istream& in, const std::string& path,
                         XmlHandler& handler) {
    const Silence silence;
    Parser parser(path, handler);
    parser.feed(begin, false);
    std::vector<char> buffer(std::size_t{1} << 20);
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        if (in.gcount() > 0)
            parser.feed(std::string_view(buffer.data(), static_cast<std::size_t>(in.gcount())), false);
    }
    if (in.bad()) throw IoError(path + ": reading failed");
    parser.feed({}, true);
    parser.finish();
}

}  // namespace claimgraph
