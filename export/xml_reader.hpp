// Reads XML as a stream of events. Private to this folder.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace claimgraph {

struct XmlAttribute {
    std::string_view name;  ///< with its prefix
    std::string_view value;
};

/// Takes the events. What it throws as Error gets the path and line before it. Views are valid during the
/// call.
class XmlHandler {
  public:
    /// Names of elements come without prefix.
    virtual void start(std::string_view name, std::span<const XmlAttribute> attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// Between two other events may come several pieces of text.
    virtual void text(std::string_view piece) = 0;
    /// After the last event.
    virtual void finish() = 0;

  protected:
    ~XmlHandler() = default;
};

/// XML 1.0 (fifth edition) of the elements, texts, comments and instructions of well-formed documents. Memory
/// is that of the largest tag or text. Throws FormatError naming `path` and line where the text is not well
/// formed or has a document type declaration, IoError where reading fails.
///
/// UTF-8 is read here, anything else by libxml2, which knows more encodings and is slower.
void read_xml(std::istream& in, const std::string& path, XmlHandler& handler);

/// The second half of the above. `begin`: what has been read of `in` already.
void read_xml_by_libxml2(std::string_view begin, std::istream& in, const std::string& path,
                         XmlHandler& handler);

}  // namespace claimgraph
