A graph made of statements answers who is next to whom.

  $ printf '%s\n' '{"format":1,"document":{"id":"d","date":"2024-03-01"}}' '{"relation":"delays","subject":{"name":"Norland","kind":"country","id":"NRL"},"object":{"name":"fish tariff","kind":"measure"},"status":"planned","polarity":"positive","attribution":[],"evidence":{"document":"d","sentence":0,"begin":0,"end":35,"text":"Norland will delay its fish tariff."}}' > s.jsonl

  $ claimgraph build s.jsonl -o s.graphml

  $ claimgraph neighbors s.graphml norland --format tsv
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Norland	delays (planned)	fish tariff	reported	1	2024-03-01	Norland will delay its fish tariff.

  $ claimgraph neighbors s.graphml norland --direction in --format tsv
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE

  $ claimgraph neighbors s.graphml nordland
  claimgraph: error: s.graphml: no node is named 'nordland'; nearest are 'Norland', 'fish tariff'
  [1]

What one is less sure of can be left out, on the way in and when asking.

  $ printf '%s\n' '{"format":1,"document":{"id":"d","date":"2024-03-01"}}' '{"relation":"delays","subject":{"name":"Norland","kind":"country","id":"NRL"},"object":{"name":"fish tariff","kind":"measure"},"status":"planned","polarity":"positive","attribution":[],"confidence":0.9,"evidence":{"document":"d","sentence":0,"begin":0,"end":35,"text":"Norland will delay its fish tariff."}}' '{"relation":"delays","subject":{"name":"Norland","kind":"country","id":"NRL"},"object":{"name":"salt tariff","kind":"measure"},"status":"planned","polarity":"positive","attribution":[],"confidence":0.6,"evidence":{"document":"d","sentence":1,"begin":36,"end":71,"text":"Norland will delay its salt tariff."}}' > c.jsonl

  $ claimgraph build c.jsonl --min-confidence 0.7 -o sure.graphml

  $ claimgraph neighbors sure.graphml norland --format tsv | cut -f 3
  TARGET
  fish tariff

  $ claimgraph build c.jsonl -o all.graphml

  $ claimgraph neighbors all.graphml norland --min-confidence 0.6 --format tsv | cut -f 3
  TARGET
  fish tariff
  salt tariff

  $ claimgraph neighbors all.graphml norland --min-confidence 0.7 --format tsv | cut -f 3
  TARGET
  fish tariff

  $ claimgraph export all.graphml --min-confidence 0.7 -o sure.jsonl

  $ grep -c salt sure.jsonl
  0
  [1]

  $ claimgraph build c.jsonl --min-confidence 7 -o none.graphml
  claimgraph: error: --min-confidence: Value 7 not in range 0.000000 to 1.000000
  'claimgraph build --help' tells how it is used.
  [2]

  $ claimgraph stats s.graphml --format tsv | sed -n 2,5p
  nodes	2
  edges	1
  claims	1
  documents	1
