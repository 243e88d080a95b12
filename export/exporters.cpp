#include <algorithm>
#include <array>
#include <cctype>

#include "export/exporter.hpp"
#include "export/graphml_exporter.hpp"

namespace claimgraph {
namespace {

constexpr std::array formats{
    ExportFormat{"graphml", ".graphml", "GraphML, for Gephi, NetworkX, igraph, yEd and Cytoscape",
                 write_graphml},
};

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() &&
           std::equal(ending.rbegin(), ending.rend(), text.rbegin(),
                      [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

}  // namespace

std::span<const ExportFormat> export_formats() {
    return formats;
}

const ExportFormat* find_export_format(std::string_view name) {
    const auto at = std::find_if(formats.begin(), formats.end(),
                                 [&](const ExportFormat& format) { return format.name == name; });
    return at == formats.end() ? nullptr : &*at;
}

const ExportFormat* export_format_of_file(std::string_view file_name) {
    const auto at = std::find_if(formats.begin(), formats.end(), [&](const ExportFormat& format) {
        return ends_with_ignoring_case(file_name, format.ending);
    });
    return at == formats.end() ? nullptr : &*at;
}

}  // namespace claimgraph
