"""The text of a page of HTML, element by element.

    page.py FILE

Ends with an error when an element is not closed, or one is there that fetches or runs something."""
import sys
from html.parser import HTMLParser

EMPTY = {"meta", "br", "hr", "img", "link", "input"}
FORBIDDEN = {"script", "img", "link", "iframe", "object", "embed", "form", "base", "a"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attributes):
        if tag in FORBIDDEN:
            sys.exit(f"an element {tag} in line {self.getpos()[0]}")
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "href", "style"):
                sys.exit(f"an attribute {name} in line {self.getpos()[0]}")
        if tag == "html":
            print("lang", dict(attributes)["lang"])
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            sys.exit(f"{tag} is closed where it is not open, in line {self.getpos()[0]}")

    def handle_data(self, text):
        if text.strip() and "style" not in self.open:
            print(text.strip())


def show(path):
    page = Page()
    with open(path, encoding="utf-8") as file:
        page.feed(file.read())
    page.close()
    if page.open:
        sys.exit(f"not closed: {' '.join(page.open)}")


if __name__ == "__main__":
    show(sys.argv[1])
