// Datelines ("LIMA, May 3 (Reuters) - Peru raised ..."): part of their sentence, but no part of its clause.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/nlp/analysis.hpp"

namespace claimgraph::nlp {

/// The sentences of an analysis, those that open with a dateline in two. A parser that sees a dateline before
/// the clause tends to take the place for its head and the verb for a participle.
class DatelinesApart {
  public:
    /// Divides the sentences of `analysis`, which must outlive this.
    explicit DatelinesApart(Analysis& analysis);

    /// Puts the sentences together again: the dateline hangs on the root of what follows it, as parataxis.
    void join();

  private:
    Analysis& analysis_;
    std::vector<Sentence> whole_;
};

}  // namespace claimgraph::nlp
