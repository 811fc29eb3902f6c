"""Explains abbreviations and initials where a page first uses them.

The explanation is an HTML popover: a button opens it by touch, mouse or keyboard, Escape closes it, and no script is
needed. On paper it is in brackets after the word.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Protocol

from markupsafe import Markup, escape

from macros.register import Abbreviations
from macros.register.addresses import slug

_EXPLAINED = Markup(
    '<button type="button" class="short" popovertarget="{id}">{key}</button>'
    '<span popover class="meaning" id="{id}"><a href="{address}">{name}</a>{role}</span>'
)

# A line may break beside a button, even between a bracket and a word, so punctuation is kept with the word.
_TOGETHER = Markup('<span class="together">{before}{explained}{after}</span>')
_OPENING, _CLOSING = re.compile(r"[(\[/“‘\"']*\Z"), re.compile(r"[)\]/”’\"'.,:;!?]*")


class Explanation(Protocol):
    """The explanation of an abbreviation."""

    @property
    def called(self) -> str:
        """The full name."""

    @property
    def role(self) -> str:
        """The role of a person; may be empty."""

    @property
    def address(self) -> str:
        """The link to more information."""


class FirstUses:
    """The abbreviations explained so far in one part of a page; `part` makes the anchors of each part unique."""

    def __init__(self, known: Abbreviations, part: str) -> None:
        self._known = known
        self._part = part
        self._seen: dict[str, set[str]] = defaultdict(set)

    def explained(self, text: str, look_up: Callable[[str], Explanation | None]) -> Markup:
        """Plain text as HTML, with each abbreviation that is new to this part, or means something else than before,
        explained. What `look_up` does not know is left as it is."""
        parts, at = [], 0
        for start, key in self._known.found_in(text):
            said = look_up(key)
            if said and said.called not in self._seen[key]:
                self._seen[key].add(said.called)
                opening, closing = _OPENING.search(text, at, start), _CLOSING.match(text, start + len(key))
                assert opening and closing
                parts.append(escape(text[at : opening.start()]))
                parts.append(_together(opening[0], self._explanation(key, said), closing[0]))
                at = closing.end()
        rest = escape(text[at:])
        return Markup("").join([*parts, rest]) if parts else rest

    def _explanation(self, key: str, said: Explanation) -> Markup:
        again = str(len(self._seen[key])) if len(self._seen[key]) > 1 else ""
        anchor = "-".join(filter(None, ("means", self._part, slug(key), again)))
        role = f", {said.role}" if said.role else ""
        return _EXPLAINED.format(id=anchor, key=key, address=said.address, name=said.called, role=role)


def _together(before: str, explained: Markup, after: str) -> Markup:
    return _TOGETHER.format(before=before, explained=explained, after=after) if before or after else explained
