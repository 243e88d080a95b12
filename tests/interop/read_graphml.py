"""Reads the samples' GraphML with NetworkX and igraph: both must see the same graph, with its types and labels."""
import pathlib
import sys

import igraph
import networkx

faults = 0


def check(condition, message):
    global faults
    if not condition:
        print(message)
        faults += 1


for file in sorted(pathlib.Path(sys.argv[1]).glob("*.graphml")):
    graph = networkx.read_graphml(file)
    multi = networkx.read_graphml(file, force_multigraph=True)
    other = igraph.Graph.Read_GraphML(str(file))
    check(graph.is_directed() and other.is_directed(), f"{file.name}: not directed")
    check(multi.number_of_nodes() == other.vcount() > 0, f"{file.name}: {multi.number_of_nodes()} and {other.vcount()} nodes")
    check(multi.number_of_edges() == other.ecount() > 0, f"{file.name}: {multi.number_of_edges()} and {other.ecount()} edges")
    labels = sorted(data["label"] for _, data in multi.nodes(data=True))
    check(labels == sorted(other.vs["label"]), f"{file.name}: other node labels")
    kinds = {data["kind"] for _, data in multi.nodes(data=True)}
    check(kinds <= {"actor", "country", "measure", "commodity", "topic"}, f"{file.name}: kinds {kinds}")
    relations = sorted(data["relation"] for *_, data in multi.edges(data=True))
    check(relations == sorted(other.es["relation"]), f"{file.name}: other relations")
    check(all(data["weight"] > 0 for *_, data in multi.edges(data=True)), f"{file.name}: a weight is not positive")
    check(all(data["quote"] for *_, data in multi.edges(data=True)), f"{file.name}: an edge without a quote")
sys.exit(1 if faults else 0)
