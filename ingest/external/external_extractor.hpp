// Statements by another extractor: a program of the user's that reads a document as JSON and writes
// statements.
#pragma once

#include <string>

#include "graph/model/document.hpp"
#include "ingest/external/subprocess.hpp"
#include "ingest/pipeline.hpp"
#include "ingest/statements/relation_vocabulary.hpp"

namespace claimgraph {

/// Const and thread-safe; the vocabulary must outlive it.
class ExternalExtractor {
  public:
    /// `command` is for `sh -c`.
    ExternalExtractor(std::string command, const RelationVocabulary& relations, ProcessLimits limits = {})
        : command_(std::move(command)), relations_(relations), limits_(limits) {}

    /// Hands the document record with its text to the program, one line, and reads statements, one a line, by
    /// the statement format; a document record among them is passed over. Each is checked by itself: its
    /// form, its relation, its document, and its offsets and quotes against the text. Those that fail are
    /// left out, with the reason among the faults. Throws ProcessError when the program fails: then it has no
    /// statements.
    [[nodiscard]] Extraction extract(const Document& document) const;

  private:
    std::string command_;
    const RelationVocabulary& relations_;
    ProcessLimits limits_;
};

}  // namespace claimgraph
