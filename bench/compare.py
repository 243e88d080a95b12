#!/usr/bin/env python3
"""compare.py CLAIMGRAPH GENERATE_STATEMENTS [STATEMENTS...]: measures claimgraph on generated statements, and
NetworkX and igraph on the same, in one run. Prints a table in Markdown: wall seconds and peak memory and processor time
of each process, start included. Needs the Debian packages python3-networkx and python3-igraph (run by /usr/bin/python3).
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

LIBRARIES = {
    "NetworkX": """
import json, sys, networkx
graph = networkx.MultiDiGraph()
for line in open(sys.argv[1]):
    record = json.loads(line)
    if "relation" in record:
        graph.add_edge(record["subject"]["name"], record["object"]["name"], relation=record["relation"], evidence=line)
if sys.argv[2]:
    networkx.write_graphml(graph, sys.argv[2])
""",
    "igraph": """
import json, sys, igraph
edges, names = [], {}
for line in open(sys.argv[1]):
    record = json.loads(line)
    if "relation" in record:
        a, b = (names.setdefault(record[end]["name"], len(names)) for end in ("subject", "object"))
        edges.append((a, b, record["relation"], line))
graph = igraph.Graph(n=len(names), edges=[e[:2] for e in edges], directed=True)
graph.vs["name"] = list(names)
graph.es["relation"] = [e[2] for e in edges]
graph.es["evidence"] = [e[3] for e in edges]
if sys.argv[2]:
    graph.write_graphml(sys.argv[2])
""",
}
NEIGHBOURS = {
    "NetworkX": """
import sys, networkx
graph = networkx.read_graphml(sys.argv[1])
print(len(list(graph.in_edges(sys.argv[2], data=True))) + len(list(graph.out_edges(sys.argv[2], data=True))))
""",
    "igraph": """
import sys, igraph
graph = igraph.Graph.Read_GraphML(sys.argv[1])
print(len(graph.es[graph.incident(graph.vs.find(name=sys.argv[2]), mode="all")]))
""",
}


def run(command):
    """Wall seconds, processor seconds, and peak memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[:3]}: {errors.decode()[-400:]}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def middle_name(path):
    """The name whose number of statements is the median of those with at least ten."""
    counts = {}
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        if "relation" in record:
            for end in ("subject", "object"):
                name = record[end]["name"]
                counts[name] = counts.get(name, 0) + 1
    ranked = sorted((count, name) for name, count in counts.items() if count >= 10)
    return ranked[len(ranked) // 2]


def main():
    program, generator = (str(pathlib.Path(p).resolve()) for p in sys.argv[1:3])
    sizes = [int(s) for s in sys.argv[3:]] or [10_000, 100_000, 1_000_000]
    python = "/usr/bin/python3"
    print("| statements | what | seconds | processor seconds | peak MB |\n| --- | --- | --- | --- | --- |", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            statements, store, graph = (str(folder / n) for n in ("s.jsonl", "s.store", "s.graphml"))
            with open(statements, "wb") as out:
                subprocess.run([generator, str(size // 10), "10"], stdout=out, check=True)
            degree, name = middle_name(statements)

            def row(what, command, times=1):
                results = [run(command) for _ in range(times)]
                seconds, processor, memory = min(results)
                print(f"| {size:,} | {what} | {seconds:.3f} | {processor:.3f} | {memory:.0f} |", flush=True)

            one = [program, "-q", "--threads", "1"]
            row("claimgraph add, one thread", [*one, "add", store, statements])
            row("claimgraph add, all unchanged", [*one, "add", store, statements])
            row(f"claimgraph neighbors of a store, {degree} statements, warm", [program, "neighbors", store, name], 5)
            row("claimgraph search of a store, warm", [program, "search", store, "bado", "dofe"], 5)
            row("claimgraph build to GraphML", [*one, "build", statements, "--no-layout", "-o", graph])
            row("claimgraph neighbors of that GraphML", [program, "neighbors", graph, name])
            for library, script in LIBRARIES.items():
                other = str(folder / f"{library}.graphml")
                row(f"{library} build in memory", [python, "-c", script, statements, ""])
                row(f"{library} build to GraphML", [python, "-c", script, statements, other])
                if library == "NetworkX" or size <= 1_000_000:
                    row(f"{library} neighbours of its GraphML", [python, "-c", NEIGHBOURS[library], other, name])
                os.unlink(other)
            print(f"| {size:,} | size of the store in MB | {os.path.getsize(store) / 1e6:.0f} | | |", flush=True)


if __name__ == "__main__":
    main()
