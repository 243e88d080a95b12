// From inputs to statements, over many threads and in the order of the inputs:
//
//     input -> reader -> Document -> TextAnalyzer -> Statement -> sink
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "graph/model/diagnostics.hpp"
#include "graph/model/document.hpp"
#include "graph/model/statement.hpp"
#include "ingest/readers/reader.hpp"

namespace claimgraph {

/// Where a run's documents and statements go: each document before its statements, in the order of the
/// inputs. Called from one thread.
class StatementSink {
  public:
    virtual ~StatementSink() = default;
    virtual void document(Document&& document) = 0;
    virtual void statement(Statement&& statement) = 0;
};

/// What was made of one document: its statements, and faults of those that were left out. Faults are reported
/// before the statements, under the document's place unless they name one.
struct Extraction {
    std::vector<Statement> statements;
    std::vector<Diagnostic> faults = {};
};

/// Turns a document with text into statements; must be thread-safe.
using Analyze = std::function<Extraction(const Document&)>;

/// Reads the inputs in order, analyses texts on `threads` threads and passes finished records through. The
/// output does not depend on the number of threads; memory is bounded whatever the inputs. A document whose
/// analysis fails is reported and left out.
void run_pipeline(std::span<const Input> inputs, const ReadOptions& options, const Analyze& analyze,
                  unsigned threads, StatementSink& sink, Diagnostics& diagnostics);

}  // namespace claimgraph
