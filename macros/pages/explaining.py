"""Abbreviations and initials explained where a reader first meets them.

The explanation is a popover of HTML: a button opens it by touch, mouse or keyboard, Escape closes it, and no script is
needed. On paper it stands in brackets behind the word.
"""

import re
from collections.abc import Callable
from typing import Protocol

from markupsafe import Markup, escape

from macros.register.abbreviations import Abbreviations
from macros.register.addresses import slug

_EXPLAINED = Markup(
    '<button type="button" class="short" popovertarget="{id}">{key}</button>'
    '<span popover class="meaning" id="{id}"><a href="{address}">{name}</a>{role}</span>'
)

# A line may break beside a button, even between a bracket and its word: what clings to the word goes with it.
_TOGETHER = Markup('<span class="together">{before}{explained}{after}</span>')
_OPENING, _CLOSING = re.compile(r"[(\[/“‘\"']*\Z"), re.compile(r"[)\]/”’\"'.,:;!?]*")


class Explanation(Protocol):
    """What is said of an abbreviation, and where more is."""

    @property
    def called(self) -> str:
        """What it stands for."""

    @property
    def role(self) -> str:
        """Who that is, or nothing."""

    @property
    def address(self) -> str:
        """The link to more."""


class FirstUses:
    """What was explained so far in one part of a page; `part` keeps the anchors of several parts apart."""

    def __init__(self, known: Abbreviations, part: str) -> None:
        self._known = known
        self._part = part
        self._seen: set[str] = set()

    def explained(self, text: str, look_up: Callable[[str], Explanation]) -> Markup:
        """Plain text as HTML, with each abbreviation that is new to this part explained."""
        parts, at = [], 0
        for start, key in self._known.found_in(text):
            if key not in self._seen:
                self._seen.add(key)
                opening, closing = _OPENING.search(text, at, start), _CLOSING.match(text, start + len(key))
                assert opening and closing
                parts.append(escape(text[at : opening.start()]))
                parts.append(_together(opening[0], self._explanation(key, look_up(key)), closing[0]))
                at = closing.end()
        rest = escape(text[at:])
        return Markup("").join([*parts, rest]) if parts else rest

    def _explanation(self, key: str, said: Explanation) -> Markup:
        anchor = "-".join(filter(None, ("means", self._part, slug(key))))
        role = f", {said.role}" if said.role else ""
        return _EXPLAINED.format(id=anchor, key=key, address=said.address, name=said.called, role=role)


def _together(before: str, explained: Markup, after: str) -> Markup:
    return _TOGETHER.format(before=before, explained=explained, after=after) if before or after else explained
