"""A text of the terms as a list of its headings and paragraphs, for comparing it with another one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from markdown_it.token import Token

from macros.record import markdown

_NUMBER = re.compile(r"(?:\(?(?:\d{1,4}(?:\.\d{1,4}){0,6}|[a-z]{1,4}(?=[.)]))[.)]?\s+)(?=\S)")


class Kind(Enum):
    """What a paragraph is."""

    HEADING = "heading"
    TEXT = "text"
    ROW = "row"
    CODE = "code"


@dataclass(frozen=True)
class Paragraph:
    """A heading, a paragraph, an entry of a list, a row of a table, or lines in which nothing is a mark.

    `level`: of a heading, or in how many lists it stands. `text`: what a reader sees. `typed`: the same with its marks.
    """

    kind: Kind
    level: int
    text: str
    typed: str

    @property
    def words(self) -> str:
        """The text without a number at its beginning."""
        return self.text if self.kind is Kind.CODE else _NUMBER.sub("", self.text, count=1)


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Every heading and paragraph of a text of the terms, in order. No word of it is left out."""
    return tuple(_paragraphs(markdown.parse(text)))


def _paragraphs(tokens: list[Token]) -> Iterator[Paragraph]:
    opened, depth = Token("", "", 0), 0
    cells: list[Token] = []
    for token in tokens:
        if token.type.endswith(("_list_open", "_list_close")):
            depth += token.nesting
        elif token.type == "tr_close":
            yield Paragraph(Kind.ROW, depth, " | ".join(map(_text, cells)), " | ".join(one.content for one in cells))
            cells = []
        elif token.type == "inline" and opened.type in ("th_open", "td_open"):
            cells.append(token)
        elif token.type == "inline":
            yield _paragraph(opened, token, depth)
        opened = token


def _paragraph(opened: Token, inline: Token, depth: int) -> Paragraph:
    text = _text(inline)
    if opened.type == "code_open":
        return Paragraph(Kind.CODE, depth, text, text)
    if opened.type == "heading_open":
        return Paragraph(Kind.HEADING, int(opened.tag[1]), text, inline.content)
    return Paragraph(Kind.TEXT, depth, text, inline.content)


def _text(inline: Token) -> str:
    return "".join("\n" if one.type.endswith("break") else one.content for one in inline.children or ()).rstrip()
