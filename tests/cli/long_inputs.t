Long inputs without shape are read in time that grows with their length alone, and give nothing but their document.

  $ for marks in '. ' '(' '[' '"' '“' 'tariff ' 'Peru '; do
  >     printf "%.0s$marks" $(seq 6000) >marks.txt; claimgraph extract marks.txt | grep -c '"relation"'
  > done
  0
  0
  0
  0
  0
  0
  0
  [1]

A JSON file is an object, or an array of objects, of documents or of statements; anything else is told at once.

  $ head -c 1000000 /dev/zero | tr '\0' '[' >brackets.json; claimgraph build brackets.json -o brackets.graphml
  claimgraph: error: brackets.json:1: expected a JSON object, found a fault at byte 999999: Invalid value.
  claimgraph: error: brackets.json: expected ']' after the last object, found the end of the file
  claimgraph: error: no document could be read
  [1]
  $ printf '[{"text": "Peru raised its duty on fish meal on Monday."}, {"text": "Chile sells copper."}]' >feed.json
  $ claimgraph extract feed.json >statements.json && claimgraph extract statements.json | cmp - statements.json

An article on one line: each sentence keeps its own amounts, and who is named far above stands for nobody below.

  $ printf 'Peru raised its duty on fish meal to %d%% on Monday. ' $(seq 1 500) >line.txt
  $ claimgraph extract line.txt | grep -o '"role":"to","value":[0-9.]*' | sort -u | wc -l
  500
  $ (printf 'President Ana Quispe visited Lima. '; printf '%.0sFish meal is a feed. ' $(seq 10); echo 'The president imposed a duty on fish meal.') >near.txt
  $ (printf 'President Ana Quispe visited Lima. '; printf '%.0sFish meal is a feed. ' $(seq 600); echo 'The president imposed a duty on fish meal.') >far.txt
  $ for file in near far; do claimgraph extract $file.txt | grep -c '"relation":"imposes".*Quispe'; done
  1
  0
  [1]
