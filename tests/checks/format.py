#!/usr/bin/env python3
"""format.py ROOT CLANG_FORMAT [--fix]: the sources are as clang-format writes them; --fix writes them so."""

import pathlib
import subprocess
import sys

FOLDERS = ["bench", "cli", "export", "graph", "ingest", "tests", "train", "view"]


def main():
    root, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    files = sorted(str(file) for folder in FOLDERS for file in (root / folder).rglob("*.[ch]pp")
                   if "node_modules" not in file.parts)
    how = ["-i"] if "--fix" in sys.argv else ["--dry-run", "--Werror", "--ferror-limit=1"]
    return 1 if len(files) < 100 or subprocess.run([program, *how, *files], check=False).returncode else 0


if __name__ == "__main__":
    sys.exit(main())
