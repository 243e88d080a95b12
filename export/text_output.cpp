#include "export/text_output.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

#include "graph/json/json_text.hpp"
#include "graph/model/error.hpp"
#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

constexpr std::size_t buffer_size = 1 << 16;

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

template <class Number>
void append_shortest(std::string& out, Number value) {
    std::array<char, 32> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), result.ptr);
}

}  // namespace

TextOutput::TextOutput(std::ostream& out) : out_(out) {
    buffer_.reserve(2 * buffer_size);
}

void TextOutput::flush_if_full() {
    if (buffer_.size() < buffer_size) return;
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    if (!out_) throw IoError("writing failed");
}

void TextOutput::finish() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    out_.flush();
    buffer_.clear();
    if (!out_) throw IoError("writing failed");
}

std::string_view mend_text(std::string_view text, std::string& buffer) {
    constexpr std::string_view near_noncharacters = "\xEF\xBF";
    if (std::none_of(text.begin(), text.end(), is_control) && is_valid_utf8(text) &&
        text.find(near_noncharacters) == std::string_view::npos) {
        return text;
    }
    buffer.clear();
    for (std::size_t i = 0; i < text.size();) {
        const DecodedCodePoint point = decode_utf8(text, i);
        if (!point.valid) {
            append_utf8(buffer, replacement_character);
        } else if (point.size > 1 ? point.value != 0xFFFE && point.value != 0xFFFF : !is_control(text[i])) {
            buffer.append(text.substr(i, point.size));
        }
        i += point.size;
    }
    return buffer;
}

void append_number(std::string& out, std::int64_t value) {
    append_shortest(out, value);
}

void append_number(std::string& out, double value) {
    append_shortest(out, value);
}

void append_json_cell(std::string& out, const Cell& cell) {
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
        append_json_string(out, *text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        append_number(out, *whole);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        append_json_number(out, *real);
    } else {
        out += "null";
    }
}

}  // namespace claimgraph
