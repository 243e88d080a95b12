#include <algorithm>
#include <array>
#include <cctype>

#include "export/csv_exporter.hpp"
#include "export/cypher_exporter.hpp"
#include "export/cytoscape_exporter.hpp"
#include "export/dot_exporter.hpp"
#include "export/exporter.hpp"
#include "export/gexf_exporter.hpp"
#include "export/graphml_exporter.hpp"
#include "export/html_exporter.hpp"
#include "export/picture_exporters.hpp"
#include "export/rdf_exporters.hpp"
#include "export/statements_exporter.hpp"

namespace claimgraph {
namespace {

constexpr std::array csv_files{ExportFile{"nodes.csv", write_csv_nodes},
                               ExportFile{"edges.csv", write_csv_edges}};
constexpr std::array neo4j_files{ExportFile{"nodes.csv", write_neo4j_nodes},
                                 ExportFile{"relationships.csv", write_neo4j_relationships}};

constexpr std::array formats{
    ExportFormat{"graphml", ".graphml", "GraphML, for Gephi, NetworkX, igraph, yEd and Cytoscape",
                 write_graphml},
    ExportFormat{"gexf", ".gexf", "GEXF 1.3 with a timeline, for Gephi", write_gexf},
    ExportFormat{"csv", ".csv", "tables for Gephi: a folder of nodes and edges, or the edges alone",
                 write_csv_edges, csv_files},
    ExportFormat{"neo4j", "", "a folder of tables for neo4j-admin database import", nullptr, neo4j_files},
    ExportFormat{"cypher", ".cypher", "a script for cypher-shell (Neo4j, Memgraph)", write_cypher},
    ExportFormat{"cyjs", ".cyjs", "Cytoscape JSON", write_cytoscape},
    ExportFormat{"dot", ".dot", "Graphviz", write_dot},
    ExportFormat{"statements", ".jsonl", "the claims as a statement file", write_statements},
    ExportFormat{"jsonld", ".jsonld", "RDF as JSON-LD", write_json_ld},
    ExportFormat{"turtle", ".ttl", "RDF as Turtle", write_turtle},
    ExportFormat{"html", ".html", "a page to look at in a browser", write_html},
    ExportFormat{"svg", ".svg", "a still picture", write_svg},
    ExportFormat{"png", ".png", "a still picture", write_png},
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
    const bool folder = file_name.ends_with('/');
    const auto at = std::find_if(formats.begin(), formats.end(), [&](const ExportFormat& format) {
        if (folder) return !format.folder.empty();
        return !format.ending.empty() && ends_with_ignoring_case(file_name, format.ending);
    });
    return at == formats.end() ? nullptr : &*at;
}

}  // namespace claimgraph
