"""From HTML to the text of an OpenDocument file (OASIS OpenDocument 1.3, part 3)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree

from macros.office.documents.content import Element

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
# What XML 1.0 cannot hold.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHITE = re.compile(r"[ \t\r\n\f]+")


def clean(words: str) -> str:
    """The text with a sign in place of each letter that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", words)


def named(name: str) -> str:
    """A name like `text:p` as lxml writes it."""
    prefix, _colon, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def element(name: str, **attributes: str) -> Element:
    """An element like `text:p`; an attribute `text_style_name` is `text:style-name`."""
    found = etree.Element(named(name), nsmap=NAMES)
    for key, value in attributes.items():
        prefix, _line, local = key.partition("_")
        found.set(named(f"{prefix}:{local.replace('_', '-')}"), clean(value))
    return found


class Flow:
    """The paragraphs, lists and tables that are being written, one element of HTML after the other."""

    def __init__(self, body: Element) -> None:
        self.into = body
        self.style, self.keeps = "Text_20_body", ""
        self._paragraph: Any = None
        self._open: list[Any] = []
        self._around: list[tuple[str, dict[str, str]]] = []
        self._anchors: list[str] = []
        self._space = self._begins_line = False

    def anchor(self, name: str) -> None:
        """Mark the place of what is written next as one that a link leads to."""
        self._anchors.append(name)

    def end(self) -> None:
        """End the paragraph, if there is one."""
        self._paragraph, self._open, self._space, self._begins_line = None, [], False, False

    def begin(self, level: int = 0) -> None:
        """Begin a paragraph, or a heading of a level, within the marks that are open."""
        self.end()
        self._paragraph = (
            element("text:h", text_style_name=f"Heading_20_{level}", text_outline_level=str(level))
            if level
            else element("text:p", text_style_name=self.style)
        )
        self.into.append(self._paragraph)
        for name in self._anchors:
            self._paragraph.append(element("text:bookmark", text_name=name))
        self._anchors, self._open = [], [self._paragraph]
        for name, attributes in self._around:
            self._push(name, attributes)

    @contextmanager
    def within(self, body: Element, style: str = "") -> Iterator[None]:
        """Write into another element, in paragraphs of another style."""
        self.end()
        before, self.into = (self.into, self.style), body
        self.style = style or self.style
        yield
        self.end()
        self.into, self.style = before

    @contextmanager
    def marked(self, name: str, **attributes: str) -> Iterator[None]:
        """Write text within an element like `text:span`."""
        self._around.append((name, attributes))
        if self._paragraph is not None:
            self._spaced()
            self._push(name, attributes)
        yield
        self._around.pop()
        if len(self._open) > 1:
            self._open.pop()

    def _push(self, name: str, attributes: dict[str, str]) -> None:
        inner = element(name, **attributes)
        self._open[-1].append(inner)
        self._open.append(inner)

    def text(self, words: str | None) -> None:
        """Write text; white space is kept as far as `keeps` says, which is a value of `white-space` in CSS."""
        words = clean(words or "")
        if self.keeps == "pre-wrap":
            for piece in re.findall(r"\n|\t|  +|[^\n\t ]+(?: [^\n\t ]+)*| ", words):
                self._kept(piece)
        elif self.keeps == "pre-line":
            for nth, line in enumerate(words.split("\n")):
                if nth:
                    self.line_break()
                self._collapsed(line)
        else:
            self._collapsed(words)

    def line_break(self) -> None:
        """Begin a line within the paragraph."""
        if self._paragraph is not None:
            self._space, self._begins_line = False, True
            self._open[-1].append(element("text:line-break"))

    def tab(self) -> None:
        """Go on at the next tab stop."""
        if self._paragraph is not None:
            self._space = False
            self._open[-1].append(element("text:tab"))

    def _kept(self, piece: str) -> None:
        if self._paragraph is None:
            self.begin()
        if piece == "\n":
            self.line_break()
            return
        self._begins_line = False
        if piece == "\t":
            self._open[-1].append(element("text:tab"))
        elif piece.isspace():
            self._open[-1].append(element("text:s", text_c=str(len(piece))))
        else:
            self._add(piece)

    def _collapsed(self, words: str) -> None:
        words = _WHITE.sub(" ", words)
        if self._paragraph is None and words.strip(" "):
            self.begin()
            words = words.lstrip(" ")
        if self._begins_line:  # a space there is not shown (CSS Text 3, 4.1.2)
            words = words.lstrip(" ")
        if self._paragraph is None or not words:
            return
        self._space = self._space or words.startswith(" ")
        if inner := words.strip(" "):
            self._spaced()
            self._add(inner)
            self._space = words.endswith(" ")

    def _spaced(self) -> None:
        if self._space:
            self._add(" ")
        self._space = False

    def _add(self, words: str) -> None:
        self._begins_line = False
        here = self._open[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + words
        else:
            here.text = (here.text or "") + words
