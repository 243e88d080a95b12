#include "ingest/text_analyzer.hpp"

#include "ingest/statements/statement_ids.hpp"

namespace claimgraph {

TextAnalyzer::TextAnalyzer(const std::filesystem::path& model, const std::filesystem::path& lexicons)
    : engine_(model), extractor_(lexicons) {}

std::vector<Statement> TextAnalyzer::statements(const Document& document) const {
    const nlp::Analysis analysis = engine_.analyze(document.text);
    std::vector<Statement> found = extractor_.extract(document, analysis);
    StatementIds ids;
    for (Statement& statement : found) ids.give_id(statement);
    return found;
}

}  // namespace claimgraph
