"""Exports the samples and a graph of hostile texts to every format: exports.py PROGRAM SOURCE_DIR WORK_DIR"""
import pathlib
import shutil
import subprocess
import sys

import hostile

program, source, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
shutil.rmtree(work, ignore_errors=True)
work.mkdir(parents=True)
with open(work / "hostile.jsonl", "w", encoding="utf-8") as out:
    for record in hostile.statements():
        out.write(hostile.json.dumps(record) + "\n")


def export(*arguments):
    subprocess.run([program, "--quiet", "export", *map(str, arguments)], check=True)


inputs = sorted((source / "samples/expected").glob("*.graphml")) + [work / "hostile.jsonl"]
for graph in inputs:
    for ending in ("graphml", "gexf", "csv", "cypher", "cyjs", "dot", "jsonld", "ttl", "again.jsonl"):
        export(graph, "-o", work / f"{graph.stem}.{ending}")
    export(graph, "-o", f"{work / graph.stem}.tables/")
    export(graph, "-o", work / f"{graph.stem}.neo4j", "--format", "neo4j")
    for ending in ("graphml", "gexf"):
        export(graph, "--claims", "-o", work / f"{graph.stem}.claims.{ending}")
