// What the formats that are no XML share: a buffer before the stream, and text mended and escaped.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "export/graph_rows.hpp"

namespace claimgraph {

/// Collects text and passes it on in large pieces. Text has reached the stream after `finish` only. Not
/// thread-safe.
class TextOutput {
  public:
    explicit TextOutput(std::ostream& out);

    /// Appending to it is writing.
    [[nodiscard]] std::string& text() { return buffer_; }
    /// To be called now and then. Throws IoError where the stream failed.
    void flush_if_full();
    void finish();

  private:
    std::ostream& out_;
    std::string buffer_;
};

/// `text` with ill-formed UTF-8 as U+FFFD and without control characters other than tab, line feed and
/// carriage return, U+FFFE and U+FFFF, which no reader can be trusted with: as it is, or written to `buffer`.
[[nodiscard]] std::string_view mend_text(std::string_view text, std::string& buffer);

/// The shortest decimal that reads back to the value.
void append_number(std::string& out, std::int64_t value);
void append_number(std::string& out, double value);

/// A text as a JSON string, a number as it is, nothing as `null`.
void append_json_cell(std::string& out, const Cell& cell);

}  // namespace claimgraph
