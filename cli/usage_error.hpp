// The command line asks for something that makes no sense: exit code 2.
#pragma once

#include "graph/model/error.hpp"

namespace claimgraph::cli {

class UsageError : public Error {
  public:
    using Error::Error;
};

}  // namespace claimgraph::cli
