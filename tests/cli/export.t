A graph leaves in any format that the ending names, whole or in part.

  $ printf '%s\n' '{"format":1,"document":{"id":"d","date":"2024-03-01"}}' '{"relation":"delays","subject":{"name":"Norland","kind":"country","id":"NRL"},"object":{"name":"fish tariff","kind":"measure"},"status":"planned","polarity":"positive","attribution":[],"evidence":{"document":"d","sentence":0,"begin":0,"end":35,"text":"Norland will delay its fish tariff."}}' '{"relation":"purchases","subject":{"name":"Sudland","kind":"country","id":"SDL"},"object":{"name":"fish","kind":"commodity"},"status":"actual","polarity":"positive","attribution":[{"source":{"name":"Ann Lee","kind":"actor"},"type":"quote"}],"evidence":{"document":"d","sentence":1,"begin":36,"end":58,"text":"Sudland buys the fish."}}' > s.jsonl

  $ claimgraph build s.jsonl -o s.graphml
  $ for f in gexf csv cypher cyjs dot jsonl jsonld ttl graphml; do claimgraph export s.graphml -o x.$f; done; ls x.*
  x.csv
  x.cyjs
  x.cypher
  x.dot
  x.gexf
  x.graphml
  x.jsonl
  x.jsonld
  x.ttl

Statement files are taken as they are, and give the same.

  $ claimgraph export s.jsonl -o y.graphml && cmp s.graphml y.graphml && cmp s.graphml x.graphml
  $ claimgraph export s.graphml -o - --format statements --source 'ann lee' | wc -l
  2

Tables make a folder.

  $ claimgraph export s.graphml -o tables/ && head -2 tables/nodes.csv && ls tables
  Id,Label,kind,type,aliases,mentions,documents,degree,pagerank,betweenness,community
  commodity:fish,fish,commodity,,,1,1,1,0.324561,0,0
  edges.csv
  nodes.csv
  $ claimgraph export s.graphml -o neo --format neo4j --no-layout && ls neo && head -2 neo/nodes.csv
  nodes.csv
  relationships.csv
  id:ID,label,kind,type,aliases,mentions:long,documents:long,degree:long,pagerank:double,betweenness:double,community:long,:LABEL
  commodity:fish,fish,commodity,,,1,1,1,0.324561,0,0,"Node;Commodity"

Selections.

  $ claimgraph export s.graphml -o - --format csv --evidence none --relation delays
  Source,Target,Type,Kind,Id,Label,Weight,relation,status,polarity,basis,fact,disputed,speakers,first_date,last_date,valid_from,valid_to,belief,evidence_count,document_count,quote,quote_document
  country:NRL,measure:fish-tariff,Directed,delays,e0,delays (planned),1,delays,planned,positive,reported,0,0,,2024-03-01,2024-03-01,,,0.72,1,1,Norland will delay its fish tariff.,d
  $ claimgraph export s.graphml -o - --format csv --evidence none --around sudland | cut -d, -f1,2
  Source,Target
  country:SDL,commodity:fish
  $ claimgraph export s.graphml -o - --format csv --evidence none --status actual --until 2024 | cut -d, -f1,2
  Source,Target
  country:SDL,commodity:fish
  $ claimgraph export s.graphml -o - --format cypher --kind country
  CREATE CONSTRAINT claimgraph_node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE;
  MERGE (n:Node {id: 'country:NRL'}) SET n:`Country` SET n += {label: 'Norland', kind: 'country', mentions: 0, documents: 0, degree: 0, pagerank: 0.5, betweenness: 0.0, community: 0};
  MERGE (n:Node {id: 'country:SDL'}) SET n:`Country` SET n += {label: 'Sudland', kind: 'country', mentions: 0, documents: 0, degree: 0, pagerank: 0.5, betweenness: 0.0, community: 1};
  $ claimgraph export s.graphml -o c.graphml --claims && claimgraph stats c.graphml --format tsv | head -3
  WHAT	COUNT
  nodes	8
  edges	7

What holds at a date, and what the evidence makes believed.

  $ claimgraph export s.graphml -o - --format csv --evidence none --as-of 2024-02 | wc -l
  2
  $ claimgraph export s.graphml -o - --format csv --evidence none --as-of 2024-03-02 | wc -l
  3
  $ claimgraph export s.graphml -o - --format csv --evidence none --min-belief 0.7 | cut -d, -f1,2
  Source,Target
  country:NRL,measure:fish-tariff
  $ printf '%s\n' '{"relation":"affiliated_with","subject":{"name":"Ministry of Fish","kind":"actor"},"object":{"name":"Norland","kind":"country","id":"NRL"},"status":"actual","polarity":"positive","attribution":[],"evidence":{"document":"d","sentence":2,"begin":59,"end":82,"text":"Norland'"'"'s fish ministry"}}' '{"relation":"criticizes","subject":{"name":"Ministry of Fish","kind":"actor"},"object":{"name":"Sudland","kind":"country","id":"SDL"},"status":"actual","polarity":"positive","attribution":[],"evidence":{"document":"d","sentence":2,"begin":59,"end":82,"text":"Norland'"'"'s fish ministry"}}' | cat s.jsonl - > r.jsonl
  $ claimgraph export r.jsonl -o - --format csv --evidence none --roll-up | cut -d, -f1,2,4
  Source,Target,Kind
  country:NRL,country:SDL,criticizes
  country:NRL,measure:fish-tariff,delays
  country:SDL,commodity:fish,purchases

  $ claimgraph export s.graphml -o x.csv --as-of soon
  claimgraph: error: --as-of: expected YYYY, YYYY-MM, YYYY-MM-DD, or words like 'last month' or '3 weeks ago'; found 'soon'
  [2]

Faults.

  $ claimgraph export s.graphml -o x.y
  claimgraph: error: -o x.y: expected one of graphml (.graphml), gexf (.gexf), csv (.csv), neo4j (a folder), cypher (.cypher), cyjs (.cyjs), dot (.dot), statements (.jsonl), jsonld (.jsonld), turtle (.ttl), html (.html), svg (.svg), png (.png)
  [2]
  $ claimgraph export s.graphml -o - --format neo4j
  claimgraph: error: --format neo4j: makes a folder, which -o must name
  [2]
  $ claimgraph export s.graphml -o x.ttl --around Nordland
  claimgraph: error: s.graphml: no node is named 'Nordland'; nearest are 'Norland', 'Sudland', 'fish'
  [1]
  $ claimgraph export s.graphml -o x.ttl --kind planet
  claimgraph: error: --kind: expected one of actor, country, measure, commodity, topic, found 'planet'
  [2]
  $ claimgraph export missing.graphml -o new/ ; ls new
  claimgraph: error: missing.graphml: cannot be opened
  ls: cannot access 'new': No such file or directory
  [2]
