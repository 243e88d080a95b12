// Where readers put what they find, in the order of the input. Faults of single documents and lines are
// reported to it too, so that they keep their place in that order.
#pragma once

#include <string>

#include "graph/json/statement_json.hpp"
#include "graph/model/diagnostics.hpp"
#include "graph/model/document.hpp"

namespace claimgraph {

/// Called from one thread.
class InputSink : public Diagnostics {
  public:
    /// A document to be analysed: its text is valid UTF-8 and not blank. `place` names it in messages.
    virtual void text(Document&& document, std::string place) = 0;
    /// A record that is finished already: a document, or a statement of a document passed before.
    virtual void record(StatementRecord&& record) = 0;
};

}  // namespace claimgraph
