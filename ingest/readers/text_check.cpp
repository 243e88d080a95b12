#include "ingest/readers/text_check.hpp"

#include <cstdio>

#include "graph/model/utf8.hpp"

namespace claimgraph {

namespace {

std::size_t first_invalid_byte(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const DecodedCodePoint point = decode_utf8(text, at);
        if (!point.valid) return at;
        at += point.size;
    }
    return at;
}

}  // namespace

std::optional<std::string> text_fault(std::string_view text) {
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return "expected text, found a NUL byte at offset " + std::to_string(nul) + ": a binary file?";
    if (!is_valid_utf8(text)) {
        const std::size_t at = first_invalid_byte(text);
        char byte[8];
        std::snprintf(byte, sizeof byte, "%02X", static_cast<unsigned>(static_cast<unsigned char>(text[at])));
        return "expected UTF-8, found byte 0x" + std::string(byte) + " at offset " + std::to_string(at);
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos)
        return "expected text, found nothing";
    return std::nullopt;
}

}  // namespace claimgraph
