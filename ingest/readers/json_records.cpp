#include "ingest/readers/json_records.hpp"

#include <fstream>
#include <istream>
#include <sstream>
#include <string>

#include "ingest/text/json_value_reader.hpp"
#include "ingest/text/line_reader.hpp"

namespace claimgraph {

namespace {

constexpr std::string_view kJson = ".json";
constexpr std::size_t kFirstRecordLooked = std::size_t{1} << 20U;

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string too_long(std::string_view what, std::size_t limit, std::size_t size) {
    return "expected " + std::string(what) + " of at most " + std::to_string(limit) + " bytes, found " +
           std::to_string(size);
}

}  // namespace

void for_each_record(std::istream& in, const Input& input, std::size_t limit, Diagnostics& diagnostics,
                     const std::function<void(const JsonRecord&)>& take) {
    const auto fault = [&](std::size_t line, std::string message) {
        diagnostics.report({Diagnostic::Severity::error, input.path, line, "", std::move(message)});
    };
    if (file_ending(input.path) == kJson) {
        JsonValueReader values(in, limit);
        for (std::size_t number = 1; values.next(); ++number) {
            if (values.too_long()) {
                fault(values.line(), too_long("an object", limit, values.size()));
            } else {
                take({values.value(), values.line(), number});
            }
        }
        if (values.in_array()) fault(0, "expected ']' after the last object, found the end of the file");
        return;
    }
    LineReader lines(in, limit);
    while (lines.next()) {
        if (lines.too_long()) {
            fault(lines.number(), too_long("a line", limit, lines.size()));
        } else if (!is_blank(lines.line())) {
            take({lines.line(), lines.number(), lines.number()});
        }
    }
}

std::string first_record(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string beginning(kFirstRecordLooked, '\0');
    in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(in.gcount()));
    std::istringstream looked(beginning);
    if (file_ending(path) == kJson) {
        JsonValueReader values(looked, beginning.size());
        return values.next() ? std::string(values.value()) : std::string();
    }
    LineReader lines(looked, beginning.size());
    while (lines.next()) {
        if (!is_blank(lines.line())) return std::string(lines.line());
    }
    return {};
}

}  // namespace claimgraph
