"""A problem found in the record: where it stands, what is wrong and how much it matters."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from typing import NamedTuple

from macros.language import _, marked

_SHORT, _LONG = 3, 200


class Severity(IntEnum):
    """How loud a problem is; only an error stops publication."""

    ERROR = 1
    WARNING = 2
    NOTE = 3

    @property
    def word(self) -> str:
        """The severity's name for programs."""
        return self.name.lower()

    @property
    def said(self) -> str:
        """The severity's name as a reader sees it."""
        return _(_NAMES[self])


_NAMES = {Severity.ERROR: marked("error"), Severity.WARNING: marked("warning"), Severity.NOTE: marked("note")}


class Place(NamedTuple):
    """A spot in a file: path from the project folder, line and column, both counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One sentence about one place. Sorts by place, then severity, then sentence."""

    place: Place
    severity: Severity
    message: str

    def __str__(self) -> str:
        word = "" if self.severity is Severity.ERROR else f"{self.severity.said}: "
        return f"{self.place}: {word}{self.message}"


class Stop(Exception):
    """Why a command cannot go on: a sentence, after whatever was `found` that leads to it."""

    def __init__(self, sentence: str, found: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.found = found


class Unpublishable(Exception):
    """The record cannot be published. `problems` holds everything found in `files` files, sorted."""

    def __init__(self, problems: Iterable[Problem], files: int) -> None:
        self.problems = tuple(sorted(set(problems)))
        self.files = files
        super().__init__("\n".join(map(str, self.problems)))


def nearest(found: str, known: Iterable[str]) -> str:
    """`; did you mean 'KS'?` for the known word nearest to the one found, or nothing.

    Two or three letters that share a letter are hardly alike: of those the first has to be the same.
    """
    if len(found) > _LONG:
        return ""
    by_lower = {word.lower(): word for word in sorted(known, reverse=True)}
    if len(found) <= _SHORT:
        by_lower = {lower: word for lower, word in by_lower.items() if lower[:1] == found[:1].lower()}
    close = get_close_matches(found.lower(), by_lower, n=1, cutoff=0.5 if len(found) <= _SHORT else 0.6)
    return _("; did you mean '{word}'?").format(word=by_lower[close[0]]) if close else ""
