#include "export/xml_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <deque>
#include <istream>
#include <vector>

#include "graph/model/error.hpp"
#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

constexpr std::size_t bytes_of_a_block = std::size_t{1} << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Production 2 of XML 1.0, `Char`.
bool is_xml_character(char32_t point) {
    if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
    return point < 0xD800 || (point > 0xDFFF && point < 0xFFFE) || (point > 0xFFFF && point <= 0x10FFFF);
}

/// Productions 4 and 4a, beyond ASCII.
bool is_name_character(char32_t point, bool first) {
    struct Range {
        char32_t begin;
        char32_t end;
    };
    constexpr std::array<Range, 12> starts{{{0xC0, 0xD6},
                                            {0xD8, 0xF6},
                                            {0xF8, 0x2FF},
                                            {0x370, 0x37D},
                                            {0x37F, 0x1FFF},
                                            {0x200C, 0x200D},
                                            {0x2070, 0x218F},
                                            {0x2C00, 0x2FEF},
                                            {0x3001, 0xD7FF},
                                            {0xF900, 0xFDCF},
                                            {0xFDF0, 0xFFFD},
                                            {0x10000, 0xEFFFF}}};
    constexpr std::array<Range, 3> others{{{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};
    const auto holds = [point](const Range& range) { return point >= range.begin && point <= range.end; };
    return std::any_of(starts.begin(), starts.end(), holds) ||
           (!first && std::any_of(others.begin(), others.end(), holds));
}

/// Of each byte of ASCII: 2 where a name may begin with it, 1 where it may go on with it.
constexpr std::array<std::uint8_t, 256> name_bytes = [] {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t c = 'a'; c <= 'z'; ++c) out[c] = out[c - 'a' + 'A'] = 2;
    out['_'] = out[':'] = 2;
    for (std::size_t c = '0'; c <= '9'; ++c) out[c] = 1;
    out['-'] = out['.'] = 1;
    return out;
}();

/// What has to be looked at in a stretch of text.
struct Traits {
    bool wide = false;     ///< a byte beyond ASCII
    bool control = false;  ///< a byte below the space
    bool ampersand = false;
    bool closing = false;  ///< `>`
};

/// Eight bytes at a time, by the carries that a subtraction leaves in the highest bits.
Traits traits_of(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101u;
    constexpr std::uint64_t highs = ones * 0x80u;
    std::uint64_t wide = 0;
    std::uint64_t control = 0;
    std::uint64_t ampersand = 0;
    std::uint64_t closing = 0;
    const auto look = [&](std::uint64_t bytes) {
        const auto below = [&](std::uint64_t value, std::uint64_t limit) {
            return (value - ones * limit) & ~value & highs;
        };
        wide |= bytes & highs;
        control |= below(bytes, 0x20);
        ampersand |= below(bytes ^ (ones * '&'), 1);
        closing |= below(bytes ^ (ones * '>'), 1);
    };
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + i, 8);
        look(bytes);
    }
    if (i < text.size()) {
        std::uint64_t bytes = ones * 'a';
        std::memcpy(&bytes, text.data() + i, text.size() - i);
        look(bytes);
    }
    return {wide != 0, control != 0, ampersand != 0, closing != 0};
}

std::string_view local_part(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Whether the text is declared or looks to be in another encoding than UTF-8.
bool is_of_another_encoding(std::string_view begin) {
    if (begin.starts_with(byte_order_mark)) begin.remove_prefix(byte_order_mark.size());
    const std::string_view first = begin.substr(0, 2);
    // UTF-16, UTF-32 and EBCDIC.
    if (std::any_of(first.begin(), first.end(),
                    [](char c) { return c == '\0' || c == '\xFE' || c == '\xFF'; }))
        return true;
    if (first == "\x4C\x6F") return true;
    if (!begin.starts_with("<?xml")) return false;
    const std::string_view declaration = begin.substr(0, begin.find("?>"));
    std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return false;
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return false;
    std::string name(declaration.substr(at + 1, declaration.find(declaration[at], at + 1) - at - 1));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name != "UTF-8" && name != "UTF8";
}

/// A window on the input that moves forward; whole tags and texts stand in it. A zero byte, which XML has
/// not, stands behind it.
class Scanner {
  public:
    Scanner(std::istream& in, const std::string& path, XmlHandler& handler)
        : in_(in), path_(path), handler_(handler) {}

    /// What the window holds at first.
    std::string_view begin() {
        fill();
        return rest(at_);
    }

    void run() {
        if (rest(at_).starts_with(byte_order_mark)) at_ += byte_order_mark.size();
        if (rest(at_).starts_with("<?xml")) whole([&] { return instruction(true); });
        while (at_ != end_ || fill()) {
            if (*at_ == '<') {
                whole([&] { return markup(); });
            } else {
                characters();
            }
        }
        if (!open_.empty()) fail("expected </" + std::string(innermost()) + ">, found the end of the file");
        if (!root_) fail("expected an element, found the end of the file");
        act([&] { handler_.finish(); });
    }

  private:
    /// Makes room before the window's end; false at the end of the input.
    bool fill() {
        if (!in_) return false;
        const auto kept = static_cast<std::size_t>(end_ - at_);
        lines_ += lines_until(at_);
        if (kept > 0 && at_ != buffer_.data()) std::memmove(buffer_.data(), at_, kept);
        // What stands in the window may be looked at again from its beginning, so it grows by as much.
        const std::size_t more = std::max(bytes_of_a_block, kept);
        buffer_.resize(kept + more + 1);
        in_.read(buffer_.data() + kept, static_cast<std::streamsize>(more));
        if (in_.bad()) throw IoError(path_ + ": reading failed");
        const auto got = static_cast<std::size_t>(in_.gcount());
        at_ = buffer_.data();
        end_ = at_ + kept + got;
        buffer_[kept + got] = '\0';
        return got > 0;
    }
    std::string_view rest(const char* at) const { return {at, static_cast<std::size_t>(end_ - at)}; }
    std::size_t lines_until(const char* at) const {
        return buffer_.empty() ? 0
                               : static_cast<std::size_t>(std::count<const char*>(buffer_.data(), at, '\n'));
    }

    [[noreturn]] void fail(const std::string& message) { fail_at(at_, message); }
    [[noreturn]] void fail_at(const char* at, const std::string& message) {
        throw FormatError(path_, 1 + lines_ + lines_until(at), 0, message);
    }
    template <class Action>
    void act(const Action& action) {
        try {
            action();
        } catch (const Error& error) {
            fail(error.what());
        }
    }
    /// Reads on until `read` finds all it wants in the window. It must be without effect until then.
    template <class Read>
    void whole(const Read& read) {
        while (!read()) {
            if (!fill())
                fail("expected the end of what begins with " + piece(at_) + ", found that of the file");
        }
    }
    std::string piece(const char* at) const {
        constexpr std::size_t longest = 20;
        std::string out;
        for (std::string_view text = rest(at); !text.empty();) {
            const DecodedCodePoint point = decode_utf8(text, 0);
            if (out.size() + point.size > longest || point.value < 0x20) break;
            append_utf8(out, point.value);
            text.remove_prefix(point.size);
        }
        return "'" + out + "'";
    }

    // Texts

    void characters() {
        const char* found = nullptr;
        for (std::size_t seen = 0;;) {
            const auto size = static_cast<std::size_t>(end_ - at_);
            found = static_cast<const char*>(std::memchr(at_ + seen, '<', size - seen));
            if (found) break;
            seen = size;
            if (!fill()) {
                found = end_;
                break;
            }
        }
        const std::string_view raw(at_, static_cast<std::size_t>(found - at_));
        if (raw == "\n" && !open_.empty()) {  // as between most elements
            act([&] { handler_.text(raw); });
        } else if (open_.empty()) {
            const auto other = std::find_if_not(raw.begin(), raw.end(), is_space);
            if (other != raw.end()) {
                const char* at = raw.data() + (other - raw.begin());
                fail_at(at, "expected " + std::string(root_ ? "the end of the file" : "an XML document") +
                                ", found " + piece(at));
            }
        } else {
            const std::string_view text = plain(raw, false, scratch_);
            act([&] { handler_.text(text); });
        }
        at_ = found;
    }

    /// The text meant by one that stands in the file. `buffer` is used where the two differ.
    std::string_view plain(std::string_view raw, bool of_attribute, std::string& buffer) {
        const Traits traits = traits_of(raw);
        if (traits.wide || traits.control) check_characters(raw);
        if (traits.closing && !of_attribute) {
            if (const std::size_t at = raw.find("]]>"); at != std::string_view::npos)
                fail_at(raw.data() + at, "expected text, found ']]>'");
        }
        const bool rewritten =
            traits.control && raw.find_first_of(of_attribute ? "\t\n\r" : "\r") != std::string_view::npos;
        if (!traits.ampersand && !rewritten) return raw;
        buffer.clear();
        rewrite(raw, of_attribute, buffer);
        return buffer;
    }

    void check_characters(std::string_view raw) {
        for (std::size_t i = 0; i < raw.size();) {
            const auto byte = static_cast<unsigned char>(raw[i]);
            if (byte >= 0x20 && byte < 0x80) {
                ++i;
                continue;
            }
            const DecodedCodePoint point = decode_utf8(raw, i);
            if (!point.valid) fail_at(raw.data() + i, "expected UTF-8, found the byte " + hexadecimal(byte));
            if (!is_xml_character(point.value))
                fail_at(raw.data() + i,
                        "expected a character of XML, found U+" + hexadecimal(point.value).substr(2));
            i += point.size;
        }
    }
    static std::string hexadecimal(std::uint32_t value) {
        std::array<char, 8> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
        return "0x" + std::string(digits.data(), end);
    }

    /// Entities, ends of lines (section 2.11) and white space in attributes (3.3.3).
    void rewrite(std::string_view raw, bool of_attribute, std::string& out) {
        for (std::size_t i = 0; i < raw.size();) {
            const std::size_t next = std::min(raw.find('&', i), raw.size());
            append_lines(raw.substr(i, next - i), of_attribute, out);
            i = next;
            if (i < raw.size()) i += reference(raw.substr(i), out);
        }
    }
    static void append_lines(std::string_view raw, bool of_attribute, std::string& out) {
        const std::size_t begin = out.size();
        out.append(raw);
        if (raw.find('\r') != std::string_view::npos) {
            std::size_t end = begin;
            for (std::size_t i = 0; i < raw.size(); ++i) {
                if (raw.substr(i).starts_with("\r\n")) continue;
                out[end++] = raw[i] == '\r' ? '\n' : raw[i];
            }
            out.resize(end);
        }
        if (of_attribute)
            std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), is_space, ' ');
    }

    /// The size of the reference that `raw` begins with; what it stands for goes to `out`.
    std::size_t reference(std::string_view raw, std::string& out) {
        constexpr std::array<std::pair<std::string_view, char>, 5> named{
            {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
        for (const auto& [name, character] : named) {
            if (!raw.starts_with(name)) continue;
            out.push_back(character);
            return name.size();
        }
        if (raw.starts_with("&#")) {
            const bool sixteen = raw.substr(2).starts_with('x');
            const char* begin = raw.data() + (sixteen ? 3 : 2);
            const char* end = raw.data() + raw.size();
            std::uint32_t point = 0;
            const auto result = std::from_chars(begin, end, point, sixteen ? 16 : 10);
            if (result.ec == std::errc{} && result.ptr != end && *result.ptr == ';' &&
                is_xml_character(point)) {
                append_utf8(out, point);
                return static_cast<std::size_t>(result.ptr + 1 - raw.data());
            }
        }
        fail_at(raw.data(), "expected a character reference or one of &amp; &lt; &gt; &quot; &apos;, found " +
                                piece(raw.data()));
    }

    // Markup. These return false where they reach the window's end.

    bool markup() {
        if (at_ + 1 == end_) return false;
        switch (at_[1]) {
            case '/':
                return end_tag();
            case '?':
                return instruction(false);
            case '!':
                return declaration();
            default:
                return start_tag();
        }
    }

    /// The end of the name that begins at `at`, which is `at` where none does.
    const char* name_end(const char* at) {
        const char* const begin = at;
        for (;;) {
            while (name_bytes[static_cast<unsigned char>(*at)] > (at == begin ? 1 : 0)) ++at;
            if (static_cast<unsigned char>(*at) < 0x80) return at;
            const DecodedCodePoint point = decode_utf8(rest(at), 0);
            if (!point.valid) {
                // It may go on behind the window.
                constexpr std::ptrdiff_t longest = 4;
                if (end_ - at < longest && in_) return end_;
                fail_at(at, "expected UTF-8, found the byte " + hexadecimal(static_cast<unsigned char>(*at)));
            }
            if (!is_name_character(point.value, at == begin)) return at;
            at += point.size;
        }
    }
    static const char* skip_space(const char* at) {
        while (is_space(*at)) ++at;
        return at;
    }
    std::string_view innermost() const { return std::string_view(names_).substr(open_.back()); }

    bool start_tag() {
        const char* at = name_end(at_ + 1);
        if (at == end_) return false;
        const std::string_view name(at_ + 1, static_cast<std::size_t>(at - at_ - 1));
        if (name.empty()) fail("expected the name of an element after '<', found " + piece(at_ + 1));
        attributes_.clear();
        while (*at != '>' && *at != '/') {
            const char* const begin = skip_space(at);
            if (begin == end_) return false;
            const bool apart = begin != at;
            at = begin;
            if (*at == '>' || *at == '/') break;
            if (!apart) fail_at(at, "expected white space, '/' or '>' in a tag, found " + piece(at));
            at = attribute(at);
            if (at == end_) return false;
        }
        const bool empty = *at == '/';
        if (empty && ++at == end_) return false;
        if (*at != '>') fail_at(at, "expected '>', found " + piece(at));
        if (open_.empty() && root_) fail("expected the end of the file, found " + piece(at_));
        decode_attributes();
        root_ = true;
        act([&] { handler_.start(local_part(name), attributes_); });
        if (empty) {
            act([&] { handler_.end(local_part(name)); });
        } else {
            open_.push_back(names_.size());
            names_.append(name);
        }
        at_ = at + 1;
        return true;
    }

    /// Takes the attribute at `at`; the end of the window where that comes first.
    const char* attribute(const char* at) {
        const char* const name_at = at;
        at = name_end(at);
        if (at == end_) return end_;
        if (at == name_at) fail_at(at, "expected the name of an attribute, found " + piece(at));
        const std::string_view name(name_at, static_cast<std::size_t>(at - name_at));
        at = skip_space(at);
        if (at == end_) return end_;
        if (*at != '=') fail_at(at, "expected '=' after " + std::string(name) + ", found " + piece(at));
        at = skip_space(at + 1);
        if (at == end_) return end_;
        if (*at != '"' && *at != '\'') fail_at(at, "expected a value in quotes, found " + piece(at));
        const char* const value = at + 1;
        const auto* const close =
            static_cast<const char*>(std::memchr(value, *at, static_cast<std::size_t>(end_ - value)));
        if (!close) return end_;
        attributes_.push_back({name, {value, static_cast<std::size_t>(close - value)}});
        return close + 1;
    }

    void decode_attributes() {
        decoded_.resize(std::max(decoded_.size(), attributes_.size()));
        for (std::size_t i = 0; i < attributes_.size(); ++i) {
            const std::string_view raw = attributes_[i].value;
            if (const std::size_t at = raw.find('<'); at != std::string_view::npos)
                fail_at(raw.data() + at, "expected the value of an attribute, found '<'");
            attributes_[i].value = plain(raw, true, decoded_[i]);
        }
        if (attributes_.size() < 2) return;
        sorted_.clear();
        for (const XmlAttribute& attribute : attributes_) sorted_.push_back(attribute.name);
        std::sort(sorted_.begin(), sorted_.end());
        const auto twice = std::adjacent_find(sorted_.begin(), sorted_.end());
        if (twice != sorted_.end())
            fail("expected each attribute once, found " + std::string(*twice) + " twice");
    }

    bool end_tag() {
        const char* at = name_end(at_ + 2);
        if (at == end_) return false;
        const std::string_view name(at_ + 2, static_cast<std::size_t>(at - at_ - 2));
        at = skip_space(at);
        if (at == end_) return false;
        if (open_.empty() || name != innermost()) {
            fail("expected " + (open_.empty() ? "an element" : "</" + std::string(innermost()) + ">") +
                 ", found </" + std::string(name) + ">");
        }
        if (*at != '>') fail_at(at, "expected '>', found " + piece(at));
        act([&] { handler_.end(local_part(name)); });
        names_.resize(open_.back());
        open_.pop_back();
        at_ = at + 1;
        return true;
    }

    bool instruction(bool first) {
        const char* const begin = at_ + 2;
        const char* const target = name_end(begin);
        if (target == end_) return false;
        const std::size_t size = rest(target).find("?>");
        if (size == std::string_view::npos) return false;
        std::string name(begin, target);
        if (name.empty() || (size > 0 && !is_space(*target)))
            fail("expected the name of an instruction, found " + piece(begin));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (name == "xml" && !first)
            fail("expected an XML declaration at the beginning only, found " + piece(at_));
        check_characters({target, size});
        at_ = target + size + 2;
        return true;
    }

    bool declaration() {
        constexpr std::string_view comment = "<!--";
        constexpr std::string_view section = "<![CDATA[";
        constexpr std::string_view type = "<!DOCTYPE";
        const std::string_view here = rest(at_);
        for (const std::string_view begin : {comment, section, type}) {
            if (here.size() < begin.size() && begin.starts_with(here)) return false;
        }
        if (here.starts_with(comment)) {
            const std::size_t end = here.find("--", comment.size());
            if (end == std::string_view::npos || end + 2 == here.size()) return false;
            if (here[end + 2] != '>') fail_at(at_ + end, "expected '-->' after '--' in a comment");
            check_characters(here.substr(comment.size(), end - comment.size()));
            at_ += end + 3;
            return true;
        }
        if (here.starts_with(type) && !root_) fail("expected GraphML, found a document type declaration");
        if (!here.starts_with(section) || open_.empty())
            fail("expected a comment, a tag or text, found " + piece(at_));
        const std::size_t end = here.find("]]>", section.size());
        if (end == std::string_view::npos) return false;
        std::string_view text = here.substr(section.size(), end - section.size());
        check_characters(text);
        if (text.find('\r') != std::string_view::npos) {
            scratch_.clear();
            append_lines(text, false, scratch_);
            text = scratch_;
        }
        act([&] { handler_.text(text); });
        at_ += end + 3;
        return true;
    }

    std::istream& in_;
    const std::string& path_;
    XmlHandler& handler_;
    std::vector<char> buffer_;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t lines_ = 0;  ///< before the window
    bool root_ = false;
    std::string names_;              ///< of the open elements, one after the other
    std::vector<std::size_t> open_;  ///< where each begins
    std::vector<XmlAttribute> attributes_;
    std::vector<std::string_view> sorted_;
    std::deque<std::string> decoded_;  ///< values that differ from what is in the file
    std::string scratch_;
};

}  // namespace

void read_xml(std::istream& in, const std::string& path, XmlHandler& handler) {
    Scanner scanner(in, path, handler);
    const std::string_view begin = scanner.begin();
    if (is_of_another_encoding(begin)) {
        read_xml_by_libxml2(begin, in, path, handler);
    } else {
        scanner.run();
    }
}

}  // namespace claimgraph
