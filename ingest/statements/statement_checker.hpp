// Whether statements of another extractor fit the text that they are said to be of.
#pragma once

#include <optional>
#include <string>

#include "graph/model/document.hpp"
#include "graph/model/statement.hpp"
#include "ingest/text/code_points.hpp"

namespace claimgraph {

/// Checks every span of a statement against the document's text: it must lie within it, and the words given
/// for it must be the words that stand there. Const and thread-safe.
class StatementChecker {
  public:
    struct Fault {
        std::string field;  ///< JSON path
        std::string message;
    };

    /// Keeps a copy of the text.
    explicit StatementChecker(const Document& document);
    StatementChecker(const StatementChecker&) = delete;
    StatementChecker& operator=(const StatementChecker&) = delete;

    /// What is wrong with the document's own digest, or nothing.
    [[nodiscard]] const std::optional<std::string>& digest_fault() const { return digest_fault_; }

    /// The first fault, or nothing.
    [[nodiscard]] std::optional<Fault> check(const Statement& statement) const;

  private:
    [[nodiscard]] std::optional<Fault> check_words(const std::string& field, Span span,
                                                   const std::string& words) const;
    [[nodiscard]] std::optional<Fault> check_entity(const std::string& field, const Entity& entity) const;
    [[nodiscard]] std::optional<Fault> check_argument(const std::string& field,
                                                      const std::optional<Argument>& argument) const;

    std::string text_;
    CodePointIndex index_;
    std::optional<std::string> digest_fault_;
};

}  // namespace claimgraph
