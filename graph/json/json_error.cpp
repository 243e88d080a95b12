#include "graph/json/json_error.hpp"

#include <utility>

namespace claimgraph {

JsonError::JsonError(std::string json_path, std::size_t byte, std::string problem)
    : Error((json_path.empty() ? "byte " + std::to_string(byte) : json_path) + ": " + problem),
      json_path_(std::move(json_path)),
      byte_(byte),
      problem_(std::move(problem)) {}

}  // namespace claimgraph
