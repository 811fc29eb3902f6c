"""The text of the record as safe HTML.

Prose is CommonMark without HTML and without pictures, so that no page asks another host for
anything; links lead to http, https and mailto addresses and, written from the site's root like
`/meetings/2022-03-21/`, to pages of the site itself. Everything else is plain text. In both, the
ids of actions in the register become links to their permanent addresses.
"""

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from macros.addresses import link

_WORD = re.compile(r"[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)+")
_DEEPEST_HEADING = 6


def _allowed(url: str) -> bool:
    own = re.match(r"/(?![/\\])|#", url)
    return bool(own or re.match(r"(?:https?://|mailto:)", url, re.IGNORECASE))


_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
_MARKDOWN.validateLink = _allowed  # type: ignore[method-assign]


def plain(text: str, here: str, actions: Mapping[str, str]) -> Markup:
    """Plain text for HTML. `actions` gives the address of each action id; `here` is this page's."""
    known = [word for word in _WORD.finditer(text) if word.group() in actions]
    parts, at = [], 0
    for word in known:
        anchor = Markup('<a href="{}">{}</a>').format(link(here, actions[word.group()]), word.group())
        parts += [escape(text[at : word.start()]), anchor]
        at = word.end()
    rest = escape(text[at:])
    return Markup("").join([*parts, rest]) if parts else rest


def prose(text: str, here: str, actions: Mapping[str, str], heading: int = 3) -> Markup:
    """CommonMark to HTML. Its first-level headings become headings of level `heading`."""
    tokens = _MARKDOWN.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(_DEEPEST_HEADING, int(token.tag[1]) + heading - 1)}"
        if token.children is not None:
            token.children = _inline(token.children, here, actions)
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _inline(tokens: list[Token], here: str, actions: Mapping[str, str]) -> list[Token]:
    depth = 0
    out = []
    for token in tokens:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "link_open" and str(token.attrs["href"]).startswith("/"):
            token.attrs["href"] = link(here, str(token.attrs["href"])[1:])
        if token.type == "text" and not depth:
            token = Token("html_inline", "", 0, content=str(plain(token.content, here, actions)))
        out.append(token)
    return out
