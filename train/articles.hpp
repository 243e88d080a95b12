// Articles of our own writing with their statements, in a form made for writing by hand (see
// train/corpus/README.md): a head of "name: value" lines, the text, "@@", then one statement a line.
#pragma once

#include <filesystem>
#include <vector>

#include "train/gold.hpp"

namespace claimgraph::train {

/// Reads the *.article files of the folder, by name. Throws IoError, or FormatError naming file, line, what
/// was expected and what was found.
[[nodiscard]] std::vector<GoldDocument> read_articles(const std::filesystem::path& folder);

}  // namespace claimgraph::train
