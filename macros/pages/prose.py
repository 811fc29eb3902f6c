"""The text of the record as safe HTML.

Prose is CommonMark without HTML and without pictures, so that no page requests anything from another
host; words may be marked as being in another language. Links lead to http, https and mailto
addresses and, written from the site's root like `/meetings/2022-03-21/`, to pages of the site
itself. Everything else is plain text, in which the ids of actions in the register become links to
their permanent addresses.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, count, pairwise, zip_longest
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape
from mdit_py_plugins.attrs import attrs_plugin

from macros.register.addresses import link, section_anchor

_WORD = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)+")
_DEEPEST_HEADING = 6
_APART = "\x00"  # not in any text of the record: `record.source` rejects it
Plain = Callable[[str, int, int], Markup]


def _escaped(block: str, start: int, end: int) -> Markup:
    return escape(block[start:end])


def _allowed(url: str) -> bool:
    own = re.match(r"/(?![/\\])|#", url)
    return bool(own or re.match(r"(?:https?://|mailto:)", url, re.IGNORECASE))


# `[Bwrdd Iechyd]{lang=cy}` marks words in another language, so that screen readers pronounce them well (WCAG 3.1.2).
_MARKDOWN = (
    MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    .use(attrs_plugin, after=(), spans=True, allowed=("lang",))
)  # fmt: skip
_MARKDOWN.validateLink = _allowed  # type: ignore[method-assign]


def plain(text: str, here: str, actions: Mapping[str, str], between: Plain = _escaped) -> Markup:
    """Plain text as HTML, with action ids as links. `here`: the address of this page. `actions`: the address of each
    action id. `between`: a function that makes HTML of the text between the ids; it takes the whole text, and where the
    part of it that it makes HTML of begins and ends."""
    return _linked(text, 0, len(text), here, actions, between)


def _linked(block: str, start: int, end: int, here: str, actions: Mapping[str, str], between: Plain) -> Markup:
    known = [word for word in _WORD.finditer(block, start, end) if word.group() in actions]
    parts, at = [], start
    for word in known:
        anchor = Markup('<a href="{}">{}</a>').format(link(here, actions[word.group()]), word.group())
        parts += [between(block, at, word.start()), anchor]
        at = word.end()
    rest = between(block, at, end)
    return Markup("").join([*parts, rest]) if parts else rest


@dataclass(frozen=True)
class Section:
    """A part of a text from one heading to the next: the heading's text, its anchor, and the Markdown below it."""

    title: str
    anchor: str
    text: str


def prose(text: str, here: str, actions: Mapping[str, str], heading: int = 3, between: Plain = _escaped) -> Markup:
    """CommonMark to HTML. Its first-level headings become headings of level `heading`; `between` makes HTML of the
    text between action ids, but not in links and headings."""
    return _joined(_pieces_of(text, heading), here, actions, between)


def prose_in_sections(
    text: str, name: str, here: str, actions: Mapping[str, str], heading: int = 2, between: Plain = _escaped
) -> Markup:
    """The same, with an anchor on each heading; see `sections`."""
    tokens = _MARKDOWN.parse(text)
    for number, anchor in _anchors(tokens, name).items():
        tokens[number].attrSet("id", anchor)
    return _joined(_pieces(tokens, heading), here, actions, between)


def sections(text: str, name: str) -> Iterator[Section]:
    """The sections of a text called `name`, in order. Text before the first heading has an empty title and anchor.

    An anchor is the name and the heading's title, with a number if two headings have the same title.
    """
    tokens, lines = _MARKDOWN.parse(text), text.splitlines()
    anchors = _anchors(tokens, name)
    begins = [(tokens[number].map or [0, 0], number) for number in anchors]
    first = begins[0][0][0] if begins else len(lines)
    if before := "\n".join(lines[:first]).strip():
        yield Section("", "", before)
    for ((_, start), number), ((end, _), _) in pairwise([*begins, ([len(lines), 0], 0)]):
        yield Section(_title(tokens[number + 1]), anchors[number], "\n".join(lines[start:end]))


def _anchors(tokens: list[Token], name: str) -> dict[int, str]:
    """The anchor of each top-level heading, by the index of its token."""
    anchors: dict[int, str] = {}
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            anchor = section_anchor(name, _title(tokens[number + 1]))
            numbered = chain([anchor], (f"{anchor}-{again}" for again in count(2)))
            anchors[number] = next(one for one in numbered if one not in anchors.values())
    return anchors


def _title(inline: Token) -> str:
    return "".join(token.content for token in inline.children or () if token.type in ("text", "code_inline"))


class _Text(str):
    """Text between pieces of HTML, in which ids become links and abbreviations are explained: a part, from `at` on, of
    the text of a block."""

    block: str
    at: int


class _HeadingText(_Text):
    """Text in a heading, in which nothing is explained."""


class _OwnLink(str):
    """The address of a link to a page of this site, which is written relative to the page it stands on."""


@cache
def _pieces_of(text: str, heading: int) -> tuple[str, ...]:
    """Cached, because the page, the search index and the audit all need the same text."""
    return _pieces(_MARKDOWN.parse(text), heading)


def _pieces(tokens: list[Token], heading: int) -> tuple[str, ...]:
    """Parsed CommonMark as pieces of HTML. What depends on the page is in separate pieces (`_Text`, `_OwnLink`)."""
    apart: list[str] = []

    def set_apart(piece: str) -> str:
        apart.append(piece)
        return _APART

    for before, token in pairwise([Token("", "", 0), *tokens]):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(_DEEPEST_HEADING, int(token.tag[1]) + heading - 1)}"
        if token.children is not None:
            kind = _HeadingText if before.type == "heading_open" else _Text
            token.children = _inline(token.children, set_apart, kind)
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}).split(_APART)
    return tuple(chain.from_iterable(zip_longest(html, apart, fillvalue="")))


def _inline(tokens: list[Token], set_apart: Callable[[str], str], kind: type[_Text]) -> list[Token]:
    block = "".join(map(_words, tokens))
    depth = at = 0
    out = []
    for token in tokens:
        before, at = at, at + len(_words(token))
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "link_open" and str(token.attrs["href"]).startswith("/"):
            token.attrs["href"] = set_apart(_OwnLink(str(token.attrs["href"])[1:]))
        if token.type == "text" and not depth:
            piece = kind(token.content)
            piece.block, piece.at = block, before
            token = Token("html_inline", "", 0, content=set_apart(piece))
        out.append(token)
    return out


def _words(token: Token) -> str:
    return token.content if token.type in ("text", "code_inline") else "\n" if token.type.endswith("break") else ""


def _joined(pieces: Iterable[str], here: str, actions: Mapping[str, str], between: Plain) -> Markup:
    said: dict[type, Callable[[Any], str]] = {
        _Text: lambda piece: _linked(piece.block, piece.at, piece.at + len(piece), here, actions, between),
        _HeadingText: lambda piece: plain(piece, here, actions),
        _OwnLink: lambda piece: escape(link(here, piece)),
        str: str,
    }
    return Markup("".join([said[type(piece)](piece) for piece in pieces]))
