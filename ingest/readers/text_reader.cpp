#include "ingest/readers/text_reader.hpp"

#include <array>
#include <istream>
#include <optional>
#include <string>

#include "graph/model/error.hpp"
#include "ingest/readers/text_check.hpp"
#include "ingest/readers/title.hpp"
#include "ingest/text/sha256.hpp"

namespace claimgraph {

namespace {

/// The whole stream, or nothing when it is longer than `limit`.
std::optional<std::string> read_all(std::istream& in, std::size_t limit) {
    std::string text;
    std::array<char, std::size_t{1} << 16U> buffer{};
    while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > limit) return std::nullopt;
    }
    if (in.bad()) throw IoError("reading failed");
    return text;
}

}  // namespace

void read_text(std::istream& in, const Input& input, const ReadOptions& options, DocumentIds& ids,
               InputSink& sink) {
    const auto fault = [&](std::string message) {
        sink.report({Diagnostic::Severity::error, input.path, 0, "", std::move(message)});
    };
    auto text = read_all(in, options.largest_document);
    if (!text)
        return fault("expected at most " + std::to_string(options.largest_document) + " bytes, found more");
    if (auto wrong = text_fault(*text)) return fault(std::move(*wrong));

    Document document;
    document.id = input.id;
    document.text = std::move(*text);
    document.sha256 = sha256_hex(document.text);
    if (options.index != nullptr) {
        if (const DocumentMetadata* known = options.index->find(input.path)) fill_in(document, *known);
    }
    fill_in(document, options.defaults);
    if (document.title.empty()) document.title = find_title(document.text);
    if (!document.voice_given && options.voices != nullptr) document.voice = options.voices->detect(document);
    if (ids.claim(document.id, document.sha256) != DocumentIds::Use::fresh) {
        document.id = ids.resolve(input.path, document.id);
        (void)ids.claim(document.id, document.sha256);
    }
    sink.text(std::move(document), input.path);
}

}  // namespace claimgraph
