"""Numbered paragraphs of minutes and terms, and the link to each that stands before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token
from markupsafe import Markup

from macros.language import _
from macros.register.addresses import paragraph_anchor, slug, unused

# `3.2 The panel`, not `3.2 million`. A number without a point begins a list, or nothing.
_NUMBER = re.compile(r"\(?\d{1,4}(?:\.\d{1,4}){1,6}[.)]?(?=\s+[^\W\d_])")
_IN = ("paragraph_open", "list_item_open")


class Numbered(str):
    """The printed number of a paragraph, with those of the entries around it: `3. (a)`."""

    printed: str


@dataclass(frozen=True)
class Paragraphs:
    """The numbered paragraphs of one text, or of the pieces of one. `around`: the anchor or the name of that text.

    A number that is printed again gets `-2` at the end of its address, so those of the paragraphs above it stay.
    """

    around: str
    _taken: list[str] = field(default_factory=list)

    def link(self, number: Numbered) -> Markup:
        """The link to a paragraph, with its address as id. It has no text: the style sheet shows a sign."""
        anchor = unused(paragraph_anchor(self.around, number), self._taken)
        self._taken.append(anchor)
        said = _("Link to {number}").format(number=number.printed)
        return Markup('<a class="address" id="{0}" href="#{0}" aria-label="{1}"></a>').format(anchor, said)


def numbered(tokens: list[Token]) -> Iterator[tuple[Token, Numbered | None]]:
    """Each token of a parsed text, with the number if it is the text of a numbered paragraph."""
    around: list[str] = []
    before = Token("", "", 0)
    for token in tokens:
        if token.type.endswith("_list_open"):
            around.append("")
        elif token.type.endswith("_list_close"):
            around.pop()
        number = _number(token) if token.children and before.type in _IN else ""
        if number and around and token.children and token.children[0].type == "span_open":
            around[-1] = number
        yield token, _with_those(around, number) if slug(number) else None
        before = token


def _with_those(around: list[str], number: str) -> Numbered:
    outer = around[:-1] if around and around[-1] == number else around
    found = Numbered(" ".join(filter(None, (*outer, number))))
    found.printed = number
    return found


def _number(inline: Token) -> str:
    children = inline.children or []
    if children and children[0].attrs.get("class") == "number":
        return children[1].content
    first = next((one.content for one in children if one.type == "text" and one.content.strip()), "")
    found = _NUMBER.match(first)
    return found[0] if found and not first[found.end() :].lstrip()[0].islower() else ""
