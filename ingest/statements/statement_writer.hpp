// Documents and statements as JSON Lines, in the order in which they come.
#pragma once

#include <iosfwd>
#include <string>

#include "ingest/pipeline.hpp"

namespace claimgraph {

/// Not thread-safe.
class StatementWriter final : public StatementSink {
  public:
    /// `out` must outlive the writer.
    StatementWriter(std::ostream& out, bool with_text) : out_(out), with_text_(with_text) {}

    /// Both throw IoError when the stream fails.
    void document(Document&& document) override;
    void statement(Statement&& statement) override;

  private:
    void write_line();

    std::ostream& out_;
    bool with_text_;
    std::string line_;
};

}  // namespace claimgraph
