// A table that tells date, outlet and the rest of many files: tab-separated values with a header line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model/diagnostics.hpp"
#include "ingest/readers/document_metadata.hpp"

namespace claimgraph {

/// The header names the columns: `file` is required; `date`, `outlet`, `title`, `author`, `url` and `voice`
/// are taken, others ignored. A row's `file` is a path relative to the folder of the index; a file is also
/// found by its base name alone, where only one row has it. Immutable, safe to share.
class MetadataIndex {
  public:
    /// Faulty rows go to `diagnostics` with line and column and are left out. Throws IoError when the file
    /// cannot be read and FormatError when it has no `file` column.
    MetadataIndex(const std::filesystem::path& path, Diagnostics& diagnostics);

    /// What the index says of the file, or nothing.
    [[nodiscard]] const DocumentMetadata* find(const std::filesystem::path& file) const;

  private:
    std::vector<DocumentMetadata> rows_;
    std::unordered_map<std::string, std::size_t> by_path_;
    std::unordered_map<std::string, std::optional<std::size_t>> by_name_;  ///< nothing where ambiguous
};

}  // namespace claimgraph
