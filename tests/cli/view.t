A graph as a picture. (The page is tested in a browser: tests/view.)

  $ printf '%s\n' '{"format":1,"document":{"id":"d","date":"2024-03-01"}}' '{"relation":"delays","subject":{"name":"Norland","kind":"country","id":"NRL"},"object":{"name":"fish tariff","kind":"measure"},"status":"planned","polarity":"positive","attribution":[],"evidence":{"document":"d","sentence":0,"begin":0,"end":35,"text":"Norland will delay its fish tariff."}}' > s.jsonl

  $ claimgraph view s.jsonl --svg s.svg --png s.png && grep -o '>delays (planned)<' s.svg && head -c 4 s.png | tail -c 3; echo
  >delays (planned)<
  PNG

  $ claimgraph view s.jsonl
  claimgraph: error: expected -o, --svg or --png, and where to write
  [2]
  $ claimgraph view missing.jsonl --svg x.svg; ls x.svg
  claimgraph: error: missing.jsonl: no such file or folder
  claimgraph: error: there is nothing to read
  ls: cannot access 'x.svg': No such file or directory
  [2]
