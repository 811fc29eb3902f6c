"""A problem found in the record: its place, severity and message."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import IntEnum
from typing import NamedTuple

from macros.language import _, marked, one_of

_SHORT, _LONG = 3, 200


class Severity(IntEnum):
    """How severe a problem is. Only an error stops publication."""

    ERROR = 1
    WARNING = 2
    NOTE = 3

    @property
    def word(self) -> str:
        """The name for programs: `error`, `warning` or `note`."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The name for readers, in the current language."""
        return _(_NAMES[self])


_NAMES = {Severity.ERROR: marked("error"), Severity.WARNING: marked("warning"), Severity.NOTE: marked("note")}


class Place(NamedTuple):
    """A place in a file: the path from the project folder, line and column (both from 1)."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One message about one place. Sorts by place, then severity, then message.

    `name`: the plain name under which the office can acknowledge a warning in the file, or an empty text. It ends with
    the word for the entry that the warning is about, if it is about one. `corrected`: the whole line as it should be
    (or lines), or an empty text if that is not known; `certain`: nothing else can be meant.
    """

    place: Place
    severity: Severity
    message: str
    name: str = field(default="", compare=False)
    corrected: str = field(default="", compare=False)
    certain: bool = field(default=False, compare=False)

    @property
    def sentence(self) -> str:
        """The message, and how to answer it where that is possible."""
        said = _("{message} (or acknowledge '{name}')") if self.name else "{message}"
        return said.format(message=self.message, name=self.name)

    def __str__(self) -> str:
        word = "" if self.severity is Severity.ERROR else f"{self.severity.label}: "
        return f"{self.place}: {word}{self.sentence}"


class Stop(Exception):
    """The reason why a command cannot continue, as a message for the user. `found`: messages to print before it."""

    def __init__(self, message: str, found: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.found = found


class Unpublishable(Exception):
    """The record cannot be published. `problems`: every problem, sorted; `files`: the number of files read."""

    def __init__(self, problems: Iterable[Problem], files: int) -> None:
        self.problems = tuple(sorted(set(problems)))
        self.files = files
        super().__init__("\n".join(map(str, self.problems)))


def nearest(found: str, known: Iterable[str]) -> str:
    """`; did you mean 'EF'?` with the known word most similar to the one found; empty if none is similar.

    See `nearest_word`.
    """
    word = nearest_word(found, known)
    return did_you_mean([word]) if word else ""


def did_you_mean(words: Iterable[str]) -> str:
    """`; did you mean 'update' or 'note'?`"""
    return _("; did you mean {words}?").format(words=one_of(f"'{word}'" for word in words))


def nearest_word(found: str, known: Iterable[str]) -> str:
    """The known word most similar to the one found; empty if none is similar.

    Of words of up to three letters, one with the same letters in another order comes first; else the first letter has
    to be the same.
    """
    if len(found) > _LONG:
        return ""
    by_lower = {word.lower(): word for word in sorted(known, reverse=True)}
    if len(found) <= _SHORT:
        swapped = [word for lower, word in sorted(by_lower.items()) if sorted(lower) == sorted(found.lower())]
        if swapped:
            return swapped[0]
        by_lower = {lower: word for lower, word in by_lower.items() if lower[:1] == found[:1].lower()}
    close = get_close_matches(found.lower(), by_lower, n=1, cutoff=0.5 if len(found) <= _SHORT else 0.6)
    return by_lower[close[0]] if close else ""
