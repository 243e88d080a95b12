Who says what, in code points: the whole source, the cue's verb group, the content around the cue.

  $ printf 'Café owners fear losses.\n\n“We will wait,” said Ana Silva, a baker.\n' > bakers.txt
  $ claimgraph attributions bakers.txt
  {"document":"bakers","source":[[0,11]],"cue":[[12,16]],"content":[[17,23]],"source_entity":{"name":"Café owners","kind":"actor","type":"group","mention":"Café owners","begin":0,"end":11},"type":"belief"}
  {"document":"bakers","source":[[47,65]],"cue":[[42,46]],"content":[[26,41]],"source_entity":{"name":"Ana Silva","kind":"actor","type":"person","mention":"Ana Silva","begin":47,"end":56},"type":"quote"}
  $ printf 'Duties will rise, according to the ministry. The ministry did not say when.' | claimgraph attributions - --threads 1
  {"document":"stdin","source":[[31,43]],"cue":[[18,30]],"content":[[0,16]],"source_entity":{"name":"ministry","kind":"actor","type":"government_body","mention":"ministry","begin":35,"end":43},"type":"paraphrase"}

To make sure of something is to act, to be sure of it is to hold it.

  $ printf 'The minister will make sure that Peru buys beef.' | claimgraph attributions -
  $ printf 'The minister is sure that Peru buys beef.' | claimgraph attributions - | cut -d , -f 6-7
  "content":[[21,40]]

Files of statements hold no text.

  $ printf '{"format":1,"document":{"id":"a"}}\n' > a.jsonl
  $ claimgraph attributions a.jsonl
  claimgraph: error: a.jsonl: holds statements, and no text
  claimgraph: error: there is nothing to read
  [1]
  $ claimgraph attributions a.jsonl bakers.txt | wc -l
  claimgraph: error: a.jsonl: holds statements, and no text
  claimgraph: error: 1 fault in the input; the rest was processed
  2
