// A GraphML file is refused with a FormatError, or its graph is written and read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "export/graphml_exporter.hpp"
#include "export/graphml_reader.hpp"
#include "graph/model/error.hpp"

using namespace claimgraph;

namespace {

ClaimGraph read(const std::string& text) {
    std::istringstream in(text);
    return read_graphml(in, "input");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ClaimGraph graph;
    try {
        graph = read(std::string(reinterpret_cast<const char*>(data), size));
    } catch (const FormatError&) {
        return 0;
    }
    std::ostringstream out;
    ExportOptions options;
    options.layout = false;
    options.measures = false;
    write_graphml(GraphView(graph), options, out);
    const ClaimGraph again = read(out.str());
    if (again.nodes().size() != graph.nodes().size() || again.edges().size() != graph.edges().size() ||
        again.claims().size() != graph.claims().size())
        std::abort();
    return 0;
}
