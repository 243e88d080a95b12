#!/usr/bin/env python3
"""renaming.py PROGRAM SAMPLES: no rule knows a name.

Renames countries, people, goods and organizations of the sample articles one for the other, adjectives and capitals
included, and compares the statements of the renamed text with the renamed statements of the text. The tagger and the
parser have learned from words, so that a few sentences are read otherwise: the statements must agree to LEAST."""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

LEAST = 0.85

RENAMED = {
    "Colombia": "Kenya", "Colombian": "Kenyan", "Bogota": "Nairobi",
    "Ecuador": "Uganda", "Ecuadorean": "Ugandan", "Quito": "Kampala",
    "Zambia": "Peru", "Zambian": "Peruvian", "Lusaka": "Lima",
    "China": "Brazil", "Chinese": "Brazilian", "Beijing": "Brasília",
    "India": "Mexico", "Indian": "Mexican", "New Delhi": "Mexico City",
    "Norway": "Chile", "Norwegian": "Chilean", "Oslo": "Santiago",
    "Russia": "Nigeria", "Russian": "Nigerian", "Moscow": "Abuja",
    "Romania": "Morocco", "Romanian": "Moroccan", "Bucharest": "Rabat",
    "Egypt": "Vietnam", "Egyptian": "Vietnamese", "Cairo": "Hanoi",
    "Lithuania": "Portugal", "Lithuanian": "Portuguese", "Vilnius": "Lisbon",
    "copper": "nickel", "rice": "maize", "tyres": "shoes", "salmon": "shrimp", "potash": "phosphate",
    "wheat": "barley", "soybeans": "copper", "steel": "paper", "cobalt": "tin",
    "Urrego": "Valdez", "Catalina": "Teresa", "Carrión": "Fuentes", "Esteban": "Ricardo", "Tapia": "Rojas",
}
WORDS = re.compile(r"\b(" + "|".join(sorted(map(re.escape, RENAMED), key=len, reverse=True)) + r")(?!\w)")


def renamed(text):
    return WORDS.sub(lambda found: RENAMED[found.group(1)], text)


def statements(program, article, index):
    lines = subprocess.run([program, "--quiet", "extract", article, "--index", index], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    found = collections.Counter()
    for line in map(json.loads, lines):
        if "relation" in line:
            source = line["attribution"][0]["source"]["name"] if line["attribution"] else ""
            found[line["relation"], line["subject"]["name"], line["object"]["name"], line["status"], line["polarity"],
                  source] += 1
    return found


def main():
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    index = samples / "index.tsv"
    common = total = 0
    with tempfile.TemporaryDirectory() as folder:
        for article in sorted(samples.glob("*.txt")):
            other = pathlib.Path(folder) / article.name
            text = article.read_text("utf-8")
            other.write_text(renamed(text), "utf-8")
            if not WORDS.search(text):
                sys.exit(f"{article.name}: expected a name that is renamed, found none")
            before = collections.Counter({tuple(map(renamed, s)): n
                                          for s, n in statements(program, article, index).items()})
            after = statements(program, other, index)
            for sign, only in ("-", before - after), ("+", after - before):
                for statement in sorted(only.elements()):
                    print(article.name, sign, " | ".join(statement))
            common += 2 * (before & after).total()
            total += before.total() + after.total()
    print(f"{common / total:.3f} of the statements are the same under renaming")
    if common < LEAST * total:
        sys.exit(f"expected at least {LEAST}")


if __name__ == "__main__":
    main()
