"""What a reader must find in an exported graph, worked out from the statement file alone."""
import json
import pathlib
import re


def mended(text):
    """Without what XML 1.0 forbids."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def same(a, b):
    """Equal but for what formats may do: control characters lost, line breaks of one kind, the guard against Gephi's misreading."""
    def plain(text):
        text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u2060]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
        return " ".join(text.split())
    return plain(a) == plain(b)


class Expected:
    def __init__(self, statements_file):
        self.quotes = set()
        self.triples = set()
        self.names = {}
        symmetric = {"agrees", "cooperates", "negotiates"}
        for line in pathlib.Path(statements_file).read_text(encoding="utf-8").split("\n"):
            record = json.loads(line) if line else {"document": 1}
            if "document" in record:
                continue
            ends = [(record[end]["kind"], record[end]["name"]) for end in ("subject", "object")]
            if record["relation"] in symmetric:
                ends.sort()
            self.triples.add((ends[0], record["relation"], ends[1]))
            self.quotes.add(record["evidence"]["text"])

    def has_quote(self, text):
        return any(same(text, quote) for quote in self.quotes)


class Faults:
    def __init__(self):
        self.count = 0
        self.checks = 0

    def check(self, condition, message):
        self.checks += 1
        if not condition:
            print(message[:300].encode("utf-8", "backslashreplace").decode())
            self.count += 1

    def exit(self):
        print(f"{self.checks} checks, {self.count} faults")
        raise SystemExit(1 if self.count or not self.checks else 0)
