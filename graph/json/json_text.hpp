// Appending JSON values to a string.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimgraph {

/// A JSON string in quotes. Ill-formed UTF-8 becomes U+FFFD; control characters are escaped.
void append_json_string(std::string& out, std::string_view text);

/// How many bytes from the beginning on stand for themselves in a JSON string: ASCII but control characters,
/// quotes and backslashes.
[[nodiscard]] std::size_t plain_json_prefix(std::string_view text);

/// The shortest decimal that reads back to `value` exactly; `null` for what JSON cannot say (NaN, infinity).
void append_json_number(std::string& out, double value);
void append_json_number(std::string& out, std::size_t value);

/// The characters of a JSON string given with its quotes. Throws JsonError where it is none.
[[nodiscard]] std::string parse_json_string(std::string_view json);

}  // namespace claimgraph
