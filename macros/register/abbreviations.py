"""Finds words of the glossary and initials in plain text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")


class Abbreviations:
    """Finds known abbreviations in a text: whole words only, case-sensitive, the longest match first."""

    def __init__(self, known: Iterable[str]) -> None:
        # By their first word, so that a text needs one look-up for each of its words.
        self._beginning: dict[str, list[str]] = defaultdict(list)
        for key in sorted(known, key=len, reverse=True):
            if first := _WORD.match(key):
                self._beginning[first.group()].append(key)

    def found_in(self, text: str) -> Iterator[tuple[int, str]]:
        """The position and key of each abbreviation, from left to right, without overlaps."""
        end = 0
        for word in _WORD.finditer(text):
            keys = self._beginning.get(word.group())
            if keys and word.start() >= end and (key := _key_at(text, word.start(), keys)):
                yield word.start(), key
                end = word.start() + len(key)


def _key_at(text: str, at: int, keys: Iterable[str]) -> str | None:
    return next((key for key in keys if text.startswith(key, at) and not _WORD.match(text, at + len(key))), None)
