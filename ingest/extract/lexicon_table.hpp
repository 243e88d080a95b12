// A lexicon file: tab-separated values in UTF-8, checked while they are read.
//
// Lines that start with '#' and empty lines are comments; the first other line names the columns. Every row
// has one field for each column; "-" is an empty field; '|' separates the items of a list.
// Immutable after reading, safe to share.
#pragma once

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/lexicons.hpp"

namespace claimgraph {

class LexiconTable {
  public:
    class Row {
      public:
        /// The field of `column`, which must be one of the table's; empty for "-".
        [[nodiscard]] std::string_view operator[](std::string_view column) const;
        /// The items of a list field, without surrounding spaces. Empty items are an error.
        [[nodiscard]] std::vector<std::string_view> list(std::string_view column) const;
        /// As operator[], but an empty field is an error.
        [[nodiscard]] std::string_view required(std::string_view column) const;
        [[nodiscard]] std::size_t line() const { return line_; }
        /// Throws a LexiconError that names file, line and column.
        [[noreturn]] void fail(std::string_view column, const std::string& message) const;

      private:
        friend class LexiconTable;
        const LexiconTable* table_ = nullptr;
        const std::string* file_ = nullptr;
        std::size_t line_ = 0;
        std::vector<std::string_view> fields_;
    };

    /// Reads the table, whose header must be exactly `columns`, in their order, then the rows added to it.
    /// Throws IoError when a file cannot be read and LexiconError, naming file, line and field, when it is
    /// not well formed.
    LexiconTable(const LexiconFile& file, std::initializer_list<std::string_view> columns);
    LexiconTable(const LexiconTable&) = delete;
    LexiconTable& operator=(const LexiconTable&) = delete;

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    [[nodiscard]] std::size_t column(std::string_view name) const;
    void read_row(const std::string& file, std::string_view line, std::size_t number);
    [[nodiscard]] std::vector<std::string_view> fields_of(const std::string& file, std::string_view line,
                                                          std::size_t number) const;

    std::string path_;
    std::deque<std::string> files_;     ///< the names of the table and of what adds to it
    std::deque<std::string> contents_;  ///< that the rows refer to
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
};

}  // namespace claimgraph
