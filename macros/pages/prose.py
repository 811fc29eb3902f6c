"""The text of the record as safe HTML.

Prose is the Markdown of `macros.record.markdown`, without HTML and pictures, so that no page requests anything from
another host. Everything else is plain text. In both, web addresses become links, the ids of actions in the register
become links to their permanent addresses, and words in a right-to-left script are set apart (`<bdi>`), so that they do
not move what stands beside them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, count, pairwise, zip_longest
from typing import Any
from urllib.parse import quote

from markdown_it.token import Token
from markupsafe import Markup, escape

from macros.language import _
from macros.pages.numbered import Numbered, Paragraphs, numbered
from macros.record import RIGHT_TO_LEFT, markdown
from macros.register.addresses import link, section_anchor

# What may repeat begins only where nothing of its kind stands before, so that no text takes longer than its length.
_LINKED = re.compile(
    r"(?P<address>(?<!\w)https?://\w[^\s<>\"“”‘’«»\\^`{|}。，、；：！？）】」]{0,2000})"
    r"|(?P<id>(?<![A-Za-z0-9])[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)+)"
    rf"|(?P<isolated>[{RIGHT_TO_LEFT}]+(?:\s+[{RIGHT_TO_LEFT}]+)*)",
    re.IGNORECASE,
)
# Nearly all texts have none of these, which is seen much faster than where each word ends.
_MAY_BE_LINKED = re.compile(rf"[A-Za-z0-9][-.][A-Za-z0-9]|://|[{RIGHT_TO_LEFT}]")
_CLOSING = {")": "(", "]": "["}
_IN_ADDRESSES = "%/:?#@!$&'()*+,;=~-._"
_DEEPEST_HEADING = 6
_ENDS_LINE = re.compile(r"(?P<code><pre>.*?</pre>)|(?P<list></?[ou]l\b[^>]*>)|</(?:li|p)>|<br>|\n", re.DOTALL)
_INDENT = re.compile(r'(?:\s|<(?:p|li)>)*<span class="indent">( +)</span>')
_APART = "\x00"  # not in any text of the record: `record.source` rejects it
Plain = Callable[[str, int, int], Markup]


def _escaped(block: str, start: int, end: int) -> Markup:
    return escape(block[start:end])


def plain(text: str, here: str, actions: Mapping[str, str], between: Plain = _escaped) -> Markup:
    """Plain text as HTML, with web addresses and action ids as links. `here`: the address of this page. `actions`: the
    address of each action id. `between`: a function that makes HTML of the text between them; it takes the whole text,
    and where the part of it that it makes HTML of begins and ends."""
    return _linked(text, 0, len(text), here, actions, between)


def isolated(name: str) -> Markup:
    """A name whose direction of writing moves nothing beside it (HTML, 4.5.24)."""
    return Markup("<bdi>{}</bdi>").format(name)


def _linked(block: str, start: int, end: int, here: str, actions: Mapping[str, str], between: Plain) -> Markup:
    if not _MAY_BE_LINKED.search(block, start, end):
        return between(block, start, end)
    parts, at = [], start
    for found in _LINKED.finditer(block, start, end):
        words = found.group()
        if found["address"]:
            words = _address(words)
            made = Markup('<a href="{}">{}</a>').format(quote(words, _IN_ADDRESSES), words)
        elif found["isolated"]:
            made = isolated(words)
        elif words in actions:
            made = Markup('<a href="{}">{}</a>').format(link(here, actions[words]), words)
        else:
            continue
        parts += [between(block, at, found.start()), made]
        at = found.start() + len(words)
    rest = between(block, at, end)
    return Markup("").join([*parts, rest]) if parts else rest


def _address(found: str) -> str:
    """A web address without the punctuation of the sentence behind it: a bracket belongs to it if it opens in it."""
    found = re.sub(r"['’]s$", "", found)
    while (last := found[-1]) in ".,;:!?'*_~…。，、" or (
        last in _CLOSING and found.count(last) > found.count(_CLOSING[last])
    ):
        found = found[:-1]
    return found


def title(text: str, here: str, actions: Mapping[str, str], between: Plain = _escaped) -> Markup:
    """The title of an agenda item as HTML: plain text, in which words can be a link."""
    words, at, parts = markdown.words_of_links(text), 0, []
    for part, address in markdown.linked_words(text):
        end = at + len(part)
        parts.append(_link_to(part, address, here) if address else _linked(words, at, end, here, actions, between))
        at = end
    return Markup("").join(parts)


def title_in_heading(text: str, here: str) -> Markup:
    """The same for a heading, in which nothing else becomes a link."""
    parts = markdown.linked_words(text)
    return Markup("").join(_link_to(words, address, here) if address else escape(words) for words, address in parts)


def _link_to(words: str, address: str, here: str) -> Markup:
    there = link(here, address[1:]) if address[0] == "/" else markdown.MARKDOWN.normalizeLink(address)
    return Markup('<a href="{}">{}</a>').format(there, words)


@dataclass(frozen=True)
class Section:
    """A part of a text from one heading to the next: the heading's text, its anchor, and the Markdown below it."""

    title: str
    anchor: str
    text: str


def prose(
    text: str, here: str, actions: Mapping[str, str], heading: int = 3, between: Plain = _escaped, title: str = "",
    paragraphs: Paragraphs | None = None,
) -> Markup:  # fmt: skip
    """Markdown of the record to HTML. Its first-level headings become headings of level `heading`; `between` makes HTML
    of the text between links, but not in links and headings. `title`: what the text is about, for the names of its
    tables. `paragraphs`: if given, each numbered paragraph has an address."""
    return _joined(_pieces_of(text, heading), here, actions, between, title, paragraphs)


def short_prose(text: str, here: str, actions: Mapping[str, str], between: Plain = _escaped) -> Markup:
    """A short text of the record, such as the wording of an action, as HTML within an element (`short_element`)."""
    pieces = _short_pieces(text)
    return _joined(pieces, here, actions, between, "") if pieces else plain(text, here, actions, between)


def short_element(text: str, inline: str = "span") -> str:
    """The element for a short text: `div` if it has a list or code, or else the one given."""
    return "div" if markdown.has_blocks(markdown.parse_short(text) or ()) else inline


def is_marked(text: str) -> bool:
    """Whether a short text has marks, and is not plain text."""
    return bool(_short_pieces(text))


def text_of_short_prose(text: str) -> str:
    """A short text of the record without its marks, indented as it is on the page; a plain one as typed."""
    if not is_marked(text):
        return text
    lines = _lines("".join(_without_links(_short_pieces(text))))
    return "\n".join(line for line in lines if line.strip())


def _lines(html: str) -> Iterator[str]:
    """The text of each line of HTML; that of a list within a list is indented."""
    depth = at = 0
    for found in chain(_ENDS_LINE.finditer(html), (None,)):
        line = html[at : found.start() if found else len(html)]
        indented = _INDENT.match(line)
        around = "  " * max(depth - 1, 0)
        yield around + (indented[1] if indented else "") + Markup(line).striptags()
        if not found:
            break
        at = found.end()
        if found["code"]:
            words = Markup(re.sub(r"</?(?:pre|code)>", "", found["code"])).unescape()
            yield from (around + line for line in words.split("\n"))
        if found["list"]:
            depth += -1 if found["list"].startswith("</") else 1


@cache
def _short_pieces(text: str) -> tuple[str, ...]:
    """The pieces of a short text; none if it is plain text."""
    tokens = markdown.parse_short(text)
    if tokens is None:
        return ()
    return _pieces(tokens if markdown.has_blocks(tokens) else markdown.in_one_line(tokens), _DEEPEST_HEADING)


def text_of_prose(text: str, heading: int = 3) -> str:
    """The text of a piece of Markdown. `heading`: as where a page shows it, so that it is parsed only once."""
    return _text_of(_pieces_of(text, heading))


def _text_of(pieces: Iterable[str]) -> str:
    return Markup("".join(_without_links(pieces))).striptags()


def _without_links(pieces: Iterable[str]) -> list[str]:
    """The pieces as HTML, without what depends on the page."""
    said: dict[type, Callable[[str], str]] = {
        _Text: escape, _HeadingText: escape, _TableTitle: lambda _: "", _OwnLink: lambda _: "", Numbered: lambda _: "",
        str: str,
    }  # fmt: skip
    return [said[type(piece)](piece) for piece in pieces]


def prose_in_sections(
    text: str, name: str, here: str, actions: Mapping[str, str], heading: int = 2, between: Plain = _escaped
) -> Markup:
    """The same, with an anchor on each heading (see `sections`) and on each numbered paragraph."""
    tokens = markdown.parse(text)
    for number, anchor in _anchors(tokens, name).items():
        tokens[number].attrSet("id", anchor)
    return _joined(_pieces(tokens, heading), here, actions, between, "", Paragraphs(name))


def sections(text: str, name: str) -> Iterator[Section]:
    """The sections of a text called `name`, in order. Text before the first heading has an empty title and anchor.

    An anchor is the name and the heading's title, with a number if two headings have the same title.
    """
    text = markdown.with_references(text)
    tokens, lines = markdown.parse(text), text.split("\n")
    anchors = _anchors(tokens, name)
    begins = [(tokens[number].map or [0, 0], number) for number in anchors]
    first = begins[0][0][0] if begins else len(lines)
    if before := "\n".join(lines[:first]).strip():
        yield Section("", "", before)
    for ((_begin, start), number), ((end, _end), _number) in pairwise([*begins, ([len(lines), 0], 0)]):
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
    return "".join(token.content for token in inline.children or () if token.type == "text")


class _Text(str):
    """Text between pieces of HTML, in which ids become links and abbreviations are explained: a part, from `at` on, of
    the text of a block."""

    block: str
    at: int


class _HeadingText(_Text):
    """Text in a heading, in which nothing is explained."""


class _TableTitle(str):
    """The place of the name of a table: the heading above it, or an empty text."""


class _OwnLink(str):
    """The address of a link to a page of this site, which is written relative to the page it stands on."""


@cache
def _pieces_of(text: str, heading: int) -> tuple[str, ...]:
    """Cached, because the page and the search index need the same text."""
    return _pieces(markdown.parse(text), heading)


def _pieces(tokens: list[Token], heading: int) -> tuple[str, ...]:
    """Parsed Markdown as pieces of HTML. What depends on the page is in separate pieces (`_Text`, `_OwnLink`)."""
    apart: list[str] = []
    above = ""

    def set_apart(piece: str) -> str:
        apart.append(piece)
        return _APART

    out: list[Token] = []
    begins = {id(token): number for token, number in numbered(tokens) if number}
    for before, token in pairwise([Token("", "", 0), *tokens]):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(_DEEPEST_HEADING, int(token.tag[1]) + heading - 1)}"
        if before.type == "heading_open":
            above = _title(token)
        if token.type == "table_open":
            out.append(_region(set_apart(_TableTitle(above))))
        out.append(token)
        if token.type == "table_close":
            out.append(Token("region_close", "div", -1, block=True))
        if token.children is not None:
            kind = _HeadingText if before.type == "heading_open" else _Text
            number = [set_apart(begins[id(token)])] if id(token) in begins else []
            children = _inline(token.children, set_apart, kind)
            token.children = [*(Token("html_inline", "", 0, content=one) for one in number), *children]
    html = markdown.MARKDOWN.renderer.render(out, markdown.MARKDOWN.options, {}).split(_APART)
    return tuple(chain.from_iterable(zip_longest(html, apart, fillvalue="")))


def _region(title: str) -> Token:
    """A region around a table, which scrolls by itself if the table is wider than the page, by keyboard too."""
    attrs: dict[str, str | int | float]
    attrs = {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": title}
    return Token("region_open", "div", 1, attrs=attrs, block=True)


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
    return token.content if token.type == "text" else "\n" if token.type.endswith("break") else ""


def _joined(
    pieces: Iterable[str], here: str, actions: Mapping[str, str], between: Plain, title: str = "",
    paragraphs: Paragraphs | None = None,
) -> Markup:  # fmt: skip
    numbers = count(1)

    def table(above: str) -> str:
        number, about = next(numbers), above or title
        said = _("Table {number}: {title}") if about else _("Table {number}")
        return escape(said.format(number=number, title=about))

    said: dict[type, Callable[[Any], str]] = {
        _TableTitle: table,
        _Text: lambda piece: _linked(piece.block, piece.at, piece.at + len(piece), here, actions, between),
        _HeadingText: lambda piece: plain(piece, here, actions),
        _OwnLink: lambda piece: escape(link(here, piece)),
        Numbered: paragraphs.link if paragraphs else lambda _: "",
        str: str,
    }
    return Markup("".join([said[type(piece)](piece) for piece in pieces]))
