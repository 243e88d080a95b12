// Whether bytes are a text that can be analysed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimgraph {

/// What is wrong with the text, with the byte offset: not UTF-8, binary, or blank. Nothing when it is fine.
[[nodiscard]] std::optional<std::string> text_fault(std::string_view text);

}  // namespace claimgraph
