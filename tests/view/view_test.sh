#!/usr/bin/env bash
# Opens the view in Chromium: searches, filters, clicks, reads. Needs the program built with the view, Chromium and playwright-core
# from npm: where these cannot be had, says so loudly and exits 77, which CTest counts as not run.
#   view_test.sh PROGRAM SOURCE_DIR WORK_DIR
set -euo pipefail
program=$1 source=$2 work=$3
not_run() { echo "NOT RUN: Chromium did not check the view: $1" >&2; exit 77; }
chromium=$(command -v chromium || command -v chromium-browser) || not_run "no Chromium"
command -v npm >/dev/null || not_run "no npm"
mkdir -p "$work"
cp "$source"/view/package.json "$source"/view/package-lock.json "$source"/tests/view/browser.mjs "$work"
[ -d "$work/node_modules/playwright-core" ] ||
    (cd "$work" && timeout 300 npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) ||
    not_run "npm could not fetch playwright-core ($(grep -m1 -i 'error' "$work/npm.log" | cut -c1-200))"
"$program" --quiet view "$source/samples/expected/three-tariffs.graphml" -o "$work/sample.html"
python3 "$source/tests/interop/hostile.py" "$work/hostile.jsonl"
"$program" --quiet view "$work/hostile.jsonl" -o "$work/hostile.html"
python3 "$source/tests/view/graph_of.py" 5000 20000 "$work/large.jsonl"
"$program" --quiet view "$work/large.jsonl" -o "$work/large.html"
CHROMIUM=$chromium node "$work/browser.mjs" "$work"
