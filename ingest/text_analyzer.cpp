#include "ingest/text_analyzer.hpp"

#include "ingest/nlp/model_file.hpp"
#include "ingest/statements/statement_ids.hpp"

namespace claimgraph {
namespace {

/// The statement ranker of the model file; empty when the model has none.
std::vector<std::byte> ranker_of(const std::filesystem::path& model) {
    const nlp::ModelFile file(model);
    if (!file.has("statements")) return {};
    const auto bytes = file.section("statements");
    return {bytes.begin(), bytes.end()};
}

}  // namespace

TextAnalyzer::TextAnalyzer(const std::filesystem::path& model, const Lexicons& lexicons,
                           std::optional<double> least_confidence)
    : engine_(model), extractor_(lexicons, ranker_of(model), least_confidence) {}

std::vector<Statement> TextAnalyzer::statements(const Document& document) const {
    const nlp::Analysis analysis = engine_.analyze(document.text);
    std::vector<Statement> found = extractor_.extract(document, analysis);
    StatementIds ids;
    for (Statement& statement : found) ids.give_id(statement);
    return found;
}

std::vector<ReportedSpeech> TextAnalyzer::attributions(const Document& document) const {
    const nlp::Analysis analysis = engine_.analyze(document.text);
    return extractor_.attributions(document, analysis);
}

std::vector<SentenceExplanation> TextAnalyzer::explain(const Document& document) const {
    const nlp::Analysis analysis = engine_.analyze(document.text);
    return extractor_.explain(document, analysis);
}

}  // namespace claimgraph
