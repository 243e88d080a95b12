// Text as it must stand in a string column that Gephi (0.10 and later) will read: Gephi turns `INF` inside it
// into `Infinity` and drops the value `null`. A word joiner (U+2060), which is invisible, keeps both from
// being seen. Every step adds exactly one joiner, so that reading takes exactly it away again.
#pragma once

#include <string>
#include <string_view>

namespace claimgraph {

/// Needs `text` as it is, or writes the guarded form to `buffer` and gives that.
[[nodiscard]] std::string_view guard_text(std::string_view text, std::string& buffer);
[[nodiscard]] std::string unguard_text(std::string_view text);

/// The same for a JSON text, where an escape does it without changing what the JSON says; characters that XML
/// cannot hold are escaped too.
[[nodiscard]] std::string_view guard_json(std::string_view json, std::string& buffer);
[[nodiscard]] std::string unguard_json(std::string_view json);

}  // namespace claimgraph
