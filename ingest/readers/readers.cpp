#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "graph/model/error.hpp"
#include "ingest/readers/documents_reader.hpp"
#include "ingest/readers/reader.hpp"
#include "ingest/readers/text_reader.hpp"
#include "ingest/statements/statement_reader.hpp"

namespace claimgraph {

namespace {

constexpr std::array<std::string_view, 4> kJson{".jsonl", ".ndjson", ".jsonlines", ".json"};
constexpr std::array<std::string_view, 2> kPlainText{".txt", ".text"};

constexpr std::array kFormats{
    InputFormat{"statements", "statements as JSON Lines, as 'extract' writes them", kJson, is_statement_line,
                false, true, read_statements},
    InputFormat{"documents", "documents as JSON Lines, or objects of a .json file", kJson, nullptr, false,
                false, read_documents},
    InputFormat{"text", "plain text in UTF-8", kPlainText, nullptr, true, false, read_text},
};

}  // namespace

std::span<const InputFormat> input_formats() {
    return kFormats;
}

const InputFormat* find_input_format(std::string_view name) {
    const auto* at = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const InputFormat& format) { return format.name == name; });
    return at == kFormats.end() ? nullptr : at;
}

std::string file_ending(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return ending;
}

void read_input(const Input& input, const ReadOptions& options, DocumentIds& ids, InputSink& sink) {
    const auto fault = [&](std::string message) {
        sink.report({Diagnostic::Severity::error, input.path, 0, "", std::move(message)});
    };
    try {
        if (input.path == "-") return input.format->read(std::cin, input, options, ids, sink);
        std::ifstream in(input.path, std::ios::binary);
        if (!in) return fault(std::string("cannot read: ") + std::strerror(errno));
        input.format->read(in, input, options, ids, sink);
    } catch (const IoError& error) {
        fault(error.what());
    }
}

}  // namespace claimgraph
