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

  $ claimgraph stats s.graphml --format tsv | sed -n 2,5p
  nodes	2
  edges	1
  claims	1
  documents	1
