"""A workbook as text: each sheet, what is frozen, and its cells with their type and format.

    workbook.py FILE [SHEET…]     (all sheets by default)

Ends with an error when a cell has a formula or an address that is followed."""
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BUILT_IN = {0: "General", 14: "date", 49: "text"}


def strings_of(book):
    tree = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(part.text or "" for part in item.iter(MAIN + "t")) for item in tree]


def formats_of(book):
    """The number format of each cell style."""
    tree = ElementTree.fromstring(book.read("xl/styles.xml"))
    own = {item.get("numFmtId"): item.get("formatCode") for item in tree.iter(MAIN + "numFmt")}
    styles = tree.find(MAIN + "cellXfs")
    return [own.get(style.get("numFmtId")) or BUILT_IN[int(style.get("numFmtId"))]
            for style in styles]


def show_cell(cell, strings, formats):
    value = cell.find(MAIN + "v")
    if cell.find(MAIN + "f") is not None:
        sys.exit("a formula in " + cell.get("r"))
    if value is None:
        return
    text = strings[int(value.text)] if cell.get("t") == "s" else value.text
    shown = "".join(f"<{ord(c):04x}>" if 0x300 <= ord(c) < 0x370 or ord(c) > 0xfff0 else c
                    for c in text)
    kind = "text" if cell.get("t") == "s" else "number"
    print(f"  {cell.get('r')} {kind}, {formats[int(cell.get('s', 0))]}: {shown}")


def show(path, wanted):
    book = zipfile.ZipFile(path)
    strings, formats = strings_of(book), formats_of(book)
    workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
    for number, sheet in enumerate(workbook.iter(MAIN + "sheet"), 1):
        if wanted and sheet.get("name") not in wanted:
            continue
        tree = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        pane = tree.find(f".//{MAIN}pane")
        print(f"{sheet.get('name')}: {pane.get('state')} above {pane.get('topLeftCell')}")
        if tree.find(MAIN + "hyperlinks") is not None:
            sys.exit("an address that is followed")
        for cell in tree.iter(MAIN + "c"):
            show_cell(cell, strings, formats)
    dates = re.findall(r">(\d{4}-\d\d-\d\d)T00:00:00Z<", book.read("docProps/core.xml").decode())
    print("made", *dates)


if __name__ == "__main__":
    show(sys.argv[1], sys.argv[2:])
