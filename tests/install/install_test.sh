#!/usr/bin/env bash
# install_test.sh CMAKE BUILD: installs the build into a fresh prefix, runs the program from another
# folder, and looks for a manual page of each command.
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
"$1" --install "$2" --prefix "$prefix" >/dev/null
cd "$prefix"
unset CLAIMGRAPH_DATA
lines=$(printf 'Peru raised its duty on fish meal on Monday.\n' | bin/claimgraph extract - | wc -l)
[ "$lines" -ge 2 ] || { echo "expected a document and a statement, found $lines lines"; exit 1; }
bin/claimgraph --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z-]*\) .*/\1/p' | while read -r command; do
    [ -s "share/man/man1/claimgraph-$command.1" ] || { echo "expected a manual page of $command"; exit 1; }
done
[ -s share/man/man1/claimgraph.1 ] || { echo "expected a manual page"; exit 1; }
