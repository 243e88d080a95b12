// The document ids of a run, which must be unique.
#pragma once

#include <string>
#include <unordered_map>

namespace claimgraph {

/// Not thread-safe.
class DocumentIds {
  public:
    enum class Use { fresh, same_document, clash };

    /// Notes that a document with this id and digest is there. An id that comes again is a clash when both
    /// digests are known and differ, and the same document otherwise.
    [[nodiscard]] Use claim(const std::string& id, const std::string& sha256);

    [[nodiscard]] bool knows(const std::string& id) const { return digests_.contains(id); }

    /// An id that is free, for a document of the file `stem` whose own id clashes: "stem/id", or that with
    /// "#2", "#3", ... behind it.
    [[nodiscard]] std::string resolve(const std::string& stem, const std::string& id) const;

  private:
    std::unordered_map<std::string, std::string> digests_;
};

}  // namespace claimgraph
