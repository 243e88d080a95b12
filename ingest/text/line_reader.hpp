// The lines of a stream in bounded memory.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

/// Lines end with LF or CR LF, neither of which belongs to them; a byte order mark before the first is left
/// out. A line longer than the limit is not kept but reported as too long. Not thread-safe.
class LineReader {
  public:
    /// `in` must outlive the reader; `limit` in bytes.
    LineReader(std::istream& in, std::size_t limit);

    /// Goes to the next line; false at the end. Throws IoError when reading fails.
    [[nodiscard]] bool next();

    /// The current line; empty when it was too long. Valid until the next call of `next`.
    [[nodiscard]] std::string_view line() const { return line_; }
    [[nodiscard]] std::size_t number() const { return number_; }  ///< from 1
    [[nodiscard]] bool too_long() const { return size_ > limit_; }
    [[nodiscard]] std::size_t size() const { return size_; }  ///< bytes of the line as it stands
    [[nodiscard]] std::size_t limit() const { return limit_; }

  private:
    [[nodiscard]] bool fill();
    void keep(std::size_t bytes);

    std::istream& in_;
    std::size_t limit_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::string kept_;  ///< a line that runs over buffers
    std::string_view line_;
    std::size_t size_ = 0;
    std::size_t number_ = 0;
};

}  // namespace claimgraph
