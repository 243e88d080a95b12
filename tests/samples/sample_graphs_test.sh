#!/usr/bin/env bash
# Each sample gives the graph that is committed for it; extract then build gives the graph that build gives.
#   sample_graphs_test.sh PROGRAM SOURCE_DIR
set -euo pipefail
program=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
for article in "$source"/samples/*.txt; do
    name=$(basename "$article" .txt)
    "$program" --quiet build "$article" --index "$source/samples/index.tsv" -o "$work/$name.graphml"
    if ! cmp -s "$work/$name.graphml" "$source/samples/expected/$name.graphml"; then
        echo "$name: not the committed graph (scripts/update-samples writes it anew):"
        diff "$source/samples/expected/$name.graphml" "$work/$name.graphml" | cut -c1-200 | head -10 || true
        faults=1
    fi
    "$program" --quiet extract "$article" --index "$source/samples/index.tsv" >"$work/$name.jsonl"
    "$program" --quiet build "$work/$name.jsonl" -o "$work/again.graphml"
    cmp "$work/$name.graphml" "$work/again.graphml" || faults=1
done
exit $faults
