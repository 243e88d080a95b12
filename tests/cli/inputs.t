What cannot be read is named, the rest goes on, and nothing is written half.

  $ printf 'caf\351 tariffs' >latin.txt; : >empty.txt; printf 'PK\0\1' >binary.txt
  $ printf 'Peru raised its duty on fish meal on Monday.\n' >fine.txt
  $ claimgraph build latin.txt empty.txt binary.txt -o graph.graphml
  claimgraph: error: latin.txt: expected UTF-8, found byte 0xE9 at offset 3
  claimgraph: error: empty.txt: expected text, found nothing
  claimgraph: error: binary.txt: expected text, found a NUL byte at offset 2: a binary file?
  claimgraph: error: no document could be read
  [1]
  $ ls *.graphml* 2>/dev/null
  [2]
  $ claimgraph build fine.txt --strict empty.txt -o graph.graphml
  claimgraph: error: empty.txt: expected text, found nothing
  [1]
  $ claimgraph extract fine.txt --date yesterday
  claimgraph: error: --date: expected YYYY, YYYY-MM or YYYY-MM-DD, found 'yesterday'
  [2]
  $ claimgraph build fine.txt -o graph.xyz 2>/dev/null
  [2]

Extracting first and building then gives the same graph, whatever the number of threads.

  $ claimgraph build fine.txt --date 2024-05-07 -o direct.graphml && claimgraph extract fine.txt --date 2024-05-07 >s.jsonl
  $ claimgraph build s.jsonl --threads 1 -o detour.graphml && cmp direct.graphml detour.graphml
  $ claimgraph extract s.jsonl | cmp - s.jsonl
