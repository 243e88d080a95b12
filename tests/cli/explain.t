Why statements are there: rule, words, ends with slot, tree path and link, scopes, sources; the numbers are the model's.

  $ printf 'Peru did not impose a duty on fish meal, Silva said.\n\nThe sky is blue.\n\nChile has postponed flights.\n' > peru.txt
  $ claimgraph extract peru.txt --explain | sed -n '/^  imposes/,/confidence/p' | sed 's/0\.[0-9]*/N/g'
    imposes: Peru -> duty on fish meal
      rule        verb "impose"
      words       "impose"
      subject     "Peru" is Peru (country, state, PER); slot subj; path nsubj^
      object      "duty" is duty on fish meal (measure, tariff, measure:per-duty-on-fish-meal); slot obj; path obj^
      status      actual, negative; scopes "not"
      source      Silva, paraphrase by "said"
      confidence  N, threshold N
  $ claimgraph extract peru.txt --explain | sed -n '/^.1. /,$p'
  [1] The sky is blue.
    no statement
      no word that states a relation
  
  [2] Chile has postponed flights.
    no statement
      targets: duty on fish meal -> Chile, of the document's structure: 0.0880, below 0.4750
  
  $ claimgraph extract peru.txt --explain -o why.txt && head -1 why.txt
  document peru

What a document holds cannot drive a terminal.

  $ printf 'Peru imposed a \033[31mduty on fish meal.\n' | claimgraph extract - --explain | grep -c "$(printf '\033')"
  0
  [1]
  $ claimgraph extract peru.txt --explain --with cat
  claimgraph: error: --explain: neither --with nor --with-text goes with it
  [2]
