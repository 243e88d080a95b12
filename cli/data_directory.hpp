// The folder that holds `lexicons/` and `models/`.
#pragma once

#include <filesystem>

namespace claimgraph::cli {

class DataDirectory {
  public:
    /// Looks at `given` (`--data`), then $CLAIMGRAPH_DATA, then the place of the data relative to the running
    /// program: the install prefix, or the build tree, which is laid out alike. A folder that was asked for
    /// is never passed over. Throws IoError naming the places looked at.
    explicit DataDirectory(const std::filesystem::path& given);

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    [[nodiscard]] std::filesystem::path lexicons() const { return root_ / "lexicons"; }
    [[nodiscard]] std::filesystem::path model() const { return root_ / "models" / "english.cgm"; }

  private:
    std::filesystem::path root_;
};

}  // namespace claimgraph::cli
