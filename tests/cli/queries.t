What a store or an exported graph is asked.

  $ statement() { printf '{"relation":"%s","subject":{"name":"%s","kind":"country"},"object":{"name":"%s","kind":"%s"},"status":"%s","polarity":"%s",%s"attribution":[%s],"evidence":{"document":"%s","sentence":%s,"begin":0,"end":9,"text":"%s"}}\n' "$@"; }
  > {
  > echo '{"format":1,"document":{"id":"a","date":"2024-03-01","outlet":"Courier"}}'
  > statement imposes Norland 'fish duty' measure threatened positive '"quantities":[{"role":"rate","value":30,"unit":"percent","text":"30%"}],' '' a 0 'Norland threatens a fish duty of 30%.'
  > statement purchases Southmark wheat commodity actual positive '' '' a 1 'Southmark buys wheat.'
  > echo '{"format":1,"document":{"id":"b","date":"2024-03-09","outlet":"Herald"}}'
  > statement imposes Norland 'fish duty' measure actual positive '"time":{"value":"2024-03-05","text":"on Tuesday"},' '' b 0 'On Tuesday Norland imposed the fish duty.'
  > statement purchases Southmark wheat commodity actual negative '' '{"source":{"name":"Jane Doe","kind":"actor","type":"person"},"type":"quote"}' b 1 'No wheat was bought, said Jane Doe.'
  > statement affiliated_with 'Fish Board' Norland country actual positive '' '' b 2 'The Fish Board of Norland met.' | sed 's/"Fish Board","kind":"country"/"Fish Board","kind":"actor"/'
  > statement criticizes 'Fish Board' Southmark country actual positive '' '' b 3 'The Fish Board criticised Southmark.' | sed 's/"Fish Board","kind":"country"/"Fish Board","kind":"actor"/'
  > } > s.jsonl
  > claimgraph -q add news.store s.jsonl && claimgraph build s.jsonl -o news.graphml --no-layout

The life of a measure:

  $ claimgraph timeline news.store 'fish duty' --format tsv
  DATE	OF	STEP	BY	EVENT	RATES	SPEAKERS	CLAIMS	DOCUMENTS	DOCUMENT	QUOTE
  2024-03-01	measure:fish-duty	threatened	Norland	threatened by Norland	30 percent	Courier	1	1	a	Norland threatens a fish duty of 30%.
  2024-03-05	measure:fish-duty	in force	Norland	in force by Norland		Herald	1	1	b	On Tuesday Norland imposed the fish duty.

  $ claimgraph timeline news.graphml 'fish duty' --format svg | grep -c '<circle'
  2

Conflicts, and who says what:

  $ claimgraph conflicts news.store --format tsv
  CONFLICT	KIND	EDGE	SOURCE	RELATION	TARGET	POSITION	SPEAKER	DATE	DOCUMENT	QUOTE
  1	dispute	e3	Southmark	purchases	wheat	purchases	Courier	2024-03-01	a	Southmark buys wheat.
  1	dispute	e3	Southmark	purchases	wheat	purchases (denied)	Jane Doe	2024-03-09	b	No wheat was bought, said Jane Doe.

  $ claimgraph who-says news.store 'jane doe' --format tsv
  SPEAKER	ABOUT	CLAIMS	CONFIRMED	DISPUTED	QUOTE
  Jane Doe	wheat	1	0	1	No wheat was bought, said Jane Doe.
  Jane Doe	Southmark	1	0	1	No wheat was bought, said Jane Doe.

  $ claimgraph who-says news.store 'jane do'
  claimgraph: error: news.store: no node is named 'jane do'; nearest are 'wheat', 'Norland', 'fish duty'
  [1]

  $ claimgraph explain news.store Norland imposes 'fish duty' --format tsv
  EDGE	WHAT	VALUE	BECAUSE
  e2	edge	Norland imposes fish duty	country:norland measure:fish-duty
  e2	label	imposes	some evidence is actual and positive
  e2	basis	reported	2 claims in a news document's own voice, 0 by speakers
  e2	disputed	no	0 claims contradicted by another speaker about the same time
  e2	valid from	2024-03-05	the earliest time stated, else the earliest document
  e2	valid to		the end stated, else the first halt or end after it
  e2	evidence	2	in 2 documents, 0 of them copied
  e2	outlets	2	copies count for the earliest outlet
  e2	belief	0.922	support by 2 outlets and 0 speakers, less what opposes
  
  EDGE	DOCUMENT	OUTLET	DATE	SENTENCE	BEGIN	END	SPEAKER	STATUS	POLARITY	CONFIDENCE	COPY OF	OPPOSED	QUOTE
  e2	a	Courier	2024-03-01	0	0	9		threatened	positive			no	Norland threatens a fish duty of 30%.
  e2	b	Herald	2024-03-09	0	0	9		actual	positive			no	On Tuesday Norland imposed the fish duty.

Paths, neighbours, ranks:

  $ claimgraph path news.store 'fish duty' wheat --format tsv
  PATH	STEP	SOURCE	RELATION	TARGET	BELIEF	BASIS	QUOTE
  shortest, best	1	Norland	imposes	fish duty	0.9216	reported	On Tuesday Norland imposed the fish duty.
  shortest, best	2	Fish Board	affiliated_with	Norland	0.72	reported	The Fish Board of Norland met.
  shortest, best	3	Fish Board	criticizes	Southmark	0.72	reported	The Fish Board criticised Southmark.
  shortest, best	4	Southmark	purchases	wheat	0.409	both	Southmark buys wheat.

  $ claimgraph path news.store 'fish duty' wheat --max-length 1 --format tsv
  PATH	STEP	SOURCE	RELATION	TARGET	BELIEF	BASIS	QUOTE

  $ claimgraph neighbors news.store norland --roll-up --format tsv
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Norland	criticizes	Southmark	reported	1	2024-03-09	The Fish Board criticised Southmark.
  Norland	imposes	fish duty	reported	2	2024-03-09	On Tuesday Norland imposed the fish duty.

  $ claimgraph neighbors news.store southmark --disputed --format tsv
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Southmark	purchases	wheat	both, disputed	2	2024-03-09	Southmark buys wheat.

  $ claimgraph neighbors news.store norland --as-of 2024-03-02 --format tsv
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Norland	imposes (threatened)	fish duty	reported	1	2024-03-01	Norland threatens a fish duty of 30%.

  $ claimgraph neighbors news.store norland --since 'last month' --format tsv
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Fish Board	affiliated_with	Norland	reported	1	2024-03-09	The Fish Board of Norland met.
  Norland	imposes	fish duty	reported	2	2024-03-09	On Tuesday Norland imposed the fish duty.

  $ claimgraph neighbors news.store norland --since soon
  claimgraph: error: --since: expected YYYY, YYYY-MM, YYYY-MM-DD, or words like 'last month' or '3 weeks ago'; found 'soon'
  [2]

  $ claimgraph rank news.store --by degree --limit 1 --format tsv
  ID	LABEL	KIND	DEGREE	PAGERANK	BETWEENNESS	COMMUNITY	COMPONENT	RELATIONS
  actor:fish-board	Fish Board	actor	2	0.1209	0.6667	0	0	affiliated_with 1, criticizes 1

  $ claimgraph search news.store WHEAT bought --format tsv
  IN	ID	DATE	TEXT
  quote	b	2024-03-09	No wheat was bought, said Jane Doe.

  $ claimgraph search news.graphml fish --format tsv
  IN	ID	DATE	TEXT
  name	actor:fish-board		Fish Board
  name	measure:fish-duty		fish duty
  quote	b	2024-03-09	The Fish Board of Norland met.
  quote	b	2024-03-09	The Fish Board criticised Southmark.
  quote	a	2024-03-01	Norland threatens a fish duty of 30%.
  quote	b	2024-03-09	On Tuesday Norland imposed the fish duty.

  $ claimgraph search news.store nowhere '"' --format tsv
  IN	ID	DATE	TEXT

What a document adds:

  $ claimgraph -q remove news.store b && claimgraph diff news.store news.graphml --format tsv
  CHANGE	SOURCE	RELATION	TARGET	WHAT	QUOTE
  added	actor:fish-board	affiliated_with	country:norland		The Fish Board of Norland met.
  added	actor:fish-board	criticizes	country:southmark		The Fish Board criticised Southmark.
  changed	country:norland	imposes	measure:fish-duty	label imposes (threatened) to imposes, claims 1 to 2, documents 1 to 2, outlets 1 to 2, valid from none to 2024-03-05	On Tuesday Norland imposed the fish duty.
  changed	country:southmark	purchases	commodity:wheat	basis reported to both, disputed no to yes, claims 1 to 2, documents 1 to 2, outlets 1 to 2	Southmark buys wheat.

A store and an exported graph answer alike:

  $ claimgraph -q add news.store s.jsonl && for q in "stats X" "conflicts X" "who-says X" "rank X" "timeline X norland" "neighbors X norland --depth 2" "path X norland wheat" "explain X e0"; do a=$(claimgraph ${q/X/news.store}) && b=$(claimgraph ${q/X/news.graphml}) && [ "$a" = "$b" ] || echo "$q"; done

A verb that has a measure in it says what the measure says:

  $ fact() { printf '{"relation":"%s","predicate":{"text":"%s"},"subject":{"name":"Norland","kind":"country"},"object":{"name":"%s","kind":"%s","type":"%s"},"status":"actual","polarity":"positive","attribution":[],"evidence":{"document":"%s","sentence":0,"begin":0,"end":9,"text":"%s"}}\n' "$@"; }
  > {
  > fact imposes imposed 'sanctions on Southmark' measure sanction c 'Norland imposed sanctions on Southmark.'
  > fact restricts sanctioned Southmark country state d 'Norland sanctioned Southmark.'
  > } > sanctions.jsonl
  > claimgraph -q add sanctions.store sanctions.jsonl && claimgraph -q check sanctions.store | tail -n 1
  > claimgraph timeline sanctions.store 'sanctions on Southmark' --format tsv | cut -f 3,4,8,9
  faults	0
  STEP	BY	CLAIMS	DOCUMENTS
  in force	Norland	2	2

Who speaks is one, however documents call him, although he is no node:

  $ said() { printf '{"format":1,"document":{"id":"%s","date":"2024-05-01","outlet":"%s"}}\n{"relation":"purchases","subject":{"name":"Southmark","kind":"country"},"object":{"name":"rye","kind":"commodity"},"status":"%s","polarity":"positive","attribution":[{"source":{"name":"%s","kind":"actor","type":"person","mention":"Ek"},"type":"quote"}],"evidence":{"document":"%s","sentence":0,"begin":0,"end":9,"text":"%s"}}\n' "$@"; }
  > {
  > said f Courier planned 'Bo Ek' f 'Southmark will buy rye, Ek said.'
  > said g Herald actual Ek g 'Southmark has bought rye, Ek said.'
  > } > ek.jsonl
  > claimgraph -q add ek.store ek.jsonl && claimgraph build ek.jsonl -o ek.graphml --no-layout
  $ for graph in ek.store ek.graphml; do claimgraph who-says $graph ek --format tsv; claimgraph neighbors $graph rye --source Ek --format tsv; done
  SPEAKER	ABOUT	CLAIMS	CONFIRMED	DISPUTED	QUOTE
  Bo Ek	rye	2	0	0	Southmark will buy rye, Ek said.
  Bo Ek	Southmark	2	0	0	Southmark will buy rye, Ek said.
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Southmark	purchases	rye	claimed	2	2024-05-01	Southmark has bought rye, Ek said.
  SPEAKER	ABOUT	CLAIMS	CONFIRMED	DISPUTED	QUOTE
  Bo Ek	rye	2	0	0	Southmark will buy rye, Ek said.
  Bo Ek	Southmark	2	0	0	Southmark will buy rye, Ek said.
  SOURCE	RELATION	TARGET	BASIS	CLAIMS	LAST	QUOTE
  Southmark	purchases	rye	claimed	2	2024-05-01	Southmark has bought rye, Ek said.
  $ claimgraph entities ek.store ek --why --format tsv
  ID	LABEL	FORM	TYPE	SINCE	MENTIONS	RULE	EVIDENCE
  actor:bo-ek	Bo Ek	Bo Ek	person		1	name	'Bo Ek'
  actor:bo-ek	Bo Ek	Ek	person		1	mention	documents call 'Bo Ek' so, and nobody else
  $ claimgraph neighbors ek.store 'Bo Ek'
  claimgraph: error: ek.store: no node is named 'Bo Ek'; nearest are 'rye', 'Southmark'
  [1]
  $ claimgraph export ek.graphml --format statements -o back.jsonl && diff <(sort ek.jsonl | grep -c .) <(sort back.jsonl | grep -c .) && grep -c resolved_speaker back.jsonl ek.graphml
  back.jsonl:0
  ek.graphml:1
