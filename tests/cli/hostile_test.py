#!/usr/bin/env python3
"""hostile_test.py PROGRAM: gives each command files that are empty, damaged, of the wrong sort or beyond measure.

Whatever they hold, the program ends by itself with 0, 1 or 2, tells why where it is not 0, and writes a whole output
or none.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
TEXT = "Peru raised its duty on fish meal to 12% on Monday, Ana Quispe said. Chile will not follow, Lima fears.\n"
CUTS = (1, 2, 3, 5, 9)  # tenths of a file


def run(arguments, folder):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, check=False)


def texts():
    yield "empty", b""
    yield "blank", b" \n\t\r\n"
    yield "mark", b"\xef\xbb\xbf"
    yield "nul", b"\0" * 4096
    yield "latin", "Le café péruvien a été taxé.\n".encode("latin-1")
    yield "utf16", TEXT.encode("utf-16")
    yield "broken", TEXT.encode() + b"\xe2\x82"
    yield "surrogate", b"Peru \xed\xa0\x80 raised it.\n"
    yield "overlong", b"Peru \xc0\xaf raised it.\n"
    yield "random", random.Random(1).randbytes(20_000)
    yield "controls", "".join(map(chr, range(1, 160))).encode() * 20
    yield "one_word", b"x" * 2_000_000
    yield "marks", ("\u0301" * 20_000 + "\u202e\u200d" * 5_000).encode()
    yield "brackets", b"[" * 1_000_000
    yield "quotes", "“".encode() * 3_000 + b"' \"" * 3_000


def json_files(statements):
    deep = 200_000
    yield "deep_array", b'{"text": ' + b"[" * deep + b"]" * deep + b"}"
    yield "deep_object", b'{"document": ' + b'{"a":' * deep + b"1" + b"}" * deep + b"}"
    yield "scalars", b'1\n"x"\nnull\ntrue\n[]\n{}\n'
    yield "no_text", b'{"id": "a", "title": "no text"}\n'
    yield "types", b"\n".join(
        json.dumps({"id": a, "text": b, "date": c, "voice": d}).encode()
        for a, b, c, d in ((1, 2, 3, 4), ([], {}, None, True), ("a", "A text.", "2024-13-40", "loud"), ("b", "\ud800", "2024", None), (-1e308, "", "", "")))
    yield "keys_twice", b'{"text": "a b c", "text": 7, "id": "x", "id": {}}\n'
    yield "bad_bytes", b'{"text": "caf\xe9"}\n{"text": "\\ud83d"}\n{"text": "a\\u0000b"}\n'
    lines = statements.splitlines(keepends=True)
    for cut in CUTS:
        yield f"cut_{cut}", statements[: len(statements) * cut // 10]
    record = json.loads(lines[1])
    for number, (path, value) in enumerate((
        ("subject", None), ("subject", []), ("object", "x"), ("relation", 3), ("relation", "eats"), ("status", "sung"), ("polarity", 0),
        ("confidence", 1e400), ("confidence", "high"), ("attribution", {}), ("attribution", [{"source": 1}]), ("quantities", [[]]),
        ("time", {"value": "never"}), ("evidence", {}), ("evidence", {**record["evidence"], "begin": -1}), ("evidence", {**record["evidence"], "end": 2**63}),
        ("evidence", {**record["evidence"], "sentence": 2**64}), ("evidence", {**record["evidence"], "begin": 9, "end": 3}), ("id", "x" * 100_000),
    )):
        yield f"field_{number}", lines[0] + json.dumps({**record, path: value}).encode() + b"\n"


def graphs(graphml):
    for cut in CUTS:
        yield f"cut_{cut}", graphml[: len(graphml) * cut // 10]
    yield "entities", b'<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)) + b']><graphml><graph><node id="&j;"/></graph></graphml>'
    yield "outside", b'<!DOCTYPE g [<!ENTITY a SYSTEM "file:///etc/passwd">]><graphml><graph edgedefault="directed"><node id="&a;"/></graph></graphml>'
    yield "deep", b"<graphml>" + b"<graph>" * 100_000
    yield "other_xml", b"<html><body/></html>"
    yield "loose_edge", b'<graphml><graph edgedefault="directed"><edge source="a" target="b"/></graph></graphml>'
    yield "twice", b'<graphml><graph edgedefault="directed"><node id="a"/><node id="a"/></graph></graphml>'
    yield "undirected", graphml.replace(b'edgedefault="directed"', b'edgedefault="undirected"')
    yield "types", graphml.replace(b'attr.type="double"', b'attr.type="boolean"').replace(b'attr.type="int"', b'attr.type="double"')
    yield "keys", graphml.replace(b"<key ", b"<kex ")
    yield "evidence", graphml.replace(b"[{", b"[[").replace(b"&quot;", b"&lt;")


def stores(store):
    for cut in CUTS:
        yield f"cut_{cut}", store[: len(store) * cut // 10]
    for seed in range(6):
        damage = random.Random(seed)
        bytes_ = bytearray(store)
        for _ in range(40):
            bytes_[damage.randrange(100, len(bytes_))] = damage.randrange(256)
        yield f"bytes_{seed}", bytes(bytes_)
    yield "head", b"SQLite format 3\0" + b"\xff" * 5000


def main():
    faults = []
    runs = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "fine.txt").write_text(TEXT, encoding="utf-8")
        for arguments in (["extract", "fine.txt", "--with-text", "-o", "fine.jsonl"], ["build", "fine.jsonl", "-o", "fine.graphml"], ["add", "fine.store", "fine.jsonl"]):
            if run(arguments, folder).returncode != 0:
                sys.exit(f"{arguments}: the sound files cannot be made")
        statements, graphml, store = ((folder / f"fine.{ending}").read_bytes() for ending in ("jsonl", "graphml", "store"))

        def check(arguments, output=None):
            nonlocal runs
            runs += 1
            try:
                done = run(arguments, folder)
            except subprocess.TimeoutExpired:
                faults.append(f"{arguments}: took too long")
                return
            message = done.stderr.decode("utf-8", "replace")
            if done.returncode not in (0, 1, 2) or (done.returncode != 0 and not message) or "Sanitizer" in message or "runtime error" in message:
                faults.append(f"{arguments}: {done.returncode}\n{message[:3000]}")
            left = [path.name for path in folder.iterdir() if path.name.startswith("out")]
            if output is not None and left not in ([], [output]):
                faults.append(f"{arguments}: left {left}")
            for path in left:
                (folder / path).unlink()

        def write(file, content):
            (folder / file).write_bytes(content)
            return file

        for number, (label, content) in enumerate(texts()):
            file = write(f"text_{label}.txt", content)
            check(["build", file, "-o", "out.graphml"], "out.graphml")
            check([("extract", "attributions", "annotate")[number % 3], file])
            check(["neighbors", file, "Peru"])
            check(["extract", write(f"text_{label}.json", content)])
            check(["extract", file, "--index", file])
            check(["build", "fine.jsonl", "--aliases", file, "-o", "out.graphml"], "out.graphml")
            check(["check", file])
            check(["add", file, "fine.jsonl"])
        for number, (label, content) in enumerate(json_files(statements)):
            file = write(f"json_{label}.jsonl", content)
            check(["build", file, "-o", "out.graphml"], "out.graphml")
            check(["extract", file, "--input", ("documents", "statements")[number % 2]])
            check(["extract", "--strict", write(f"json_{label}.json", content)])
            check(["neighbors", file, "Peru"])
            check(["add", "out.store", file], "out.store")
        for number, (label, content) in enumerate(graphs(graphml)):
            file = write(f"graph_{label}.graphml", content)
            check(["neighbors", file, "Peru", "--format", "json"])
            check(["export", file, "-o", "out.gexf"], "out.gexf")
            check(["stats", file] if number % 2 else ["diff", file, "fine.graphml"])
            check(["view", file, "-o", "out.svg"] if number % 2 else ["build", file, "-o", "out.graphml"])
        for label, content in stores(store):
            for arguments in (["check"], ["neighbors", "Peru"], ["search", "fish"], ["entities"], ["remove", "fine"], ["add", "fine.jsonl"], ["stats"]):
                check([arguments[0], write(f"store_{label}", content), *arguments[1:]])
        for arguments in (["build", "."], ["extract", "/dev/null"], ["neighbors", ".", "Peru"], ["check", "."], ["add", ".", "fine.jsonl"], ["stats", "none"], ["build", "fine.txt", "-o", "none/out.graphml"]):
            check(arguments)
    for fault in faults:
        print(fault)
    print(f"{runs} runs, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
