A faulty line of a statement file is named; the rest makes a graph and the exit status tells. --strict writes nothing.

  $ claim() { echo "{\"relation\": \"raises\", \"subject\": {\"name\": \"$1\", \"kind\": \"country\"}, \"object\": {\"name\": \"fish duty\", \"kind\": \"measure\"}, \"status\": \"actual\", \"polarity\": \"positive\", \"attribution\": [], \"evidence\": {\"document\": \"a\", \"sentence\": 0, \"begin\": 0, \"end\": 26, \"text\": \"$1 raised its fish duty.\"}}"; }
  > { echo '{"format": 1, "document": {"id": "a", "date": "2024-03-01", "outlet": "Wire\u0000", "voice": "news"}}'
  >   claim 'Pe\u0000r\ufffeu'; claim 'Chi\ud800le'; claim Chad | head -c 60; } >damaged.jsonl
  $ claimgraph build damaged.jsonl -o graph.graphml
  claimgraph: error: damaged.jsonl:3: invalid JSON: The surrogate pair in string is invalid.
  claimgraph: error: damaged.jsonl:4: invalid JSON: Missing a closing quotation mark in string.
  claimgraph: error: 2 faults in the input; the rest was processed
  [1]
  $ claimgraph stats graph.graphml | head -2
  WHAT             COUNT
  nodes            2
  $ rm graph.graphml; claimgraph build --strict damaged.jsonl -o graph.graphml
  claimgraph: error: damaged.jsonl:3: invalid JSON: The surrogate pair in string is invalid.
  [1]
  $ ls graph*
  ls: cannot access 'graph*': No such file or directory
  [2]

What XML forbids stands in no file that is XML, not even by its number.

  $ for ending in graphml gexf svg; do claimgraph build -q damaged.jsonl -o graph.$ending 2>/dev/null; done
  [1]
  $ grep -lE '&#(x?0*[0-8]|x0*[bcBC]|x[fF]{3}[eEfF]|x[dD][89a-fA-F])' graph.*
  [1]
  $ LC_ALL=C grep -lP '[\x00-\x08\x0B\x0C\x0E-\x1F]|\xEF\xBF[\xBE\xBF]|\xED[\xA0-\xBF]' graph.*
  [1]
  $ python3 -c 'import sys, xml.dom.minidom; [xml.dom.minidom.parse(name) for name in sys.argv[1:]]' graph.graphml graph.gexf graph.svg

A run that is stopped leaves nothing behind and keeps the old file.

  $ echo old >kept.graphml; mkfifo never
  $ for signal in INT TERM HUP; do
  >     env --default-signal claimgraph build never --input text -o kept.graphml & run=$!
  >     while [ "$(ls | grep -c '^kept')" -lt 2 ]; do sleep 0.05; done; sleep 0.2
  >     kill -$signal $run; wait $run 2>/dev/null; echo "$signal $?"; ls kept*; cat kept.graphml
  > done
  INT 130
  kept.graphml
  old
  TERM 143
  kept.graphml
  old
  HUP 129
  kept.graphml
  old
