"""Writes statements whose names and quotes try every format: hostile.py FILE."""
import json
import sys

TEXTS = [
    "control \x01\x07\x1b[31m\x7f characters",
    "]]> <script>alert(1)</script> <!-- & &amp; &#0;",
    "=cmd()|' /C calc'!A0",
    "quotes \" ' ` “ ” \\ \\\" \\' \\u0027 \\n",
    "right \u202e to left \u200f mark \u2067 isolate",
    "emoji \U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301",
    "noncharacters \ufffe \uffff \ufdd0",
    "INF",
    "INFLATION and -INF, NaN",
    "null",
    "|a\\|b|;,\t:",
    "{{x}} ${y} %s %n $$ -- # // /* */ ;",
    "line\nbreak\r\nand\ttab",
    " leading and trailing ",
    "L" * 100_000,
]


def entity(name, kind):
    return {"name": name, "kind": kind}


def statements():
    yield {"format": 1, "document": {"id": "h", "date": "2024-03-01", "title": TEXTS[1], "outlet": TEXTS[3], "url": "javascript:alert(1)"}}
    at = 0
    for number, text in enumerate(TEXTS):
        for relation, subject, other in (("criticizes", entity("Norland", "country"), entity(text, "topic")), ("negotiates", entity(text, "actor"), entity("Norland", "country"))):
            yield {
                "relation": relation, "subject": subject, "object": other, "status": "actual", "polarity": "positive",
                "attribution": [{"source": entity(text, "actor"), "type": "quote"}] if number % 2 else [],
                "evidence": {"document": "h", "sentence": at, "begin": 0, "end": len(text), "text": text},
            }
            at += 1


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for record in statements():
            # ASCII, so that surrogates are escapes; one lone surrogate as its bytes stands in no JSON, so as an escape.
            out.write(json.dumps(record) + "\n")
