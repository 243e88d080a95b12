// What is wrong with a JSON text: where in it, what was expected, what was found.
#pragma once

#include <cstddef>
#include <string>

#include "graph/model/error.hpp"

namespace claimgraph {

class JsonError : public Error {
  public:
    /// `json_path` in the manner of `$.attribution[0].source.kind`; empty when the text is no JSON at all.
    /// `byte` is the offset in the parsed text.
    JsonError(std::string json_path, std::size_t byte, std::string problem);

    [[nodiscard]] const std::string& json_path() const { return json_path_; }
    [[nodiscard]] std::size_t byte() const { return byte_; }
    /// The message without the path: "expected ..., found ...".
    [[nodiscard]] const std::string& problem() const { return problem_; }

  private:
    std::string json_path_;
    std::size_t byte_;
    std::string problem_;
};

}  // namespace claimgraph
