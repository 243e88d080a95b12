// Reads GraphML with Boost's own reader and prints nodes and edges, to be compared with what the file holds:
// boost_reader FILE...
#include <fstream>
#include <iostream>
#include <string>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

namespace {

struct NodeBundle {
    std::string label;
    std::string kind;
    double x = 0;
};
struct EdgeBundle {
    std::string uid;
    std::string relation;
    std::string quote;
    double weight = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, NodeBundle, EdgeBundle>;

int read(const std::string& path) {
    std::ifstream in(path);
    Graph graph;
    boost::dynamic_properties properties(boost::ignore_other_properties);
    properties.property("label", boost::get(&NodeBundle::label, graph));
    properties.property("kind", boost::get(&NodeBundle::kind, graph));
    properties.property("x", boost::get(&NodeBundle::x, graph));
    properties.property("uid", boost::get(&EdgeBundle::uid, graph));
    properties.property("relation", boost::get(&EdgeBundle::relation, graph));
    properties.property("quote", boost::get(&EdgeBundle::quote, graph));
    properties.property("weight", boost::get(&EdgeBundle::weight, graph));
    boost::read_graphml(in, graph, properties);
    int faults = 0;
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph)))
        faults += graph[vertex].label.empty() || graph[vertex].kind.empty() ? 1 : 0;
    const bool claims = path.find(".claims.") != std::string::npos;
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        faults += graph[edge].uid.empty() || graph[edge].relation.empty() || graph[edge].weight < 1 ? 1 : 0;
        faults += graph[edge].quote.empty() && !claims ? 1 : 0;
    }
    std::cout << path << ' ' << boost::num_vertices(graph) << ' ' << boost::num_edges(graph) << ' ' << faults
              << '\n';
    return faults;
}

}  // namespace

int main(int argc, char** argv) {
    int faults = 0;
    for (int i = 1; i < argc; ++i) faults += read(argv[i]);
    return faults == 0 && argc > 1 ? 0 : 1;
}
