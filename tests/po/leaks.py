"""Reads what `screens` printed and tells each word that is neither marked nor of the dossier."""

import html
import re
import sys

WORD = re.compile(r"[^\W\d_]+")
# Not of a language: numbers of registers, a digest, the default ruleset; ids of criteria, by which
# a program takes the rows of a table.
NAMES = {"SIREN", "LEI", "SHA", "secnumcloud"}
NAMES |= {"capital", "votes", "individual", "collective", "veto", "organ", "majority"}


DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


def choices_of(data):
    """A choice of a ruleset as it is written in one: "scope", "scope=both"; the reading "strict"."""
    with open(data + "/rulesets/secnumcloud-2023.xml", encoding="utf-8") as file:
        ids = re.findall(r'<choice id="(.*?)"', file.read())
    ids += ["strict", "secnumcloud-2023-strict"]
    return re.compile(r"(?<![\w-])(?:%s)(?:=[a-z0-9-]+)?(?![\w-])" % "|".join(ids))


class Marks:
    """What stands outside all marks; one may be open from line to line."""

    def __init__(self, codes):
        self.codes = codes
        self.depth = 0

    def unmarked(self, line):
        kept = []
        for letter in line:
            self.depth += (letter == "⟦") - (letter == "⟧")
            kept.append(letter if self.depth == 0 else " ")
        return self.codes.sub("", DIGEST.sub("", "".join(kept)))


def words_of(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = re.sub(r"(?s)<!--.*?-->", "", file.read())
    return set(WORD.findall(text + html.unescape(text)))


def main(reference, vocabulary, codes):
    known, leaks, screens, path, marks = set(), 0, 0, "", Marks(codes)
    for line in sys.stdin:
        line = line.rstrip("\n")
        if line.startswith("== "):
            path, marks = line[3:], Marks(codes)
            known = words_of(path) | NAMES | reference
            screens += 1
            continue
        allowed = known | vocabulary if line.startswith("D ") else known
        for word in WORD.findall(marks.unmarked(line[2:])):
            if word not in allowed:
                print(f"{path}: '{word}' in: {line[2:].strip()}", file=sys.stderr)
                leaks += 1
    if screens == 0:
        print("no screen was looked at", file=sys.stderr)
    return leaks > 0 or screens == 0


if __name__ == "__main__":
    # Articles come from the majorities; diagnostics also name elements, attributes and their values.
    data = sys.argv[1]
    articles = set(WORD.findall("".join(re.findall(r'article="(.*?)"', open(data + "/legal-majorities.xml").read()))))
    formats = words_of(data + "/schemas/dossier.rng") | words_of(data + "/states.xml") | words_of(data + "/decisions.xml")
    sys.exit(main(articles, formats, choices_of(data)))
