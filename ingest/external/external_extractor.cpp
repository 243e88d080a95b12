#include "ingest/external/external_extractor.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "graph/json/statement_json.hpp"
#include "ingest/statements/statement_checker.hpp"
#include "ingest/statements/statement_ids.hpp"

namespace claimgraph {
namespace {

using Fault = StatementChecker::Fault;

class Answer {
  public:
    Answer(const Document& document, const RelationVocabulary& relations)
        : document_(document), relations_(relations), checker_(document) {}

    void read_line(std::string_view line, std::size_t number) {
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
        std::optional<Fault> fault;
        try {
            StatementRecord record = parser_.parse_record(line);
            auto* statement = std::get_if<Statement>(&record);
            if (statement == nullptr) return;
            fault = check(*statement);
            if (!fault) {
                ids_.give_id(*statement);
                extraction.statements.push_back(std::move(*statement));
            }
        } catch (const JsonError& error) {
            fault = Fault{error.json_path(), error.problem()};
        }
        if (!fault) return;
        extraction.faults.push_back(
            {Diagnostic::Severity::error, "", 0, fault->field,
             fault->message + " (line " + std::to_string(number) + " of the answer)"});
    }

    Extraction extraction;

  private:
    std::optional<Fault> check(const Statement& statement) const {
        if (!relations_.contains(statement.relation)) {
            return Fault{"$.relation",
                         "expected one of " + relations_.accepted() + "; found '" + statement.relation + "'"};
        }
        if (statement.evidence.document != document_.id) {
            return Fault{"$.evidence.document",
                         "expected '" + document_.id + "', found '" + statement.evidence.document + "'"};
        }
        return checker_.check(statement);
    }

    const Document& document_;
    const RelationVocabulary& relations_;
    StatementChecker checker_;
    StatementJsonParser parser_;
    StatementIds ids_;
};

}  // namespace

Extraction ExternalExtractor::extract(const Document& document) const {
    std::string output;
    try {
        output = run_process(command_, to_json(document, true) + "\n", limits_);
    } catch (const ProcessError& error) {
        throw ProcessError("'" + command_ + "' " + error.what());
    }
    Answer answer(document, relations_);
    std::size_t number = 0;
    for (std::string_view rest = output; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        answer.read_line(rest.substr(0, end), ++number);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::move(answer.extraction);
}

}  // namespace claimgraph
