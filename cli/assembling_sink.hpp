// Statements on their way into a graph.
#pragma once

#include <utility>

#include "graph/assembler.hpp"
#include "ingest/pipeline.hpp"

namespace claimgraph::cli {

class AssemblingSink final : public StatementSink {
  public:
    explicit AssemblingSink(Assembler& assembler) : assembler_(assembler) {}
    void document(Document&& document) override {
        // The graph needs what is said of the text, and the quotes, not the text itself.
        document.text.clear();
        assembler_.add(std::move(document));
    }
    void statement(Statement&& statement) override { assembler_.add(statement); }

  private:
    Assembler& assembler_;
};

}  // namespace claimgraph::cli
