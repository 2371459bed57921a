"""Does again every calculation of explanations, from the text alone."""
import re
import sys
from fractions import Fraction

# A calculation stands alone on its line, moved in by eight columns or more.
LINE = re.compile(r"^ {8,}[-0-9(][-0-9.,/%×+−÷=() \u202f\u00a0]*=[-0-9.,/% \u202f\u00a0]*$")
NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)(?:/(\d+))?([ \u202f\u00a0]*%)?")


def value(expression):
    def number(found):
        whole = found.group(1).replace(",", ".")
        text = f"Fraction('{whole}')"
        if found.group(2):
            text += f"/{found.group(2)}"
        if found.group(3):
            text += "/100"
        return f"({text})"

    python = NUMBER.sub(number, expression)
    for sign, operator in ("×", "*"), ("÷", "/"), ("−", "-"):
        python = python.replace(sign, operator)
    return Fraction(eval(python, {"Fraction": Fraction}))


def calculations(path):
    """Lines that continue a calculation are moved in by two columns more."""
    waiting = ""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if waiting and line.startswith(" " * 10):
            waiting += " " + line.strip()
        else:
            waiting = line if line.startswith(" " * 8) else ""
        if LINE.match(waiting):
            yield waiting.strip()
            waiting = ""


done = {"en": 0, "fr": 0}
signs = set()
wrong = 0
for path in sys.argv[1:]:
    for line in calculations(path):
        left, right = line.split("=")
        done[path[-2:]] += 1
        signs.update(set(line) & set("×+÷−/%"))
        if value(left) != value(right):
            print(f"{path}: {line}: {value(left)} is not {value(right)}", file=sys.stderr)
            wrong += 1
if done["en"] != done["fr"] or done["en"] < 300 or signs != set("×+÷−/%"):
    print(f"too little was done again: {done}, {''.join(sorted(signs))}", file=sys.stderr)
    wrong += 1
sys.exit(1 if wrong else 0)
