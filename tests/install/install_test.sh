#!/usr/bin/env bash
# install_test.sh CMAKE BUILD: installs the build into a fresh prefix and runs the program from another folder.
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
"$1" --install "$2" --prefix "$prefix" >/dev/null
cd "$prefix"
unset CLAIMGRAPH_DATA
lines=$(printf 'Peru raised its duty on fish meal on Monday.\n' | bin/claimgraph extract - | wc -l)
[ "$lines" -ge 2 ] || { echo "expected a document and a statement, found $lines lines"; exit 1; }
