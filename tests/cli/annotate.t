Analyses as CoNLL-U: paragraphs, sentences, words and their places in the text.

  $ printf 'Mill shuts\n\nThe café wouldn’t pay $3bn. It is closed.\n' > mill.txt
  $ claimgraph annotate mill.txt | cut -f 1,2,10
  # newdoc id = mill
  # global.Entity = eid-etype-head
  # newpar
  # sent_id = mill-1
  # headline = yes
  # text = Mill shuts
  1	Mill	Entity=(e1-other-2(e2-person-1)|TokenRange=0:4
  2	shuts	Entity=e1)|TokenRange=5:10
  
  # newpar
  # sent_id = mill-2
  # text = The café wouldn’t pay $3bn.
  1	The	Entity=(e3-other-2|TokenRange=12:15
  2	café	Entity=e3)|TokenRange=16:20
  3-4	wouldn’t	TokenRange=21:29
  3	would	_
  4	n’t	_
  5	pay	TokenRange=30:33
  6	$	SpaceAfter=No|TokenRange=34:35
  7	3	SpaceAfter=No|TokenRange=35:36
  8	bn	SpaceAfter=No|TokenRange=36:38
  9	.	TokenRange=38:39
  
  # sent_id = mill-3
  # text = It is closed.
  1	It	Entity=(e3-other-1)|TokenRange=40:42
  2	is	TokenRange=43:45
  3	closed	SpaceAfter=No|TokenRange=46:52
  4	.	TokenRange=52:53
  

Given sentences and words are kept, and what was annotated on them is not.

  $ cat > given.conllu <<'END'
  > # sent_id = s7
  > # text = Prices fell
  > 1	Prices	x	X	FW	_	2	dep	_	Entity=(9-person)
  > 2	fell	x	X	FW	_	0	root	_	_
  > 
  > END
  $ claimgraph annotate given.conllu | cut -f 1-4,7,8
  # global.Entity = eid-etype-head
  # sent_id = s7
  # text = Prices fell
  1	Prices	price	NOUN	2	nsubj
  2	fell	fall	VERB	0	root
  
  $ claimgraph annotate given.conllu > once.conllu
  $ claimgraph annotate --input conllu - < once.conllu | cmp - once.conllu

What is no CoNLL-U is refused with its line.

  $ printf '1\tfour\tcolumns\there\n\n' | claimgraph annotate --input conllu -
  claimgraph: error: <stdin>:1: expected 10 columns between tabs, found 4
  [1]
  $ claimgraph annotate --input parquet mill.txt
  claimgraph: error: --input: expected conllu or a format of texts; found 'parquet'
  [2]

The linked entities instead, as JSON Lines.

  $ echo 'Chadian Trade Minister Ada Noor left.' > noor.txt
  $ claimgraph annotate --entities noor.txt
  {"document":"noor","entity":"Chad","kind":"country","type":"state","id":"TCD","mentions":[{"text":"Chadian","begin":0,"end":7,"sentence":0,"form":"adjective","modifier":true}]}
  {"document":"noor","entity":"Ada Noor","kind":"actor","type":"person","mentions":[{"text":"Ada Noor","begin":23,"end":31,"sentence":0,"form":"name"}]}
  {"document":"noor","affiliate":"Ada Noor","of":"Chad","role":"Trade Minister"}
  $ claimgraph annotate --entities given.conllu
  claimgraph: error: --entities: expected texts; found conllu
  [2]
