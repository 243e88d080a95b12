#!/usr/bin/env python3
"""run_case.py [--update] PROGRAM CASE.t: runs the commands of a case and compares what they print and return.

A case is plain text. A line of two spaces and "$ " is a command for bash ("  > " continues it); the indented
lines after it are what it must print, standard output and standard error together; "  [N]" is its exit
status where that is not 0. All else is comment. The commands of a case run in one fresh folder, with
`claimgraph` being PROGRAM and $CASES the folder of the case. --update writes what was found into the case.
"""

import os
import pathlib
import subprocess
import sys
import tempfile


def blocks(lines):
    """Yields ("text", lines) and ("command", command lines, expected lines)."""
    at = 0
    while at < len(lines):
        if not lines[at].startswith("  $ "):
            yield "text", [lines[at]], []
            at += 1
            continue
        command = [lines[at]]
        at += 1
        while at < len(lines) and lines[at].startswith("  > "):
            command.append(lines[at])
            at += 1
        expected = []
        while at < len(lines) and lines[at].startswith("  ") and not lines[at].startswith("  $ "):
            expected.append(lines[at])
            at += 1
        yield "command", command, expected


def run(command, folder, environment):
    script = "\n".join(line[4:] for line in command)
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
    found = ["  " + line for line in done.stdout.decode("utf-8", "backslashreplace").split("\n")]
    if found[-1] == "  ":
        found.pop()
    if done.returncode != 0:
        found.append(f"  [{done.returncode}]")
    return found


def main():
    arguments = [a for a in sys.argv[1:] if a != "--update"]
    program, case = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1]).resolve()
    lines = case.read_text(encoding="utf-8").split("\n")
    written, faults, commands = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        tools = pathlib.Path(folder, "bin")
        tools.mkdir()
        tools.joinpath("claimgraph").symlink_to(program)
        work = pathlib.Path(folder, "work")
        work.mkdir()
        environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "CASES": str(case.parent), "LC_ALL": "C.UTF-8"}
        for name in ("CLAIMGRAPH_DATA", "NO_COLOR"):
            environment.pop(name, None)
        for kind, head, expected in blocks(lines):
            written += head
            if kind == "text":
                continue
            commands += 1
            found = run(head, work, environment)
            written += found
            if found != expected:
                faults += 1
                print("\n".join([f"{case.name}: {head[0][4:]}", "expected:", *expected, "found:", *found]))
    if "--update" in sys.argv:
        case.write_text("\n".join(written), encoding="utf-8")
        return 0
    if commands == 0:
        print(f"{case.name}: no commands")
    return 1 if faults or commands == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
