// Where lexicons are read from: a folder of tables, and files that add rows to them.
//
// A file of additions names a table in a line of its own, in brackets and without its ending, and lists rows
// of it below, without a header: "[predicates]". Comments and fields are as in the tables.
#pragma once

#include <concepts>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

namespace claimgraph {

/// One table.
struct LexiconFile {
    /// A path is a table.
    template <std::convertible_to<std::filesystem::path> Path>
    // NOLINTNEXTLINE(bugprone-forwarding-reference-overload)
    LexiconFile(Path&& table, std::vector<std::filesystem::path> added = {})
        : path(std::forward<Path>(table)), additions(std::move(added)) {}

    std::filesystem::path path;
    std::vector<std::filesystem::path>
        additions;  ///< files whose section of the table's name goes on with it
};

/// A value; safe to share.
class Lexicons {
  public:
    /// A folder is lexicons. What is constructible from a path hides no copy.
    template <std::convertible_to<std::filesystem::path> Path>
    // NOLINTNEXTLINE(bugprone-forwarding-reference-overload)
    Lexicons(Path&& folder) : folder_(std::forward<Path>(folder)) {}
    /// Throws IoError when a file of additions cannot be read, and LexiconError, naming file and line, where
    /// it has a row outside a section or a section that names no table of the folder.
    Lexicons(std::filesystem::path folder, std::vector<std::filesystem::path> additions);

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    [[nodiscard]] friend LexiconFile operator/(const Lexicons& lexicons, std::string_view table) {
        return {lexicons.folder_ / table, lexicons.additions_};
    }

  private:
    std::filesystem::path folder_;
    std::vector<std::filesystem::path> additions_;
};

}  // namespace claimgraph
