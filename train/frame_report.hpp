// A table of the measures that are found in a document, for whoever works on their names and slots.
#pragma once

#include <iosfwd>

#include "graph/model/document.hpp"
#include "ingest/extract/lexicons.hpp"
#include "ingest/extract/linking/entity_linker.hpp"
#include "ingest/extract/measure_frames.hpp"
#include "ingest/nlp/engine.hpp"

namespace claimgraph::train {

class FrameReport {
  public:
    /// Throws LexiconError or IoError.
    explicit FrameReport(const Lexicons& lexicons);

    /// Tab-separated, a line for each mention: document, sentence, byte offset, words, name in place, then of
    /// its measure: id, name, type, imposers, targets, goods, rates.
    void write(std::ostream& out, const nlp::Engine& engine, const Document& document) const;
    static void write_header(std::ostream& out);

  private:
    Ontology ontology_;
    EntityLinker linker_;
    QuantityFinder quantities_;
    TransparentNouns transparent_;
    MeasureFrames frames_;
};

}  // namespace claimgraph::train
