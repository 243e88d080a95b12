// The objects of a JSON file, one at a time, in bounded memory.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

/// Splits one object, several with white space or commas between them, or one array of objects; whether an
/// object is sound is left to its parser. Anything else is given with the rest of its line. An object longer
/// than the limit is not kept but reported as too long. Not thread-safe.
class JsonValueReader {
  public:
    /// `in` must outlive the reader; `limit` in bytes.
    JsonValueReader(std::istream& in, std::size_t limit);

    /// Goes to the next value; false at the end. Throws IoError when reading fails.
    [[nodiscard]] bool next();

    /// The current value; empty when it was too long. Valid until the next call of `next`.
    [[nodiscard]] std::string_view value() const { return value_; }
    [[nodiscard]] std::size_t line() const { return first_line_; }  ///< that it begins on, from 1
    [[nodiscard]] bool too_long() const { return size_ > limit_; }
    [[nodiscard]] std::size_t size() const { return size_; }  ///< bytes of the value as it stands
    [[nodiscard]] std::size_t limit() const { return limit_; }
    /// Whether an array was begun and, as far as was read, not ended.
    [[nodiscard]] bool in_array() const { return in_array_; }

  private:
    [[nodiscard]] bool fill();
    [[nodiscard]] bool at_value();
    void take();
    void take_object();

    std::istream& in_;
    std::size_t limit_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::string value_;
    std::size_t size_ = 0;
    std::size_t line_ = 1;
    std::size_t first_line_ = 0;
    bool begun_ = false;
    bool in_array_ = false;
};

}  // namespace claimgraph
