#include "ingest/extract/lexicon_table.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "graph/model/error.hpp"
#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::string_view LexiconTable::Row::operator[](std::string_view column) const {
    const std::string_view field = fields_[table_->column(column)];
    return field == "-" ? std::string_view{} : field;
}

std::vector<std::string_view> LexiconTable::Row::list(std::string_view column) const {
    const std::string_view field = (*this)[column];
    if (field.empty()) return {};
    std::vector<std::string_view> items = split(field, '|');
    for (std::string_view& item : items) {
        item = trim(item);
        if (item.empty()) fail(column, "expected items between '|', found an empty one");
    }
    return items;
}

std::string_view LexiconTable::Row::required(std::string_view column) const {
    const std::string_view field = (*this)[column];
    if (field.empty()) fail(column, "expected a value, found an empty field");
    return field;
}

void LexiconTable::Row::fail(std::string_view column, const std::string& message) const {
    throw LexiconError(table_->path_, line_, 0, std::string(column) + ": " + message);
}

LexiconTable::LexiconTable(const std::filesystem::path& path, std::initializer_list<std::string_view> columns)
    : path_(path.string()), columns_(columns.begin(), columns.end()) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw IoError(path_ + ": cannot be opened");
    content_.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (file.bad()) throw IoError(path_ + ": cannot be read");
    bool header_seen = false;
    std::size_t number = 0;
    std::string_view rest = content_;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        read_line(line, ++number, header_seen);
    }
    if (!header_seen) throw LexiconError(path_, 0, 0, "expected a header line, found none");
}

void LexiconTable::read_line(std::string_view line, std::size_t number, bool& header_seen) {
    if (trim(line).empty() || line.front() == '#') return;
    if (!is_valid_utf8(line)) throw LexiconError(path_, number, 0, "expected UTF-8, found other bytes");
    std::vector<std::string_view> fields = split(line, '\t');
    std::ranges::transform(fields, fields.begin(), trim);
    if (!header_seen) {
        header_seen = true;
        if (std::ranges::equal(fields, columns_)) return;
        std::string expected;
        for (const std::string& name : columns_) expected += (expected.empty() ? "" : ", ") + name;
        throw LexiconError(path_, number, 0, "expected the columns " + expected);
    }
    if (fields.size() != columns_.size()) {
        const std::string name = fields.size() < columns_.size() ? columns_[fields.size()] : columns_.back();
        throw LexiconError(path_, number, 0,
                           name + ": expected " + std::to_string(columns_.size()) + " fields, found " +
                               std::to_string(fields.size()));
    }
    Row& row = rows_.emplace_back();
    row.table_ = this;
    row.line_ = number;
    row.fields_ = std::move(fields);
}

std::size_t LexiconTable::column(std::string_view name) const {
    const auto found = std::ranges::find(columns_, name);
    if (found == columns_.end()) {
        throw LexiconError(path_, 0, 0, "expected a column " + std::string(name) + ", found none");
    }
    return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace claimgraph
