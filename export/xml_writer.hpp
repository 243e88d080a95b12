// Writes XML 1.0 to a stream in one pass, whatever the text: what XML forbids (control characters,
// surrogates, U+FFFE and U+FFFF) is left out, ill-formed UTF-8 becomes U+FFFD, the rest is escaped.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

/// Element and attribute names are the program's own: they are written as given and must outlive their
/// element. Not thread-safe. Text has reached the stream after `finish` only.
class XmlWriter {
  public:
    explicit XmlWriter(std::ostream& out);

    void declaration();
    void start(std::string_view element);
    /// After `start`, before any content. White space other than single spaces is collapsed, as readers
    /// would.
    void attribute(std::string_view name, std::string_view value);
    void text(std::string_view text);
    void end();
    void line_break();

    /// `<element name="value">text</element>` and a line break.
    void leaf(std::string_view element, std::string_view attribute_name, std::string_view value,
              std::string_view content);

    /// Passes on what is buffered. Throws IoError where the stream failed.
    void finish();

  private:
    void close_tag();
    void flush_if_full();

    std::ostream& out_;
    std::string buffer_;
    std::vector<std::string_view> open_;
    bool in_tag_ = false;
};

/// Appends character data, escaped and mended.
void append_xml_text(std::string& out, std::string_view text);
/// Appends an attribute's value without its quotes.
void append_xml_attribute(std::string& out, std::string_view value);

}  // namespace claimgraph
