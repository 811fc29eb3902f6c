"""Abbreviations and initials explained where a reader first meets them.

The explanation is a popover of HTML: a button opens it by touch, mouse or keyboard, Escape closes it, and no script is
needed. On paper it stands in brackets behind the word.
"""

from collections.abc import Callable
from typing import Protocol

from markupsafe import Markup, escape

from macros.abbreviations import Abbreviations
from macros.addresses import slug

_EXPLAINED = Markup(
    '<button type="button" class="short" popovertarget="{id}">{key}</button>'
    '<span popover class="meaning" id="{id}"><a href="{address}">{name}</a>{role}</span>'
)


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
                parts += [escape(text[at:start]), self._explanation(key, look_up(key))]
                at = start + len(key)
        rest = escape(text[at:])
        return Markup("").join([*parts, rest]) if parts else rest

    def _explanation(self, key: str, said: Explanation) -> Markup:
        anchor = "-".join(filter(None, ("means", self._part, slug(key))))
        role = f", {said.role}" if said.role else ""
        return _EXPLAINED.format(id=anchor, key=key, address=said.address, name=said.called, role=role)
