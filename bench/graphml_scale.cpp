// How fast GraphML is written and read, in processor time, and with how much memory, at a number of edges:
//     graphml_scale write EDGES [FILE [none]]   times the export of a generated graph to nowhere, or to FILE;
//                                               "none": without the claims
//     graphml_scale read FILE                   times our reader
// One JSON object a run on standard output. bench/graphml_scale.sh sets it beside other readers.
#include <cstdint>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>
#include <streambuf>
#include <string>

#include <sys/resource.h>

#include "export/exporter.hpp"
#include "export/graphml_reader.hpp"
#include "graph/claim_graph_builder.hpp"

namespace {

using namespace claimgraph;

/// Counts what is written, and lets it go.
class CountingBuffer final : public std::streambuf {
  public:
    [[nodiscard]] std::size_t count() const { return count_; }

  protected:
    int_type overflow(int_type c) override {
        ++count_;
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char*, std::streamsize size) override {
        count_ += static_cast<std::size_t>(size);
        return size;
    }

  private:
    std::size_t count_ = 0;
};

double peak_megabytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Of this process on its one thread: what else the machine does is not counted.
double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Ten edges a node, ends skewed as in news, one claim an edge.
ClaimGraph generate(std::size_t edges) {
    std::mt19937_64 random(11);
    const std::size_t nodes = edges / 10 + 2;
    const auto skewed = [&] {
        const double part = static_cast<double>(random() >> 11) * 0x1p-53;
        return static_cast<NodeIndex>(part * part * part * static_cast<double>(nodes));
    };
    ClaimGraphBuilder builder;
    for (std::size_t i = 0; i < nodes; ++i) {
        Node node;
        node.id = "actor:n" + std::to_string(i);
        node.label = "Organisation number " + std::to_string(i);
        node.kind = EntityKind::actor;
        builder.add_node(std::move(node));
    }
    for (int i = 0; i < 1000; ++i) {
        Document document;
        document.id = "d" + std::to_string(i);
        document.date = "2024-03-" + std::to_string(10 + i % 20);
        document.outlet = "Example Wire";
        builder.add_document(std::move(document));
    }
    for (std::size_t i = 0; i < edges; ++i) {
        // The relation's number keeps the ends from falling on an edge that is there.
        const NodeIndex source = skewed();
        const NodeIndex target = skewed();
        const EdgeIndex edge = builder.add_edge(source, "relation" + std::to_string(i % 97), target);
        Statement statement;
        statement.relation = "relation" + std::to_string(i % 97);
        statement.subject.name = "Organisation number " + std::to_string(source);
        statement.object.name = "Organisation number " + std::to_string(target);
        statement.evidence.document = "d" + std::to_string(i % 1000);
        statement.evidence.sentence = i;
        statement.evidence.text = "Organisation number " + std::to_string(source) +
                                  " said on Thursday that it would do something to number " +
                                  std::to_string(target) + " & others, as it had \"long planned\".";
        statement.evidence.span = {0, statement.evidence.text.size()};
        Claim claim = make_claim(statement);
        claim.document = builder.document(statement.evidence.document);
        builder.add_claim(edge, std::move(claim));
    }
    return builder.build(ClaimGraphBuilder::Counts::recount);
}

int write(std::size_t edges, const char* path, bool with_evidence) {
    const ClaimGraph graph = generate(edges);
    const GraphView view(graph);
    ExportOptions options;
    options.layout = false;
    options.measures = false;
    if (!with_evidence) options.evidence = EvidenceDetail::none;
    const double before = peak_megabytes();
    CountingBuffer counting;
    std::ofstream file;
    std::ostream nowhere(&counting);
    if (path != nullptr) file.open(path, std::ios::binary);
    const double begin = processor_seconds();
    find_export_format("graphml")->write(view, options, path != nullptr ? file : nowhere);
    const double seconds = processor_seconds() - begin;
    const double megabytes =
        static_cast<double>(path != nullptr ? static_cast<std::size_t>(file.tellp()) : counting.count()) /
        1e6;
    std::cout << "{\"edges\":" << graph.edges().size() << ",\"megabytes\":" << megabytes
              << ",\"seconds\":" << seconds << ",\"megabytes_a_second\":" << megabytes / seconds
              << ",\"graph_megabytes\":" << before << ",\"more_megabytes\":" << peak_megabytes() - before
              << "}\n";
    return 0;
}

int read(const char* path) {
    std::ifstream in(path, std::ios::binary);
    const double begin = processor_seconds();
    const ClaimGraph graph = read_graphml(in, path);
    std::cout << "{\"reader\":\"claimgraph\",\"edges\":" << graph.edges().size()
              << ",\"seconds\":" << processor_seconds() - begin << ",\"peak_megabytes\":" << peak_megabytes()
              << "}\n";
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 2 ? argv[1] : "";
    if (what == "write") return write(std::stoull(argv[2]), argc > 3 ? argv[3] : nullptr, argc <= 4);
    if (what == "read") return read(argv[2]);
    std::cerr << "graphml_scale write EDGES [FILE [none]] | read FILE\n";
    return 2;
}
