#include "cli/terminal.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#include <sys/ioctl.h>
#include <unicode/utf8.h>

namespace claimgraph::cli {

namespace {

int descriptor(Stream stream) {
    return stream == Stream::standard_output ? STDOUT_FILENO : STDERR_FILENO;
}

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

bool hostile(UChar32 c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

void append_escape(std::string& out, char letter, unsigned value) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "\\%c{%02X}", letter, value);
    out += buffer;
}

}  // namespace

bool is_terminal(Stream stream) {
    return isatty(descriptor(stream)) == 1;
}

bool colours_wanted(Stream stream) {
    return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && is_terminal(stream);
}

unsigned terminal_width(Stream stream) {
    winsize size{};
    if (ioctl(descriptor(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, text.size(), c);
        if (c < 0) {
            for (std::size_t at = begin; at < i; ++at) append_escape(out, 'x', bytes[at]);
        } else if (hostile(c)) {
            append_escape(out, 'u', static_cast<unsigned>(c));
        } else {
            out.append(text, begin, i - begin);
        }
    }
    return out;
}

}  // namespace claimgraph::cli
