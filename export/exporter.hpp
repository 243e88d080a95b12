// The formats in which a graph leaves the program: one function a format, one table.
#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "graph/query/graph_view.hpp"

namespace claimgraph {

/// How much of an edge's evidence a format writes that can hold it.
enum class EvidenceDetail {
    all,
    first,  ///< the best claim, which the quote is of
    none
};

struct ExportOptions {
    EvidenceDetail evidence = EvidenceDetail::all;
    bool claims = false;   ///< each claim as a node, in formats of nodes and edges
    bool measures = true;  ///< nodes get degree, PageRank, betweenness and community
    bool layout = true;    ///< nodes get places, in formats that hold them
};

/// Writes in one pass. Throws IoError where the stream fails.
using WriteGraph = void (*)(const GraphView& view, const ExportOptions& options, std::ostream& out);

/// One file of a format that is a folder.
struct ExportFile {
    std::string_view name;
    WriteGraph write;
};

struct ExportFormat {
    std::string_view name;
    std::string_view ending;  ///< of file names, with its dot; empty where the format is always a folder
    std::string_view description;
    WriteGraph write = nullptr;               ///< null where the format is always a folder
    std::span<const ExportFile> folder = {};  ///< empty where the format is always one file
};

/// All formats, in the order in which help lists them.
[[nodiscard]] std::span<const ExportFormat> export_formats();

/// The format of this name; null when there is none.
[[nodiscard]] const ExportFormat* find_export_format(std::string_view name);

/// The format whose ending the file's name has, without regard to case; for a name that ends in a slash, the
/// first that can be a folder. Null when there is none.
[[nodiscard]] const ExportFormat* export_format_of_file(std::string_view file_name);

}  // namespace claimgraph
