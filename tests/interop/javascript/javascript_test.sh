#!/usr/bin/env bash
# Opens the exports with graphology, Cytoscape and Neo4j's parser. Needs npm and its registry: where these cannot be had, says so loudly and
# exits 77, which CTest counts as not run.
#   javascript_test.sh SOURCE_DIR WORK_DIR EXPORTS
set -euo pipefail
here=$1/tests/interop/javascript work=$2
not_run() { echo "NOT RUN: graphology and Cytoscape did not check our files: $1" >&2; exit 77; }
command -v npm >/dev/null || not_run "no npm"
mkdir -p "$work"
cp "$here"/package.json "$here"/package-lock.json "$here"/check.js "$work"
(cd "$work" && timeout 300 npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) ||
    not_run "npm could not fetch them ($(grep -m1 -i 'error' "$work/npm.log" | cut -c1-200))"
node "$work/check.js" "$3"
