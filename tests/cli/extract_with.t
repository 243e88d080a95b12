Another extractor: the document as JSON on its input, its statements through the same checks.

  $ printf 'Café prices rose. Peru imposed a duty on fish meal.\n' > peru.txt
  $ printf 'Nothing here.\n' > nothing.txt
  $ claimgraph extract peru.txt nothing.txt --with "python3 $CASES/../../samples/extractor.py" | cut -c 1-150
  {"format":1,"document":{"id":"peru","voice":"news","sha256":"45e2b4a4f3d2980c9a1cd2278f24d2ac1b93d2540e653390b7274c5e149076ae"}}
  {"id":"peru:1:0","relation":"imposes","predicate":{"text":"imposed","begin":23,"end":30},"subject":{"name":"Peru","kind":"country","id":"PER","mention
  {"format":1,"document":{"id":"nothing","voice":"news","sha256":"7c3137b7ee39dfe2349ed9a733424cf46348704bac51f99f68c035a936b3ceef"}}
  $ claimgraph extract peru.txt --with "python3 $CASES/../../samples/extractor.py" > s.jsonl
  $ claimgraph build s.jsonl -o peru.graphml && claimgraph stats peru.graphml --format tsv | sed -n 2p
  nodes	2

The document comes with its text and all that is known of it.

  $ claimgraph extract peru.txt --date 2024-05-07 --with 'cat >seen.json' >/dev/null; cut -c 1-60 seen.json; tail -c 50 seen.json
  {"format":1,"document":{"id":"peru","date":"2024-05-07","voi
  ices rose. Peru imposed a duty on fish meal.\n"}}

Statements are refused one by one, each with the reason.

  $ grep relation s.jsonl > good.jsonl
  $ (cat good.jsonl; sed 's/imposes/annoys/' good.jsonl; sed 's/"text":"Peru/"text":"Chile/' good.jsonl
  >  sed 's/"name":"Peru","kind":"country"/"name":"Peru"/' good.jsonl; sed 's/"document":"peru"/"document":"chile"/' good.jsonl
  >  sed 's/"end":51/"end":5100/' good.jsonl; echo; echo '{half') > answer.jsonl
  $ claimgraph extract peru.txt --with 'cat answer.jsonl' | grep -c relation
  claimgraph: error: peru.txt: $.relation: expected one of affects, affiliated_with, agrees, complies, cooperates, covers, criticizes, delays, imposes, investigates, invests, negotiates, purchases, raises, reduces, removes, restricts, retaliates, sells, supports, suspends, targets; found 'annoys' (line 2 of the answer)
  claimgraph: error: peru.txt: $.evidence.text: expected the words of the text at 18..51, 'Peru imposed a duty on fish meal.', found 'Chile imposed a duty on fish meal.' (line 3 of the answer)
  claimgraph: error: peru.txt: $.subject.kind: expected a value, found none: the field is required (line 4 of the answer)
  claimgraph: error: peru.txt: $.evidence.document: expected 'peru', found 'chile' (line 5 of the answer)
  claimgraph: error: peru.txt: $.evidence.end: expected a span within the 52 code points of the text, found 18..5100 (line 6 of the answer)
  claimgraph: error: peru.txt: invalid JSON: Missing a name for object member. (line 8 of the answer)
  claimgraph: error: 6 faults in the input; the rest was processed
  1

A program that fails has no statements; the other documents have theirs.

  $ claimgraph extract peru.txt --with 'cat answer.jsonl; exit 3'
  claimgraph: error: peru.txt: 'cat answer.jsonl; exit 3' exited with 3
  claimgraph: error: no document could be read
  [1]
  $ claimgraph extract peru.txt --with 'kill -9 $$'
  claimgraph: error: peru.txt: 'kill -9 $$' was ended by signal 9
  claimgraph: error: no document could be read
  [1]
  $ claimgraph extract peru.txt --with no-such-program 2>&1 | grep -v 'not found'
  claimgraph: error: peru.txt: 'no-such-program' exited with 127
  claimgraph: error: no document could be read
  $ claimgraph extract peru.txt --with 'sleep 60' --time-limit 0.2
  claimgraph: error: peru.txt: 'sleep 60' took longer than 200 ms
  claimgraph: error: no document could be read
  [1]
  $ claimgraph extract peru.txt --with 'sleep 60 & echo' --time-limit 0.2
  claimgraph: error: peru.txt: 'sleep 60 & echo' took longer than 200 ms
  claimgraph: error: no document could be read
  [1]
  $ claimgraph extract peru.txt --with 'yes | head -c 70000000'
  claimgraph: error: peru.txt: 'yes | head -c 70000000' wrote more than 67108864 bytes
  claimgraph: error: no document could be read
  [1]
  $ claimgraph extract peru.txt nothing.txt --with 'grep -q Peru || exit 1' | wc -l
  claimgraph: error: nothing.txt: 'grep -q Peru || exit 1' exited with 1
  claimgraph: error: 1 fault in the input; the rest was processed
  1
  $ claimgraph extract peru.txt --with cat --time-limit 0
  claimgraph: error: --time-limit: Value 0 not in range 0.100000 to 86400.000000
  'claimgraph extract --help' tells how it is used.
  [2]
