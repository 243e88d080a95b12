#include "ingest/statements/statement_writer.hpp"

#include <ostream>

#include "graph/json/statement_json.hpp"
#include "graph/model/error.hpp"

namespace claimgraph {

void StatementWriter::document(Document&& document) {
    append_json(line_, document, with_text_);
    write_line();
}

void StatementWriter::statement(Statement&& statement) {
    append_json(line_, statement);
    write_line();
}

void StatementWriter::write_line() {
    line_ += '\n';
    if (!out_.write(line_.data(), static_cast<std::streamsize>(line_.size())))
        throw IoError("writing failed");
    line_.clear();
}

}  // namespace claimgraph
