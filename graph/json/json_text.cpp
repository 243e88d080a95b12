#include "graph/json/json_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "graph/model/utf8.hpp"

namespace claimgraph {
namespace {

constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte) plain[byte] = byte != '"' && byte != '\\';
    return plain;
}();

template <class Number>
void append_chars(std::string& out, Number value) {
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    out.append(buffer.data(), result.ptr);
}

}  // namespace

std::size_t plain_json_prefix(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101u;
    const auto below = [](std::uint64_t bytes, std::uint64_t limit) {
        return (bytes - ones * limit) & ~bytes & (ones * 0x80);
    };
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + i, 8);
        const std::uint64_t other = (bytes & (ones * 0x80)) | below(bytes, 0x20) |
                                    below(bytes ^ (ones * '"'), 1) | below(bytes ^ (ones * '\\'), 1);
        if (other != 0) break;
    }
    while (i < text.size() && plain_bytes[static_cast<unsigned char>(text[i])]) ++i;
    return i;
}

void append_json_string(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out.push_back('"');
    std::size_t written = 0;
    std::size_t i = 0;
    const auto flush = [&] {
        out.append(text.substr(written, i - written));
        written = i;
    };
    while (i < text.size()) {
        i += plain_json_prefix(text.substr(i));
        if (i == text.size()) break;
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x80) {
            const DecodedCodePoint point = decode_utf8(text, i);
            if (!point.valid) {
                flush();
                append_utf8(out, replacement_character);
                written += point.size;
            }
            i += point.size;
            continue;
        }
        flush();
        out.push_back('\\');
        switch (byte) {
            case '\n':
                out.push_back('n');
                break;
            case '\t':
                out.push_back('t');
                break;
            case '\r':
                out.push_back('r');
                break;
            case '"':
                out.push_back('"');
                break;
            case '\\':
                out.push_back('\\');
                break;
            default:
                out += "u00";
                out.push_back(hex[byte >> 4]);
                out.push_back(hex[byte & 0xF]);
        }
        written = ++i;
    }
    flush();
    out.push_back('"');
}

void append_json_number(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    append_chars(out, value);
}

void append_json_number(std::string& out, std::size_t value) {
    append_chars(out, value);
}

}  // namespace claimgraph
