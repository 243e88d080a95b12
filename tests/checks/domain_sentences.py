#!/usr/bin/env python3
"""Checks that what make-domain-sentences writes are trees: domain_sentences.py SCRIPT LEXICONS."""
import subprocess
import sys
import tempfile
from pathlib import Path


def faults(rows):
    heads = {int(row[0]): int(row[6]) for row in rows}
    if sorted(heads) != list(range(1, len(rows) + 1)):
        yield "the numbers are not 1 to the last"
    if [row[7] for row in rows].count("root") != 1 or list(heads.values()).count(0) != 1:
        yield "there is not one root"
    for start in heads:
        at, steps = start, 0
        while at != 0 and steps <= len(rows):
            at, steps = heads.get(at, 0), steps + 1
        if at != 0:
            yield f"word {start} leads to no root"
    for row in rows:
        if not all(row):
            yield f"word {row[0]} lacks a field"
        low, high = sorted((int(row[0]), int(row[6])))
        for word, head in heads.items():
            inside = low < word < high
            if int(row[6]) and head and inside != (low < head < high) and head not in (low, high) and \
                    word not in (low, high):
                yield f"the arc of word {row[0]} crosses that of {word}"


def main():
    script, lexicons = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        written = []
        for name in ("a", "b"):
            path = Path(folder) / name
            subprocess.run([sys.executable, script, "300", lexicons, str(path)], check=True)
            written.append(path.read_text())
    if written[0] != written[1]:
        sys.exit("two runs give two files")
    sentences = written[0].strip().split("\n\n")
    if len(sentences) != 300:
        sys.exit(f"expected 300 sentences, found {len(sentences)}")
    found = [f"{lines[0]}: {fault}" for lines in (sentence.split("\n") for sentence in sentences)
             for fault in faults([line.split("\t") for line in lines[1:]])]
    if found:
        sys.exit("\n".join(found[:20]))


if __name__ == "__main__":
    main()
