"""Catalogues of gettext: what translations must keep, and one that marks every text."""

import ast
import re
import sys

DIRECTIVE = re.compile(r"%(?:\d+\$)?[-+ 0#]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z)?[a-zA-Z%]")
SLOT = re.compile(r"\{[a-z]+\}")
# An ordinary blank where French has a narrow one that does not break, or none at all.
SPACING = re.compile(r" [:;!?»%](?=[\s)]|$)|« |[^\s«(\d:,/'-][;!?](?=\s|$)|\u00ab(?!\u202f)")


class Entry:
    def __init__(self, text):
        self.formatted = "c-format" in text.split("msgid")[0]
        self.id = self.field(text, "msgid")
        self.plural = self.field(text, "msgid_plural")
        self.said = [self.field(text, r"msgstr(?:\[%d\])?" % i) for i in range(2 if self.plural else 1)]

    @staticmethod
    def field(text, name):
        found = re.search(r"^" + name + r'((?:\s*".*"\n?)+)', text, re.M)
        if not found:
            return None
        return "".join(ast.literal_eval(line) for line in found.group(1).split("\n") if line.strip())


def entries(path):
    with open(path, encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    return [Entry(block) for block in blocks[1:]]


def check(path):
    wrong = 0
    for entry in entries(path):
        for said in entry.said:
            if sorted(SLOT.findall(entry.id)) != sorted(SLOT.findall(said)):
                print("other slots:", entry.id, "->", said, file=sys.stderr)
                wrong += 1
            plain = said.replace("%%", "%") if entry.formatted else said
            if SPACING.search(plain):
                print("spacing:", said, file=sys.stderr)
                wrong += 1
    return wrong


if __name__ == "__main__":
    sys.exit(check(sys.argv[2]) > 0)
