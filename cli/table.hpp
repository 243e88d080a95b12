// Rows that a command answers with, as an aligned table, as tab-separated values or as JSON.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <CLI/App.hpp>

namespace claimgraph::cli {

/// A text, a count, a number, a yes or no, or several texts.
using Cell = std::variant<std::string, std::size_t, double, bool, std::vector<std::string>>;

class Table {
  public:
    /// Columns by the names that JSON has; tables show them in capitals.
    explicit Table(std::vector<std::string> columns);

    /// As many cells as columns.
    void add(std::vector<Cell> row);
    [[nodiscard]] std::size_t size() const { return rows_.size(); }

    /// `format`: table, tsv or json (an array of objects). Text is made safe for a terminal in the first two.
    void write(std::ostream& out, std::string_view format) const;

  private:
    void write_lines(std::ostream& out, bool aligned) const;
    void write_json(std::ostream& out) const;

    std::vector<std::string> columns_;
    std::vector<std::vector<Cell>> rows_;
};

/// On one line, and nothing that drives a terminal.
[[nodiscard]] std::string line_text(std::string_view text);

/// Declares --format with these names, the first of which is the default.
void add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& names);

}  // namespace claimgraph::cli
