"""Abbreviations and initials as links, and the list of what they mean that stands at the end of the page.

Nothing is put into a sentence but the link: whoever searches, copies, prints or hears it gets the words of the record.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from markupsafe import Markup, escape

from macros.register import Abbreviations, without_article

_LONGEST_ASIDE = 40  # letters within the brackets that hold an abbreviation, as in "(hereafter: the “ICO”)"
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_SIGNS = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile("['’]")


class Explanation(Protocol):
    """The explanation of an abbreviation."""

    @property
    def initials(self) -> str:
        """The abbreviation."""

    @property
    def called(self) -> str:
        """The full name."""

    @property
    def role(self) -> str:
        """The role of a person; may be empty."""

    @property
    def address(self) -> str:
        """The link to more information."""


class Explanations:
    """What a page explains, for the list at its end; each only once."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str, str], Explanation] = {}

    def add(self, said: Explanation) -> None:
        """Have it in the list, unless it says itself what it means."""
        if without_article(said.initials) == without_article(said.called):
            return
        self._said.setdefault((said.initials, said.called, said.role), said)

    def link(self, said: Explanation) -> Markup:
        """The abbreviation as a link to more information; its explanation is then in the list."""
        self.add(said)
        title = f"{said.called}, {said.role}" if said.role else said.called
        # Written out, since Markup.format takes a tenth of the time of a build.
        return Markup(
            f'<a class="short" href="{escape(said.address)}" title="{escape(title)}">{escape(said.initials)}</a>'
        )

    def listed(self) -> list[Explanation]:
        """The explanations in alphabetical order."""
        return [said for _, said in sorted(self._said.items(), key=lambda item: (item[0][0].lower(), item[0]))]


# "The Data Protection Act 2018", "PORT 80": with a number behind it, the same letters are usually another thing.
_BEFORE_A_NUMBER = re.compile(r"[ \u00a0-][0-9]")


class FirstUses:
    """The abbreviations met so far in one part of a page, where each is a link only at its first use."""

    def __init__(self, known: Abbreviations, explanations: Explanations) -> None:
        self._known = known
        self._explanations = explanations
        self._seen: dict[str, set[str]] = defaultdict(set)
        self._block, self._found = "", list[tuple[int, str]]()

    def linked(self, block: str, start: int, end: int, look_up: Callable[[str], Explanation | None]) -> Markup:
        """A block of text from `start` to `end` as HTML, with each abbreviation as a link that is new to this part, or
        means something else than before.

        Not before a number, nor where the block itself says what it stands for, nor where `look_up` gives nothing for
        it; and none in a block all in capitals, where any word may look like one.
        """
        parts, at = [], start
        for place, key in self._within(block, start, end):
            behind = place + len(key)
            is_here = start <= place and behind <= end and not _BEFORE_A_NUMBER.match(block, behind)
            said = look_up(key) if is_here else None
            if not said or said.called in self._seen[key]:
                continue
            self._seen[key].add(said.called)
            if not says_itself(block, place, key, said.called):
                parts += [escape(block[at:place]), self._explanations.link(said)]
                at = behind
        rest = escape(block[at:end])
        return Markup("").join([*parts, rest]) if parts else rest

    def _within(self, block: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The abbreviations that begin in a part of a block, which is read only once for all its parts."""
        if block != self._block:
            found = list(self._known.found_in(block))
            self._block, self._found = block, [] if is_in_capitals(block, found) else found
        for number in range(bisect_left(self._found, (start, "")), len(self._found)):
            if self._found[number][0] >= end:
                return
            yield self._found[number]


def is_in_capitals(block: str, found: Iterable[tuple[int, str]]) -> bool:
    """Whether a block of text has words besides the abbreviations `found` in it, and all of them in capitals."""
    others, end = [], 0
    for place, key in found:
        others.append(block[end:place])
        end = place + len(key)
    return "".join([*others, block[end:]]).isupper()


def says_itself(block: str, at: int, key: str, name: str) -> bool:
    """Whether a block of text says what the abbreviation `key` at `at` stands for.

    It does if it holds the full name; or if the abbreviation is in brackets behind words that it abbreviates, or has
    such words in brackets behind it: `Initial Crime Overview (ICO)` is not the Information Commissioner's Office.
    """
    if _plain(name) in _plain(block):
        return True
    behind = block[at + len(key) :]
    if words := _BRACKETS.match(behind):
        return abbreviates(key, words[1])
    before, opened, aside = block[:at].rpartition("(")
    is_aside = opened and ")" not in aside and ")" in behind[:_LONGEST_ASIDE] and len(aside) < _LONGEST_ASIDE
    return bool(is_aside) and abbreviates(key, " ".join(before.split()[-2 * len(key) :]))


def abbreviates(key: str, words: str) -> bool:
    """Whether the letters of an abbreviation stand in this order in the words, the first one at the beginning of a word
    (the test of Schwartz and Hearst, 2003)."""
    letters = [letter for letter in key.lower() if letter.isalnum()]
    text, place = words.lower(), len(words.lower())
    for number in range(len(letters) - 1, -1, -1):
        place = text.rfind(letters[number], 0, place)
        while number == 0 and place > 0 and text[place - 1].isalnum():
            place = text.rfind(letters[number], 0, place)
        if place < 0:
            return False
    return bool(letters)


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    """Words to be compared: without capitals, apostrophes and other signs, with a space at each end."""
    return f" {_SIGNS.sub(' ', _APOSTROPHES.sub('', text.lower())).strip()} "
