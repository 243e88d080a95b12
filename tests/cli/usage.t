What the program says about itself, and how it takes a command line that it does not understand.

  $ claimgraph --version
  claimgraph 0.1.0

  $ claimgraph 2>&1 >/dev/null | sed -n 2p; exit ${PIPESTATUS[0]}
  Usage: claimgraph [OPTIONS] [SUBCOMMAND]
  [2]

  $ claimgraph frobnicate
  claimgraph: error: The following argument was not expected: frobnicate
  'claimgraph --help' tells how it is used.
  [2]

  $ claimgraph --no-such-option
  claimgraph: error: The following argument was not expected: --no-such-option
  'claimgraph --help' tells how it is used.
  [2]

Each command explains itself with examples.

  $ claimgraph --help | sed -n 's/^  \([a-z][a-z-]*\)  *[A-Z].*/\1/p' | while read -r command; do
  >   claimgraph "$command" --help | grep -q '^Examples:' || echo "$command: no examples"
  > done

