// The ids of statements that came without one.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "graph/model/statement.hpp"

namespace claimgraph {

/// "document:sentence:ordinal", the ordinal counting the statements of that sentence from 0. One object
/// serves one document; not thread-safe.
class StatementIds {
  public:
    /// Counts the statement, and gives it an id if it has none.
    void give_id(Statement& statement);

  private:
    std::unordered_map<std::size_t, std::size_t> statements_of_sentence_;
};

}  // namespace claimgraph
