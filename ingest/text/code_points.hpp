// Offsets in bytes and in Unicode code points of one UTF-8 text, in either direction.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace claimgraph {

/// Built once a text in one pass; immutable afterwards, safe to share. A byte that is no continuation byte
/// starts a code point, so the index is total over any bytes.
class CodePointIndex {
  public:
    explicit CodePointIndex(std::string_view text);

    /// Code points before `byte`; `byte` in [0, text size].
    [[nodiscard]] std::size_t code_point(std::size_t byte) const;

    /// The byte at which code point `code_point` starts; the text's size when past its end.
    [[nodiscard]] std::size_t byte(std::size_t code_point) const;

    /// Code points in the whole text.
    [[nodiscard]] std::size_t size() const { return total_; }

  private:
    std::string_view text_;
    std::size_t total_ = 0;
    bool ascii_ = true;
    std::vector<std::size_t> checkpoints_;  ///< code points before each block of bytes
};

}  // namespace claimgraph
