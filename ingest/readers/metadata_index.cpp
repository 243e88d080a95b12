#include "ingest/readers/metadata_index.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "graph/model/error.hpp"
#include "graph/model/names.hpp"
#include "graph/model/utf8.hpp"
#include "ingest/text/line_reader.hpp"

namespace claimgraph {

namespace {

constexpr std::size_t kLongestRow = std::size_t{1} << 20U;

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t begin = 0;;) {
        const std::size_t tab = line.find('\t', begin);
        fields.push_back(line.substr(begin, tab - begin));
        if (tab == std::string_view::npos) return fields;
        begin = tab + 1;
    }
}

std::string key(const std::filesystem::path& path) {
    return std::filesystem::absolute(path).lexically_normal().string();
}

/// The fields of one row by the names of the columns.
class RowReader {
  public:
    RowReader(const std::vector<std::string>& columns, std::string_view line)
        : columns_(columns), fields_(split(line)) {}

    [[nodiscard]] bool fits() const { return fields_.size() <= columns_.size(); }
    [[nodiscard]] std::size_t size() const { return fields_.size(); }
    [[nodiscard]] std::string operator[](std::string_view column) const {
        const auto at =
            static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), column) - columns_.begin());
        return at < fields_.size() ? std::string(fields_[at]) : std::string();
    }

  private:
    const std::vector<std::string>& columns_;
    std::vector<std::string_view> fields_;
};

}  // namespace

MetadataIndex::MetadataIndex(const std::filesystem::path& path, Diagnostics& diagnostics) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw IoError(path.string() + ": cannot read");
    LineReader lines(in, kLongestRow);
    std::vector<std::string> columns;
    while (lines.next()) {
        const auto fault = [&](std::string field, std::string message) {
            diagnostics.report({Diagnostic::Severity::error, path.string(), lines.number(), std::move(field),
                                std::move(message)});
        };
        if (lines.too_long() || !is_valid_utf8(lines.line())) {
            fault("", "expected a row of at most 1 MiB in UTF-8");
            continue;
        }
        if (lines.line().empty()) continue;
        if (columns.empty()) {
            for (const std::string_view name : split(lines.line())) columns.emplace_back(name);
            if (std::find(columns.begin(), columns.end(), "file") == columns.end())
                throw FormatError(path.string(), lines.number(), 0,
                                  "expected a header line of tab-separated column names, 'file' among them");
            continue;
        }
        const RowReader row(columns, lines.line());
        const std::string file = row["file"];
        if (!row.fits() || file.empty()) {
            fault(file.empty() ? "file" : "", file.empty()
                                                  ? "expected a file name, found nothing"
                                                  : "expected at most " + std::to_string(columns.size()) +
                                                        " fields, found " + std::to_string(row.size()));
            continue;
        }
        DocumentMetadata data{row["title"], row["date"], row["outlet"], row["author"], row["url"], {}};
        if (!data.date.empty() && !is_document_date(data.date)) {
            fault("date", "expected YYYY, YYYY-MM or YYYY-MM-DD, found '" + data.date + "'");
            continue;
        }
        if (const std::string voice = row["voice"]; !voice.empty()) {
            data.voice = parse<Voice>(voice);
            if (!data.voice) {
                fault("voice",
                      "expected " + std::string(accepted_names<Voice>()) + ", found '" + voice + "'");
                continue;
            }
        }
        if (!by_path_.emplace(key(path.parent_path() / file), rows_.size()).second) {
            fault("file", "'" + file + "' has a row already");
            continue;
        }
        const auto [named, fresh] =
            by_name_.emplace(std::filesystem::path(file).filename().string(), rows_.size());
        if (!fresh) named->second.reset();
        rows_.push_back(std::move(data));
    }
}

const DocumentMetadata* MetadataIndex::find(const std::filesystem::path& file) const {
    if (const auto at = by_path_.find(key(file)); at != by_path_.end()) return &rows_[at->second];
    if (const auto at = by_name_.find(file.filename().string()); at != by_name_.end() && at->second)
        return &rows_[*at->second];
    return nullptr;
}

}  // namespace claimgraph
