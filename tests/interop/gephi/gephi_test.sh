#!/usr/bin/env bash
# Opens the exports with the Gephi Toolkit, headless. Needs a JDK, Maven and Maven Central: where these cannot be
# had, says so loudly and exits 77, which CTest counts as not run.
#   gephi_test.sh SOURCE_DIR WORK_DIR EXPORTS PROGRAM
set -euo pipefail
here=$1/tests/interop/gephi work=$2
not_run() { echo "NOT RUN: Gephi did not check our files: $1" >&2; exit 77; }
command -v mvn >/dev/null && command -v javac >/dev/null || not_run "no Maven or JDK"
mkdir -p "$work/lib" "$work/classes"
timeout 400 mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib" >"$work/maven.log" 2>&1 ||
    not_run "Maven could not fetch the Gephi Toolkit ($(grep -m1 ERROR "$work/maven.log" | cut -c1-200))"
javac -cp "$work/lib/*" -d "$work/classes" "$here/GephiCheck.java"
args=()
for file in "$3"/*.graphml "$3"/*.gexf; do
    first=-
    case $file in *.gexf) first=$(grep -o 'start="[^"]*"' "$file" | sort | head -1 | cut -d'"' -f2) ;; esac
    args+=("$file" "$(grep -c '<node ' "$file")" "$(grep -c '<edge ' "$file")" "$first")
done
for table in "$3"/*.csv; do args+=("$table" - "$(grep -c '^<edge ' "${table%.csv}.graphml")" -); done
# Another zone than UTC: dates must not shift.
rm -rf "$work/written" && mkdir "$work/written"
TZ=Pacific/Auckland java -Djava.awt.headless=true -cp "$work/classes:$work/lib/*" GephiCheck "$work/written" "${args[@]}"
# And our reader takes what Gephi writes.
/usr/bin/python3 "$here/../read_formats.py" theirs "$3" "$4" "$work/written"
