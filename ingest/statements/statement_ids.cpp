#include "ingest/statements/statement_ids.hpp"

namespace claimgraph {

void StatementIds::give_id(Statement& statement) {
    const std::size_t ordinal = statements_of_sentence_[statement.evidence.sentence]++;
    if (!statement.id.empty()) return;
    statement.id = statement.evidence.document + ":" + std::to_string(statement.evidence.sentence) + ":" +
                   std::to_string(ordinal);
}

}  // namespace claimgraph
