Documents go into a store and out of it.

  $ line() { printf '{"relation":"delays","subject":{"name":"Norland","kind":"country","id":"NRL"},"object":{"name":"%s","kind":"measure"},"status":"actual","polarity":"positive","attribution":[],"evidence":{"document":"%s","sentence":0,"begin":0,"end":35,"text":"Norland will delay its fish tariff."}}\n' "$2" "$1"; }
  > (echo '{"format":1,"document":{"id":"a","date":"2024-03-01","text":"Norland will delay its fish tariff."}}'; line a 'fish tariff') > a.jsonl
  > (echo '{"format":1,"document":{"id":"b","date":"2024-04-01"}}'; line b 'wool quota') > b.jsonl

  $ claimgraph add news.store a.jsonl
  claimgraph: info: 1 document added, 0 replaced, 0 unchanged; 1 statement written

  $ claimgraph add news.store b.jsonl a.jsonl
  claimgraph: info: 1 document added, 0 replaced, 1 unchanged; 1 statement written

  $ claimgraph stats news.store --format tsv | sed -n 2,5p
  nodes	3
  edges	2
  claims	2
  documents	2

  $ claimgraph neighbors news.store 'wool quota' --format tsv
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Norland	delays	wool quota	reported	1	2024-04-01	Norland will delay its fish tariff.

  $ claimgraph check news.store
  documents	2
  statements	2
  quotes verified	1
  quotes without a text	1
  faults	0

A changed document replaces its old statements.

  $ sed 's/"fish tariff"/"timber ban"/' a.jsonl > a2.jsonl
  > claimgraph add news.store a2.jsonl && claimgraph neighbors news.store norland --format tsv
  claimgraph: info: 0 documents added, 1 replaced, 0 unchanged; 1 statement written
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Norland	delays	timber ban	reported	1	2024-03-01	Norland will delay its fish tariff.
  Norland	delays	wool quota	reported	1	2024-04-01	Norland will delay its fish tariff.

  $ claimgraph remove news.store a nosuch
  claimgraph: error: news.store: expected the id of a document of the store, found 'nosuch'
  claimgraph: error: 1 fault in the input; the rest was processed
  [1]

  $ claimgraph stats news.store --format tsv | sed -n 2,5p
  nodes	2
  edges	1
  claims	1
  documents	1

Under --strict a fault leaves the store as it was.

  $ (cat a.jsonl; echo '{"relation": 7}') > faulty.jsonl
  > claimgraph --strict add news.store faulty.jsonl
  claimgraph: error: faulty.jsonl:3: $.relation: expected a string, found 7
  [1]

  $ claimgraph stats news.store --format tsv | sed -n 5p
  documents	1

  $ echo words > words.txt; claimgraph stats words.txt
  claimgraph: error: words.txt:1: expected an XML document, found 'words'
  [1]

  $ claimgraph remove nosuch.store a
  claimgraph: error: nosuch.store: cannot be opened
  [1]

  $ sqlite=$(printf 'SQLite format 3'; head -c 3000 /dev/zero | tr '\0' x) && printf '%s' "$sqlite" > damaged.store && claimgraph check damaged.store
  claimgraph: error: damaged.store: expected a store, found a file of another kind or a damaged one
  [1]
