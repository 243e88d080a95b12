// Whatever bytes a reader is given, it reports faults or passes on documents of sound text and records that
// are written and read again as the same. The first byte chooses the format, and its highest bit the ending.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "graph/json/statement_json.hpp"
#include "graph/model/utf8.hpp"
#include "ingest/readers/document_ids.hpp"
#include "ingest/readers/input_sink.hpp"
#include "ingest/readers/reader.hpp"

using namespace claimgraph;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

std::string json(const StatementRecord& record) {
    const auto* document = std::get_if<Document>(&record);
    return document != nullptr ? to_json(*document, true) : to_json(std::get<Statement>(record));
}

struct CheckingSink final : InputSink {
    std::string lines;
    void text(Document&& document, std::string /*place*/) override {
        require(is_valid_utf8(document.text) && !document.id.empty() && document.sha256.size() == 64);
        require(document.text.find_first_not_of(" \t\r\n") != std::string::npos);
        lines += to_json(document, true) + "\n";
    }
    void record(StatementRecord&& record) override { lines += json(record) + "\n"; }
    void report(const Diagnostic& fault) override { require(!fault.message.empty()); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto formats = input_formats();
    const InputFormat& format = formats[(data[0] & 0x7FU) % formats.size()];
    std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    static const RelationVocabulary relations(CLAIMGRAPH_SOURCE_DIR "/lexicons");
    DocumentIds ids;
    CheckingSink sink;
    ReadOptions options;
    options.relations = &relations;
    options.largest_document = std::size_t{1} << 16U;
    const std::string path = data[0] < 0x80 ? "input" : "input.json";
    format.read(in, {path, &format, "input"}, options, ids, sink);

    // Each line that was taken is a record by itself, and writing it again changes nothing.
    StatementJsonParser parser;
    std::istringstream written(sink.lines);
    for (std::string line; std::getline(written, line);) require(json(parser.parse_record(line)) == line);
    return 0;
}
