"""Reads what exports.py wrote with readers that we did not write: read_formats.py WHICH WORK_DIR [PROGRAM]"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree

import hostile
from expected import Expected, Faults, same

work = pathlib.Path(sys.argv[2])
faults = Faults()
check = faults.check
KINDS = {"actor", "country", "measure", "commodity", "topic"}


def graphs(suffix):
    """Name, path, what is expected in it."""
    files = sorted(path for path in work.iterdir() if path.name.endswith(suffix) and ".claims." not in path.name)
    check(len(files) > 3, f"{len(files)} files of {suffix}")
    for path in files:
        name = path.name[: -len(suffix)]
        yield name, path, Expected(work / f"{name}.again.jsonl")


def check_graph(name, expected, nodes, edges, kinds=True):
    """`nodes`: id to attributes with label and kind; `edges`: (source, target, attributes with relation, weight, label, quote)."""
    relations = sorted(edge[2]["relation"] for edge in edges)
    check(len(nodes) > 3 and len(edges) == len(expected.triples), f"{name}: {len(edges)} edges, {len(expected.triples)} triples")
    check(relations == sorted(triple[1] for triple in expected.triples), f"{name}: other relations {relations}")
    check(all(source in nodes and target in nodes for source, target, _ in edges), f"{name}: an end is missing")
    check(all(float(edge[2]["weight"]) >= 1 for edge in edges), f"{name}: a weight is not positive")
    check(all(edge[2]["label"].startswith(edge[2]["relation"]) for edge in edges), f"{name}: a label does not begin with its relation")
    for *_, attributes in edges:
        if attributes["quote"] is not None:
            check(expected.has_quote(attributes["quote"]), f"{name}: no such quote: {attributes['quote'][:80]!r}")
    if kinds:
        check({node["kind"] for node in nodes.values()} <= KINDS, f"{name}: other kinds")
    if name == "hostile":
        for kind in ("actor", "topic"):
            labels = [node["label"] for node in nodes.values() if node["kind"] == kind]
            for text in hostile.TEXTS:
                check(any(same(text, label.lstrip("'") if text[0] == "=" else label) for label in labels), f"no {kind} {text[:60]!r}")


def read_networkx():
    import networkx

    for name, path, expected in graphs(".graphml"):
        graph = networkx.read_graphml(path, force_multigraph=True)
        simple = networkx.read_graphml(path)
        check(graph.is_directed() and simple.is_directed(), f"{name}: not directed")
        check(simple.number_of_nodes() == graph.number_of_nodes(), f"{name}: nodes differ without parallel edges")
        nodes = dict(graph.nodes(data=True))
        check_graph(name, expected, nodes, list(graph.edges(data=True)))
        check(all(isinstance(node["x"], float) and isinstance(node["mentions"], int) for node in nodes.values()), f"{name}: types")
        claims = networkx.read_graphml(work / f"{name}.claims.graphml")
        check(sum(node["kind"] == "claim" for _, node in claims.nodes(data=True)) >= len(expected.triples), f"{name}: claims are missing")
        check({edge["relation"] for *_, edge in claims.edges(data=True)} <= {"subject", "object", "speaker", "document"}, f"{name}: claims' edges")


def read_igraph():
    import igraph

    for name, path, expected in graphs(".graphml"):
        graph = igraph.Graph.Read_GraphML(str(path))
        check(graph.is_directed(), f"{name}: not directed")
        nodes = {vertex.index: vertex.attributes() for vertex in graph.vs}
        check_graph(name, expected, nodes, [(edge.source, edge.target, edge.attributes()) for edge in graph.es])


def read_rdf():
    import rdflib
    from rdflib.compare import isomorphic

    for name, path, expected in graphs(".ttl"):
        turtle = rdflib.Graph().parse(path, format="turtle")
        linked = rdflib.Graph().parse(work / f"{name}.jsonld", format="json-ld")

        def by_value(graph):
            return {(s, p, o.toPython() if isinstance(o, rdflib.Literal) and o.datatype == rdflib.XSD.double else o) for s, p, o in graph}

        check(by_value(turtle) == by_value(linked), f"{name}: Turtle and JSON-LD differ: {list(by_value(turtle) ^ by_value(linked))[:2]}")
        rows = list(
            turtle.query(
                """PREFIX cg: <urn:claimgraph:vocabulary:> PREFIX schema: <https://schema.org/> PREFIX prov: <http://www.w3.org/ns/prov#>
                SELECT ?subject ?relation ?object ?text ?date WHERE {
                  ?claim a schema:Claim ; cg:subject/schema:name ?subject ; cg:relation ?relation ; cg:object/schema:name ?object ;
                         schema:text ?text ; prov:wasQuotedFrom ?document .
                  OPTIONAL { ?document schema:datePublished ?date } }"""
            )
        )
        check({str(row.relation).rsplit(":", 1)[1] for row in rows} == {triple[1] for triple in expected.triples}, f"{name}: other relations")
        check(len({(row.subject, row.relation, row.object) for row in rows}) >= len(expected.triples) - 2, f"{name}: {len(rows)} claims")
        check(all(expected.has_quote(str(row.text)) for row in rows), f"{name}: a quote that is none")
        check(all(row.date is not None and row.date.toPython() is not None for row in rows), f"{name}: a date that is none")
        speakers = turtle.query("PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX schema: <https://schema.org/> SELECT ?name WHERE { ?claim prov:wasAttributedTo ?who . ?who a prov:Agent ; schema:name ?name }")
        attributed = [statement for statement in map(json.loads, (work / f"{name}.again.jsonl").read_text("utf-8").split("\n")[:-1]) if statement.get("attribution")]
        check(len(speakers) >= len(attributed), f"{name}: {len(speakers)} speakers, {len(attributed)} attributed statements")
        # Nothing is asserted: no triple has a relation for its predicate.
        check(not any(str(predicate).startswith("urn:claimgraph:relation:") for predicate in turtle.predicates()), f"{name}: a claim is asserted")


def read_boost():
    """With the program boost_reader, which Boost's reader is compiled into."""
    files = sorted(work.glob("*.graphml"))
    done = subprocess.run([sys.argv[3], *map(str, files)], capture_output=True, check=False)
    check(done.returncode == 0, f"Boost fails: {done.stderr.decode()[:300]}")
    read = {line.rsplit(" ", 3)[0]: line.rsplit(" ", 3)[1:] for line in done.stdout.decode().split("\n") if line}
    for path in files:
        text = path.read_text("utf-8")
        counts = [str(text.count("\n<node ")), str(text.count("\n<edge ")), "0"]
        check(read.get(str(path)) == counts, f"{path.name}: Boost finds {read.get(str(path))}, expected {counts}")


def read_theirs():
    """Our program reads what NetworkX and igraph wrote."""
    import igraph
    import networkx

    for name, path, _ in graphs(".graphml"):
        if name == "hostile":
            continue
        wanted = triples_of(path)
        networkx.write_graphml(networkx.read_graphml(path, force_multigraph=True), work / "theirs.xml")
        check(triples_of(work / "theirs.xml") == wanted, f"{name}: other triples by NetworkX")
        graph = igraph.Graph.Read_GraphML(str(path))
        # igraph 0.10.2 fails to write some graphs that it has read ("control character found" where there is none), so one made anew.
        again = igraph.Graph(graph.vcount(), graph.get_edgelist(), directed=True)
        for attribute in ("label", "kind"):
            again.vs[attribute] = graph.vs[attribute]
        for attribute in ("label", "relation"):
            again.es[attribute] = graph.es[attribute]
        again.write_graphml(str(work / "theirs.xml"))
        check(triples_of(work / "theirs.xml") == wanted, f"{name}: other triples by igraph")
        if len(sys.argv) > 4:
            check(triples_of(pathlib.Path(sys.argv[4]) / path.name) == wanted, f"{name}: other triples by Gephi")


def triples_of(path):
    folder = work / "theirs.tables"
    subprocess.run([sys.argv[3], "--quiet", "export", str(path), "-o", f"{folder}/", "--evidence", "none"], check=True)
    labels = {row["Id"]: (row["Label"], row["kind"]) for row in rows_of(folder / "nodes.csv")}
    return sorted((labels[row["Source"]], row["relation"], labels[row["Target"]], row["Label"]) for row in rows_of(folder / "edges.csv"))


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def read_tables():
    csv.field_size_limit(1 << 24)
    for name, path, expected in graphs(".csv"):
        nodes = {row["Id"]: row | {"label": row["Label"]} for row in rows_of(work / f"{name}.tables/nodes.csv")}
        edges = rows_of(work / f"{name}.tables/edges.csv")
        check(edges == rows_of(path), f"{name}: the edges alone differ")
        check(all(row["Type"] == "Directed" and row["Kind"] == row["relation"] for row in edges), f"{name}: Gephi's columns")
        check(len({row["Id"] for row in edges}) == len(edges), f"{name}: an edge id comes twice")

        def unguarded(text):
            return text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text

        check_graph(name, expected, nodes, [(row["Source"], row["Target"], {"relation": row["relation"], "weight": row["Weight"], "label": row["Label"], "quote": unguarded(row["quote"])}) for row in edges])
        for table in (nodes.values(), edges):
            check(not any((cell or "")[:1] in tuple("=+-@\t\r") for row in table for key, cell in row.items() if key not in ("Weight",) and cell), f"{name}: a formula")
        check_neo4j(name, expected)


def check_neo4j(name, expected):
    """By the rules of neo4j-admin database import: one ID, START_ID, END_ID, TYPE, LABEL; values of the declared types."""
    nodes = rows_of(work / f"{name}.neo4j/nodes.csv")
    edges = rows_of(work / f"{name}.neo4j/relationships.csv")
    for table in (nodes, edges):
        for row in table:
            for column, cell in row.items():
                if column.endswith(":long") and cell:
                    int(cell)
                if column.endswith(":double") and cell:
                    float(cell)
    check(all(re.fullmatch(r"Node;(Actor|Country|Measure|Commodity|Topic)", row[":LABEL"]) for row in nodes), f"{name}: labels")
    for row in edges:
        check(len(json.loads(row["evidence"])) > 1, f"{name}: evidence is missing")
    check(all(row[":TYPE"].isupper() for row in edges), f"{name}: types")
    check_graph(
        name,
        expected,
        {row["id:ID"]: row for row in nodes},
        [(row[":START_ID"], row[":END_ID"], {"relation": row[":TYPE"].lower(), "weight": row["weight:double"], "label": row["label"], "quote": row["quote"]}) for row in edges],
    )


def read_cytoscape():
    import networkx

    for name, path, expected in graphs(".cyjs"):
        graph = networkx.cytoscape_graph(json.loads(path.read_text("utf-8")))
        nodes = {node: data | {"label": data["name"]} for node, data in graph.nodes(data=True)}
        check_graph(name, expected, nodes, [(source, target, data | {"relation": data["interaction"], "label": data["name"]}) for source, target, data in graph.edges(data=True)])


def read_dot():
    for name, path, expected in graphs(".dot"):
        done = subprocess.run(["neato", "-n2", "-Tsvg", str(path)], capture_output=True, check=False)
        check(done.returncode == 0, f"{name}: neato fails: {done.stderr.decode()[:200]}")
        check(b"rror" not in done.stderr and b"syntax" not in done.stderr, f"{name}: {done.stderr.decode()[:200]}")
        picture = xml.etree.ElementTree.fromstring(done.stdout)
        space = {"svg": "http://www.w3.org/2000/svg"}
        drawn = [group.get("class") for group in picture.iterfind(".//svg:g", space)]
        check(drawn.count("edge") == len(expected.triples), f"{name}: {drawn.count('edge')} edges drawn, {len(expected.triples)} triples")
        check(picture.find(".//{http://www.w3.org/2000/svg}script") is None, f"{name}: a script in the picture")
        plain = subprocess.run(["gvpr", 'E{print($.relation, "\t", $.quote)} N{print("node\t", $.kind, "\t", $.xlabel)}', str(path)], capture_output=True, check=True).stdout.decode()
        rows = [line.split("\t") for line in plain.split("\n")]
        check(sorted(row[0] for row in rows if len(row) >= 2 and row[0] != "node") == sorted(triple[1] for triple in expected.triples), f"{name}: other relations")


def check_schema():
    schema = pathlib.Path(__file__).with_name("graphml.xsd")
    for path in sorted(work.glob("*.graphml")):
        done = subprocess.run(["xmllint", "--huge", "--noout", "--nonet", "--schema", str(schema), str(path)], capture_output=True, check=False)
        check(done.returncode == 0, f"{path.name}: {done.stderr.decode()[:300]}")
    broken = (work / "hostile.graphml").read_text("utf-8").replace(' source="', ' quelle="', 1)
    (work / "broken.xml").write_text(broken, "utf-8")
    done = subprocess.run(["xmllint", "--huge", "--noout", "--nonet", "--schema", str(schema), str(work / "broken.xml")], capture_output=True, check=False)
    check(done.returncode != 0, "the schema admits an edge without source")


globals()[{"xsd": "check_schema"}.get(sys.argv[1], "read_" + sys.argv[1])]()
faults.exit()
