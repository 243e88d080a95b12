"""Writes statements that make a graph of so many nodes and edges: graph_of.py NODES EDGES FILE"""
import json
import random
import sys

nodes, edges = int(sys.argv[1]), int(sys.argv[2])
chance = random.Random(5)
kinds = ["country", "actor", "measure", "commodity", "topic"]
relations = ["imposes", "criticizes", "supports", "affects", "targets", "covers", "purchases"]
with open(sys.argv[3], "w", encoding="utf-8") as out:
    for document in range(100):
        record = {"id": f"d{document}", "date": f"20{10 + document % 15}-{1 + document % 12:02}-15", "outlet": f"Paper {document % 7}"}
        out.write(json.dumps({"format": 1, "document": record}) + "\n")
    seen = set()
    while len(seen) < edges:
        # Skewed as in news: few are in everything; every node is in something.
        a = len(seen) if len(seen) < nodes else int(nodes * chance.random() ** 3)
        b = int(nodes * chance.random() ** 3)
        relation = chance.choice(relations)
        if a == b or (a, relation, b) in seen:
            continue
        seen.add((a, relation, b))
        text = f"Thing {a} {relation} thing {b}, it is said in sentence {len(seen)}."
        place = text.index(f"thing {b}")
        out.write(json.dumps({
            "relation": relation,
            "subject": {"name": f"Thing {a}", "kind": kinds[a % 5], "begin": 0, "end": len(f"Thing {a}")},
            "object": {"name": f"Thing {b}", "kind": kinds[b % 5], "begin": place, "end": place + len(f"thing {b}")},
            "status": "actual", "polarity": "positive", "attribution": [],
            "evidence": {"document": f"d{len(seen) % 100}", "sentence": len(seen), "begin": 0, "end": len(text), "text": text},
        }) + "\n")
