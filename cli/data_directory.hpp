// The folder that holds `lexicons/` and `models/`.
#pragma once

#include <filesystem>
#include <vector>

#include "ingest/extract/lexicons.hpp"

namespace claimgraph::cli {

class DataDirectory {
  public:
    /// Looks at `given` (`--data`), then $CLAIMGRAPH_DATA, then the place of the data relative to the running
    /// program: the install prefix, or the build tree, which is laid out alike. A folder that was asked for
    /// is never passed over. Throws IoError naming the places looked at.
    /// `ontologies` add rows to its lexicons. Throws LexiconError for a fault in them.
    explicit DataDirectory(const std::filesystem::path& given,
                           std::vector<std::filesystem::path> ontologies = {});

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    [[nodiscard]] const Lexicons& lexicons() const { return lexicons_; }
    [[nodiscard]] std::filesystem::path model() const { return root_ / "models" / "english.cgm"; }

  private:
    std::filesystem::path root_;
    Lexicons lexicons_;
};

}  // namespace claimgraph::cli
