#include "cli/table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>
#include <utility>

#include "cli/terminal.hpp"
#include "graph/json/json_text.hpp"

namespace claimgraph::cli {
namespace {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

std::string text_of(const Cell& cell) {
    return std::visit(Overloaded{[](const std::string& text) { return line_text(text); },
                                 [](std::size_t count) { return std::to_string(count); },
                                 [](double number) {
                                     std::array<char, 32> buffer{};
                                     std::snprintf(buffer.data(), buffer.size(), "%.4g", number);
                                     return std::string(buffer.data());
                                 },
                                 [](bool yes) { return std::string(yes ? "yes" : "no"); },
                                 [](const std::vector<std::string>& texts) {
                                     std::string out;
                                     for (const std::string& text : texts)
                                         out += (out.empty() ? "" : ", ") + line_text(text);
                                     return out;
                                 }},
                      cell);
}

void append_json(std::string& out, const Cell& cell) {
    std::visit(Overloaded{[&](const std::string& text) { append_json_string(out, text); },
                          [&](std::size_t count) { append_json_number(out, count); },
                          [&](double number) { append_json_number(out, number); },
                          [&](bool yes) { out += yes ? "true" : "false"; },
                          [&](const std::vector<std::string>& texts) {
                              out.push_back('[');
                              for (const std::string& text : texts) {
                                  if (out.back() != '[') out.push_back(',');
                                  append_json_string(out, text);
                              }
                              out.push_back(']');
                          }},
               cell);
}

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
}

}  // namespace

std::string line_text(std::string_view text) {
    std::string out;
    for (const char c : text) out.push_back(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    return printable(out);
}

Table::Table(std::vector<std::string> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<Cell> row) {
    rows_.push_back(std::move(row));
}

void Table::write(std::ostream& out, std::string_view format) const {
    if (format == "json") {
        write_json(out);
    } else {
        write_lines(out, format == "table");
    }
}

void Table::write_lines(std::ostream& out, bool aligned) const {
    std::vector<std::vector<std::string>> lines(1);
    for (const std::string& column : columns_) {
        std::string& title = lines.front().emplace_back(column);
        std::transform(title.begin(), title.end(), title.begin(), [](char c) {
            return c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
    }
    for (const std::vector<Cell>& row : rows_) {
        std::vector<std::string>& line = lines.emplace_back();
        for (const Cell& cell : row) line.push_back(text_of(cell));
    }
    std::vector<std::size_t> widths(columns_.size());
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
    }
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            out << line[i];
            if (i + 1 == line.size()) break;
            out << (aligned ? std::string(widths[i] - width(line[i]) + 2, ' ') : "\t");
        }
        out << '\n';
    }
}

void Table::write_json(std::ostream& out) const {
    std::string json = "[";
    for (const std::vector<Cell>& row : rows_) {
        json += json.size() > 1 ? ",\n{" : "\n{";
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) json.push_back(',');
            append_json_string(json, columns_[i]);
            json.push_back(':');
            append_json(json, row[i]);
        }
        json.push_back('}');
    }
    out << json << (rows_.empty() ? "]\n" : "\n]\n");
}

void add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& names) {
    format = names.front();
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i)
        list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    app.add_option("--format", format, list)
        ->type_name("FORMAT")
        ->check(CLI::IsMember(names))
        ->capture_default_str();
}

}  // namespace claimgraph::cli
