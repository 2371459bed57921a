"""Catalogues of gettext: what translations must keep, and one that marks every text.

  catalogue.py check PO     slots and spacing of the translations
  catalogue.py mark PO      a catalogue in which what is said is the source, ⟦marked⟧
  catalogue.py mark-states  the same of the names of States
"""

import ast
import json
import re
import sys

DIRECTIVE = r"%(?:\d+\$)?[-+ 0#]*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?(?:hh|h|ll|l|z)?[a-zA-Z%]"
SLOT = r"\{[a-z]+\}"
# An ordinary blank where French has a narrow one that does not break, or none at all.
SPACING = re.compile(r" [:;!?»%](?=[\s)]|$)|(?<![&%\w])[^\W\d_]+[;!?](?=\s|$)|«(?!\u202f)|[^\W\d_]'[^\W\d_]")
STATES = "/usr/share/iso-codes/json/iso_3166-1.json"
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n > 1;\\n"\n'


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
            if sorted(re.findall(SLOT, entry.id)) != sorted(re.findall(SLOT, said)):
                print("other slots:", entry.id, "->", said, file=sys.stderr)
                wrong += 1
            plain = said.replace("%%", "%") if entry.formatted else said
            plain = re.sub(r"&[%\w]+;", "", plain)  # an XML entity is no punctuation
            if SPACING.search(plain):
                print("spacing:", said, file=sys.stderr)
                wrong += 1
    return wrong


def marked(text, formatted):
    """Every piece with a letter between marks; directives, slots and last line ends stay outside."""
    pieces = re.split(f"({DIRECTIVE}|{SLOT})" if formatted else f"({SLOT})", text)
    for i in range(0, len(pieces), 2):
        if re.search(r"[^\W\d_]", pieces[i]):
            pieces[i] = re.sub(r"(?s)^(.*?)(\n*)$", r"⟦\1⟧\2", pieces[i])
    return "".join(pieces)


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def mark(path):
    print(HEADER)
    for entry in entries(path):
        flag = "#, c-format\n" if entry.formatted else ""
        print(f"{flag}msgid {quoted(entry.id)}")
        if entry.plural is None:
            print(f"msgstr {quoted(marked(entry.id, entry.formatted))}\n")
            continue
        print(f"msgid_plural {quoted(entry.plural)}")
        for i, text in enumerate((entry.id, entry.plural)):
            print(f"msgstr[{i}] {quoted(marked(text, entry.formatted))}")
        print()


def mark_states():
    with open(STATES, encoding="utf-8") as file:
        states = json.load(file)["3166-1"]
    print(HEADER)
    for name in sorted({state.get("common_name", state["name"]) for state in states}):
        print(f"msgid {quoted(name)}\nmsgstr {quoted('⟦' + name + '⟧')}\n")


if __name__ == "__main__":
    if sys.argv[1] == "check":
        sys.exit(check(sys.argv[2]) > 0)
    if sys.argv[1] == "mark":
        mark(sys.argv[2])
    else:
        mark_states()
