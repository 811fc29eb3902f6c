"""The values of a YAML file with their places: text as it was typed, lists, and keys with values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from macros.record.characters import place_behind
from macros.record.problems import Place

_WORD = re.compile(r"\S{1,60}")


class Text(NamedTuple):
    """A scalar as it was typed; `value` is None for an empty scalar. `written`: how it stands in the file, from its
    place on; empty if it is the value itself."""

    value: str | None
    place: Place
    on_one_line: bool = True
    written: str = ""

    @property
    def plain(self) -> str | None:
        """The value without its place."""
        return self.value

    def place_of(self, at: int) -> Place:
        """The place in the file of the sign at a position of the value. It is found by the word that stands there: if
        the file writes that word in another way, the result is the place of the value."""
        if not self.written:
            return Place(self.place.file, self.place.line, self.place.column + at)
        value, start = self.value or "", -1
        word = _WORD.match(value, at)
        if word:
            for _again in range(value.count(word[0], 0, at) + 1):
                start = self.written.find(word[0], start + len(word[0]) if start >= 0 else 0)
                if start < 0:
                    break
        return place_behind(self.place, self.written[: max(start, 0)])


@dataclass(frozen=True)
class Listing:
    """A list of entries."""

    items: tuple["Entry", ...]
    place: Place

    @property
    def plain(self) -> list[Any]:
        """The values without their places."""
        return [item.plain for item in self.items]


@dataclass(frozen=True)
class Mapping:
    """Keys with entries. An empty key counts as left out.

    `torn`: whether lines among the keys cannot be read, so that a key may be missing because of them. `broken`, of the
    top of a file: the numbers of the lines with faults of syntax; any other fault there may be a consequence.
    """

    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    items: dict[str, "Entry"] = field(default_factory=dict)
    torn: bool = False
    broken: frozenset[int] = frozenset()

    @property
    def plain(self) -> dict[str, Any]:
        """The values without their places."""
        return {key: item.plain for key, item in self.items.items() if item.plain is not None}


Entry: TypeAlias = Text | Listing | Mapping


def entry_at(entry: Entry, path: tuple[str | int, ...]) -> Entry:
    """The entry at a path of keys and list positions, or the innermost existing entry on the path."""
    for step in path:
        if isinstance(entry, Mapping) and step in entry.items:
            entry = entry.items[str(step)]
        elif isinstance(entry, Listing) and isinstance(step, int) and step < len(entry.items):
            entry = entry.items[step]
        else:
            break
    return entry


def texts_in(entry: Entry) -> Iterator[Text]:
    """Every text of an entry, as typed: the values and the keys."""
    if isinstance(entry, Text):
        yield entry
    elif isinstance(entry, Listing):
        for item in entry.items:
            yield from texts_in(item)
    else:
        for key, place in entry.keys.items():
            yield Text(key, place)
            yield from texts_in(entry.items.get(key, Text(None, place)))


def line_with(lines: Sequence[str], place: Place, found: str, instead: str) -> str:
    """The line of a place with another text instead of the one found there; empty if the line does not have that."""
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    before, behind = line[: place.column - 1], line[place.column - 1 :]
    return f"{before}{instead}{behind.removeprefix(found)}" if behind.startswith(found) else ""


def place_at(entry: Entry, path: tuple[str | int, ...], on_key: bool = False) -> Place:
    """The place of the value (or key) at a path, or of the innermost existing entry on the path."""
    around = entry_at(entry, path[:-1])
    if on_key and isinstance(around, Mapping) and path[-1] in around.keys:
        return around.keys[str(path[-1])]
    return entry_at(entry, path).place
