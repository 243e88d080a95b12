#include "ingest/extract/lexicon_table.hpp"

#include <algorithm>

#include "graph/model/error.hpp"
#include "graph/model/utf8.hpp"
#include "ingest/extract/lexicon_lines.hpp"

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
    throw LexiconError(*file_, line_, 0, std::string(column) + ": " + message);
}

LexiconTable::LexiconTable(const LexiconFile& file, std::initializer_list<std::string_view> columns)
    : path_(file.path.string()), columns_(columns.begin(), columns.end()) {
    const std::string& name = files_.emplace_back(path_);
    bool header_seen = false;
    for_each_lexicon_line(contents_.emplace_back(read_lexicon(file.path)),
                          [&](std::string_view line, std::size_t number) {
                              if (header_seen) {
                                  read_row(name, line, number);
                                  return;
                              }
                              header_seen = true;
                              if (std::ranges::equal(fields_of(name, line, number), columns_)) return;
                              std::string expected;
                              for (const std::string& column : columns_)
                                  expected += (expected.empty() ? "" : ", ") + column;
                              throw LexiconError(path_, number, 0, "expected the columns " + expected);
                          });
    if (!header_seen) throw LexiconError(path_, 0, 0, "expected a header line, found none");
    const std::string own = file.path.stem().string();
    for (const auto& addition : file.additions) {
        const std::string& added = files_.emplace_back(addition.string());
        std::string_view section;
        for_each_lexicon_line(contents_.emplace_back(read_lexicon(addition)),
                              [&](std::string_view line, std::size_t number) {
                                  if (const auto found = section_name(line)) {
                                      section = *found;
                                  } else if (section == own) {
                                      read_row(added, line, number);
                                  }
                              });
    }
}

std::vector<std::string_view> LexiconTable::fields_of(const std::string& file, std::string_view line,
                                                      std::size_t number) const {
    if (!is_valid_utf8(line)) throw LexiconError(file, number, 0, "expected UTF-8, found other bytes");
    std::vector<std::string_view> fields = split(line, '\t');
    std::ranges::transform(fields, fields.begin(), trim);
    return fields;
}

void LexiconTable::read_row(const std::string& file, std::string_view line, std::size_t number) {
    std::vector<std::string_view> fields = fields_of(file, line, number);
    if (fields.size() != columns_.size()) {
        const std::string name = fields.size() < columns_.size() ? columns_[fields.size()] : columns_.back();
        throw LexiconError(file, number, 0,
                           name + ": expected " + std::to_string(columns_.size()) + " fields, found " +
                               std::to_string(fields.size()));
    }
    Row& row = rows_.emplace_back();
    row.table_ = this;
    row.file_ = &file;
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
