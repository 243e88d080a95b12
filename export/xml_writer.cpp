#include "export/xml_writer.hpp"

#include <array>
#include <ostream>

#include "graph/model/error.hpp"
#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

constexpr std::size_t buffer_size = 1 << 16;

constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x7F; ++byte) {
        plain[byte] = byte != '&' && byte != '<' && byte != '>' && byte != '"';
    }
    return plain;
}();

/// Appends one character that is not plain; `i` is moved past it.
void append_special(std::string& out, std::string_view text, std::size_t& i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) {
        const DecodedCodePoint point = decode_utf8(text, i);
        if (!point.valid) {
            append_utf8(out, replacement_character);
        } else if (point.value != 0xFFFE && point.value != 0xFFFF) {
            out.append(text.substr(i, point.size));
        }
        i += point.size;
        return;
    }
    ++i;
    switch (byte) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        // Left as it stands, a reader would make a line feed of it.
        case '\r':
            out += "&#13;";
            break;
        case '\t':
        case '\n':
        case 0x7F:
            out.push_back(static_cast<char>(byte));
            break;
        default:
            break;
    }
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t begin = i;
        // Quotation marks need no escape in character data.
        while (i < text.size() && (plain_bytes[static_cast<unsigned char>(text[i])] || text[i] == '"')) ++i;
        out.append(text.substr(begin, i - begin));
        if (i < text.size()) append_special(out, text, i);
    }
}

void append_xml_attribute(std::string& out, std::string_view value) {
    bool gap = false;
    bool started = false;
    for (std::size_t i = 0; i < value.size();) {
        const char c = value[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = started;
            ++i;
            continue;
        }
        if (gap) out.push_back(' ');
        gap = false;
        started = true;
        if (plain_bytes[static_cast<unsigned char>(c)]) {
            out.push_back(c);
            ++i;
        } else {
            append_special(out, value, i);
        }
    }
}

XmlWriter::XmlWriter(std::ostream& out) : out_(out) {
    buffer_.reserve(2 * buffer_size);
}

void XmlWriter::declaration() {
    buffer_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void XmlWriter::start(std::string_view element) {
    close_tag();
    buffer_.push_back('<');
    buffer_ += element;
    open_.push_back(element);
    in_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
    buffer_.push_back(' ');
    buffer_ += name;
    buffer_ += "=\"";
    append_xml_attribute(buffer_, value);
    buffer_.push_back('"');
}

void XmlWriter::text(std::string_view text) {
    close_tag();
    append_xml_text(buffer_, text);
    flush_if_full();
}

void XmlWriter::end() {
    if (in_tag_) {
        buffer_ += "/>";
        in_tag_ = false;
    } else {
        buffer_ += "</";
        buffer_ += open_.back();
        buffer_.push_back('>');
    }
    open_.pop_back();
    flush_if_full();
}

void XmlWriter::line_break() {
    close_tag();
    buffer_.push_back('\n');
}

void XmlWriter::leaf(std::string_view element, std::string_view attribute_name, std::string_view value,
                     std::string_view content) {
    start(element);
    attribute(attribute_name, value);
    text(content);
    end();
    buffer_.push_back('\n');
}

void XmlWriter::finish() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    out_.flush();
    buffer_.clear();
    if (!out_) throw IoError("writing XML failed");
}

void XmlWriter::close_tag() {
    if (in_tag_) buffer_.push_back('>');
    in_tag_ = false;
}

void XmlWriter::flush_if_full() {
    if (buffer_.size() < buffer_size) return;
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    if (!out_) throw IoError("writing XML failed");
}

}  // namespace claimgraph
