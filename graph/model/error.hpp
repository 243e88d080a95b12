// Exceptions by cause. Libraries throw these and never print; the command line turns them into messages and
// exit codes.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace claimgraph {

class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A file could not be opened, read or written.
class IoError : public Error {
  public:
    using Error::Error;
};

/// Input that is not what its format says. `line` and `column` count from 1; 0 means unknown.
class FormatError : public Error {
  public:
    FormatError(const std::string& path, std::size_t line, std::size_t column, const std::string& message)
        : Error(path + (line ? ":" + std::to_string(line) : "") +
                (column ? ":" + std::to_string(column) : "") + ": " + message),
          path_(path),
          line_(line),
          column_(column) {}
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] std::size_t column() const { return column_; }

  private:
    std::string path_;
    std::size_t line_;
    std::size_t column_;
};

/// A lexicon or ontology file is at fault.
class LexiconError : public FormatError {
  public:
    using FormatError::FormatError;
};

/// A language model file is missing, damaged, or of another version.
class ModelError : public Error {
  public:
    using Error::Error;
};

/// A store file is damaged, locked, or of a newer version.
class StoreError : public Error {
  public:
    using Error::Error;
};

}  // namespace claimgraph
