#include "ingest/statements/statement_reader.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "ingest/readers/json_records.hpp"
#include "ingest/statements/statement_checker.hpp"
#include "ingest/statements/statement_ids.hpp"

namespace claimgraph {

namespace {

/// Watches for the outermost keys of an object.
struct OutermostKeys : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, OutermostKeys> {
    int depth = 0;
    bool statement = false;
    bool StartObject() { return ++depth > 0; }
    bool EndObject(rapidjson::SizeType) { return --depth > 0; }
    bool Key(const char* name, rapidjson::SizeType size, bool) {
        const std::string_view key(name, size);
        statement = statement || (depth == 1 && (key == "document" || key == "relation"));
        return !statement;
    }
};

/// One file being read.
class StatementFile {
  public:
    StatementFile(const Input& input, const ReadOptions& options, DocumentIds& ids, InputSink& sink)
        : stem_(input.path == "-" ? "stdin" : std::filesystem::path(input.path).stem().string()),
          input_(input),
          options_(options),
          ids_(ids),
          sink_(sink) {}

    void read(std::istream& in) {
        for_each_record(in, input_, options_.largest_document, sink_, [&](const JsonRecord& record) {
            line_ = record.line;
            try {
                StatementRecord parsed = parser_.parse_record(record.text);
                if (auto* document = std::get_if<Document>(&parsed)) {
                    take(std::move(*document));
                } else {
                    take(std::get<Statement>(std::move(parsed)));
                }
            } catch (const JsonError& fault) {
                report(Diagnostic::Severity::error, fault.json_path(), fault.problem());
            }
        });
    }

  private:
    void report(Diagnostic::Severity severity, std::string field, std::string message) {
        sink_.report({severity, input_.path, line_, std::move(field), std::move(message)});
    }

    void take(Document&& document) {
        begin_document(document.id);
        if (!document.text.empty()) checker_.emplace(document);
        if (checker_ && checker_->digest_fault()) {
            report(Diagnostic::Severity::error, "$.document.sha256", *checker_->digest_fault());
            return;
        }
        switch (ids_.claim(document.id, document.sha256)) {
            case DocumentIds::Use::fresh:
                break;
            case DocumentIds::Use::same_document:
                return;
            case DocumentIds::Use::clash: {
                std::string id = ids_.resolve(stem_, document.id);
                report(Diagnostic::Severity::warning, "$.document.id",
                       "document id '" + document.id + "' is not unique; '" + id + "' is used");
                renamed_[document.id] = id;
                document.id = std::move(id);
                (void)ids_.claim(document.id, document.sha256);
            }
        }
        sink_.record(std::move(document));
    }

    void take(Statement&& statement) {
        if (!options_.relations->contains(statement.relation)) {
            report(
                Diagnostic::Severity::error, "$.relation",
                "expected one of " + options_.relations->accepted() + "; found '" + statement.relation + "'");
            return;
        }
        std::string& id = statement.evidence.document;
        if (id != current_) begin_document(id);
        if (checker_) {
            if (const auto fault = checker_->check(statement)) {
                report(Diagnostic::Severity::error, fault->field, fault->message);
                return;
            }
        }
        if (const auto renamed = renamed_.find(id); renamed != renamed_.end()) id = renamed->second;
        if (!ids_.knows(id)) {
            Document bare;
            bare.id = id;
            (void)ids_.claim(id, "");
            sink_.record(std::move(bare));
        }
        statement_ids_.give_id(statement);
        sink_.record(std::move(statement));
    }

    void begin_document(const std::string& id) {
        current_ = id;
        checker_.reset();
        statement_ids_ = {};
    }

    std::string stem_;
    const Input& input_;
    const ReadOptions& options_;
    DocumentIds& ids_;
    InputSink& sink_;
    StatementJsonParser parser_;
    std::size_t line_ = 0;
    std::string current_;  ///< id of the document whose statements are being read, as the file has it
    std::optional<StatementChecker> checker_;  ///< when the document came with its text
    StatementIds statement_ids_;
    std::unordered_map<std::string, std::string> renamed_;
};

}  // namespace

void read_statements(std::istream& in, const Input& input, const ReadOptions& options, DocumentIds& ids,
                     InputSink& sink) {
    StatementFile(input, options, ids, sink).read(in);
}

bool is_statement_line(std::string_view line) {
    rapidjson::MemoryStream stream(line.data(), line.size());
    OutermostKeys keys;
    rapidjson::Reader reader;
    reader.Parse<rapidjson::kParseIterativeFlag>(stream, keys);
    return keys.statement;
}

}  // namespace claimgraph
