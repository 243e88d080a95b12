#!/usr/bin/env python3
"""An extractor of one's own, for `claimgraph extract INPUT... --with 'python3 extractor.py'`.

Reads one document record with its text from standard input, and writes statements in the statement format, one
a line. This one knows a single pattern, "COUNTRY imposed ... on ..."; a client of a language model has the same
shape. Offsets count code points, as Python's strings do.
"""

import json
import re
import sys

COUNTRIES = {"Peru": "PER", "Chile": "CHL", "Zambia": "ZMB", "India": "IND"}
PATTERN = re.compile(r"\b(" + "|".join(COUNTRIES) + r") (imposed) ((?:an? )?((?:\w+ )?(?:duty|levy|tariff|quota) on [\w ]+))")


def mention(text, begin, end):
    return {"mention": text[begin:end], "begin": begin, "end": end}


def statements(document):
    text = document["text"]
    for number, sentence in enumerate(re.finditer(r"\S[^.!?]*[.!?]?", text)):
        for found in PATTERN.finditer(text, sentence.start(), sentence.end()):
            yield {
                "relation": "imposes",
                "predicate": {"text": found[2], "begin": found.start(2), "end": found.end(2)},
                "subject": {"name": found[1], "kind": "country", "id": COUNTRIES[found[1]],
                            **mention(text, found.start(1), found.end(1))},
                "object": {"name": found[4].strip(), "kind": "measure", **mention(text, found.start(4), found.end(4))},
                "status": "actual",
                "polarity": "positive",
                "attribution": [],
                "evidence": {"document": document["id"], "sentence": number, "begin": sentence.start(),
                             "end": sentence.end(), "text": sentence[0]},
            }


def main():
    record = json.loads(sys.stdin.readline())
    for statement in statements(record["document"]):
        print(json.dumps(statement, ensure_ascii=False))


if __name__ == "__main__":
    main()
