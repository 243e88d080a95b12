#!/usr/bin/env bash
# GraphML at scale: how fast we write it, and how fast we, igraph and NetworkX read the same file, one after the other; in seconds
# of processor time. Reads a file with all claims, which igraph and NetworkX take as plain text, and one without.
#   graphml_scale.sh BUILD_DIR [EDGES_WRITTEN [EDGES_READ]]
set -euo pipefail
program=$1/bench/graphml_scale
file=$(mktemp --suffix=.graphml)
trap 'rm -f "$file"' EXIT
read_with() {
    /usr/bin/python3 - "$file" "$1" "$2" <<'PYTHON'
import importlib, json, resource, sys, time
path, name, call = sys.argv[1:]
module = importlib.import_module(name)
begin = time.process_time()
edges = eval(call, {name: module, "FILE": path})
seconds = round(time.process_time() - begin, 2)
print(json.dumps({"reader": f"{name} {module.__version__}", "edges": edges, "seconds": seconds, "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
PYTHON
}
"$program" write "${2:-1000000}"
for evidence in '' none; do
    "$program" write "${3:-200000}" "$file" $evidence
    "$program" read "$file"
    read_with igraph 'igraph.Graph.Read_GraphML(FILE).ecount()'
    read_with networkx 'networkx.read_graphml(FILE, force_multigraph=True).number_of_edges()'
done
