#!/usr/bin/env python3
"""includes.py ROOT: the folders include each other in the directions of docs/architecture.md only, a source includes
the header of its name first, and every header is guarded."""

import pathlib
import re
import sys

# What the files below a folder may include of the project. The most specific folder counts.
ALLOWED = {
    "graph/model": ["graph/model"],
    "graph/json": ["graph/json", "graph/model"],
    "graph": ["graph"],
    "ingest/text": ["graph/model", "ingest/text"],
    "ingest/nlp": ["graph/model", "ingest/nlp", "ingest/text"],
    "ingest": ["graph/json", "graph/model", "ingest"],
    "view": ["graph", "view"],
    "export": ["export", "graph", "view"],
    "train": ["graph/model", "ingest", "train"],
    "cli": ["cli", "export", "graph", "ingest", "view"],
}


def below(path, folders):
    return any(path.startswith(folder + "/") for folder in folders)


def faults_in(path, text):
    included = re.findall(r'^#include "([^"]+)"', text, re.MULTILINE)
    rule = max((folder for folder in ALLOWED if below(path, [folder])), key=len)
    for name in included:
        if not below(name, ALLOWED[rule]):
            yield f"{path}: includes {name}; {rule} may include {', '.join(ALLOWED[rule])} only"


def main():
    root = pathlib.Path(sys.argv[1])
    faults, seen = [], 0
    for folder in {name.split("/")[0] for name in ALLOWED}:
        for file in sorted((root / folder).rglob("*.[chi][pn][pc]")):
            if "node_modules" in file.parts:
                continue
            path, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
            seen += 1
            faults += faults_in(path, text)
            if path.endswith(".hpp") and "#pragma once" not in text:
                faults.append(f"{path}: expected #pragma once")
            own = re.sub(r"cpp$", "hpp", path)
            first = re.search(r"^#include .*", text, re.MULTILINE)
            if path.endswith(".cpp") and (root / own).exists() and first.group() != f'#include "{own}"':
                faults.append(f"{path}: expected #include \"{own}\" first, found {first.group()}")
    print("\n".join(faults))
    return 1 if faults or seen < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
