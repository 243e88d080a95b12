// What the terminal can show, and text made safe for it.
#pragma once

#include <string>
#include <string_view>

namespace claimgraph::cli {

enum class Stream { standard_output, standard_error };

/// Whether the stream goes to a terminal.
[[nodiscard]] bool is_terminal(Stream stream);

/// Whether colours may be used: on a terminal that is not "dumb", and never when NO_COLOR is set to anything
/// but the empty string (https://no-color.org).
[[nodiscard]] bool colours_wanted(Stream stream);

/// Columns of the terminal behind the stream; 80 when unknown.
[[nodiscard]] unsigned terminal_width(Stream stream);

/// `text` with everything that could drive a terminal or mislead its reader written as \u{hex}: control
/// characters (line breaks and tabs too), the bidirectional overrides and isolates, line and paragraph
/// separators; bytes that are not UTF-8 as \x{hex}.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace claimgraph::cli
