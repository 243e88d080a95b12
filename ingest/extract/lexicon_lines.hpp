// The lines of a lexicon file that are not comments.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace claimgraph {

/// The whole file. Throws IoError.
[[nodiscard]] std::string read_lexicon(const std::filesystem::path& path);

/// Calls `visit` with each line that is neither empty nor a comment, without its end, and its number from 1.
void for_each_lexicon_line(std::string_view content,
                           const std::function<void(std::string_view line, std::size_t number)>& visit);

/// The name in a line "[name]", or none.
[[nodiscard]] std::optional<std::string_view> section_name(std::string_view line);

}  // namespace claimgraph
