// Statements and documents as single JSON values, by the statement format: the codec that readers and writers
// of files, the store and the exporters share. Unknown fields are kept as they stand and written back;
// numbers are written so that they read back exactly.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/json/json_error.hpp"
#include "graph/model/document.hpp"
#include "graph/model/reported_speech.hpp"
#include "graph/model/statement.hpp"

namespace claimgraph {

inline constexpr std::size_t statement_format_version = 1;

/// One line of a statement file.
using StatementRecord = std::variant<Document, Statement>;

/// Where in the JSON of a statement the evidence's text stands: a JSON string, quotes included.
struct EvidenceTextPlace {
    std::size_t begin = 0;
    std::size_t size = 0;
};

/// Appends one object without a line break. Fields are in the order of the format's table; empty ones are
/// left out unless the format requires them. Ill-formed UTF-8 becomes U+FFFD.
EvidenceTextPlace append_json(std::string& out, const Statement& statement);
/// The whole record, `{"format": 1, "document": {...}}`.
void append_json(std::string& out, const Document& document, bool with_text);
/// `{"document", "source", "cue", "content", "source_entity", "type"}`, spans as lists of two numbers.
void append_json(std::string& out, const ReportedSpeech& speech);
[[nodiscard]] std::string to_json(const Statement& statement);
[[nodiscard]] std::string to_json(const Document& document, bool with_text);

/// Parses values and checks them against the format: required fields, types, accepted names, spans whose end
/// is not before their beginning, `confidence` within 0..1. `null` counts as absent. Whether the relation
/// belongs to a vocabulary, and whether offsets fit a text, is for the caller to check. The functions throw
/// JsonError naming JSON path, what was expected and what was found. A parser keeps its buffers between
/// calls; not thread-safe.
class StatementJsonParser {
  public:
    StatementJsonParser();
    ~StatementJsonParser();
    StatementJsonParser(StatementJsonParser&&) noexcept;
    StatementJsonParser& operator=(StatementJsonParser&&) noexcept;

    /// A document record or a statement.
    [[nodiscard]] StatementRecord parse_record(std::string_view json);
    [[nodiscard]] Statement parse_statement(std::string_view json);
    /// A document record.
    [[nodiscard]] Document parse_document(std::string_view json);
    /// A JSON array of statements.
    [[nodiscard]] std::vector<Statement> parse_statements(std::string_view json);

    /// A JSON array of document records and statements. `is_known` is asked with the JSON of each document
    /// record; those that are known are left out.
    [[nodiscard]] std::vector<StatementRecord> parse_records(
        std::string_view json, const std::function<bool(std::string_view)>& is_known);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph
