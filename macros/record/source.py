"""Reads YAML text into values with places. Every scalar stays the text that was typed.

The only module that reads YAML. It accepts mappings, lists and text of YAML 1.1, and reports an error for anything
that would change or lose text silently: repeated keys, anchors, aliases, merge keys, tags,
several documents, and unquoted text that is cut off by a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from macros.language import _
from macros.record.characters import BREAK, escaped_in, place_behind, unprintable_in
from macros.record.problems import Place, Problem, Severity
from macros.record.unreadable import Trouble, explain

DEEPEST = 12
MOST = 10_000
_WORD = re.compile(r"\S{1,60}")
_COMMENT = re.compile(r"[ \t]+#")


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
    """Keys with entries. An empty key counts as left out."""

    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    items: dict[str, "Entry"] = field(default_factory=dict)

    @property
    def plain(self) -> dict[str, Any]:
        """The values without their places."""
        return {key: item.plain for key, item in self.items.items() if item.plain is not None}


Entry: TypeAlias = Text | Listing | Mapping


class _Unreadable(Exception):
    """Reading stopped. Holds the problem that stopped it."""

    def __init__(self, place: Place, message: str) -> None:
        self.problem = Problem(place, Severity.ERROR, message)
        super().__init__(message)


def read_yaml(text: str, file: str, first_line: int = 1, like: str = "date") -> tuple[Mapping, tuple[Problem, ...]]:
    """Read the text of one YAML file, or of front matter that starts at `first_line` of its file.

    The message about a file without keys has the key `like` as an example.
    Returns the top mapping (empty if the text cannot be read) and every problem found.
    """
    return _Reader(text, file, first_line, like).read()


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


def place_at(entry: Entry, path: tuple[str | int, ...], on_key: bool = False) -> Place:
    """The place of the value (or key) at a path, or of the innermost existing entry on the path."""
    around = entry_at(entry, path[:-1])
    if on_key and isinstance(around, Mapping) and path[-1] in around.keys:
        return around.keys[str(path[-1])]
    return entry_at(entry, path).place


class _Reader:
    def __init__(self, text: str, file: str, first_line: int, like: str) -> None:
        self.text, self.file, self.first_line, self.like = text, file, first_line, like
        self.lines = BREAK.split(text)
        self.problems: list[Problem] = []

    def read(self) -> tuple[Mapping, tuple[Problem, ...]]:
        top: Entry = Mapping(self.place(0, 0))
        if problems := unprintable_in(self.text, self.file, self.first_line):
            return Mapping(self.place(0, 0)), problems
        try:
            top = self.document(self.events())
        except _Unreadable as stop:
            self.problems.append(stop.problem)
        if isinstance(top, Mapping):
            return top, tuple(self.problems)
        self.add_error(top.place, _("the file holds no keys; expected lines like '{key}: ...'").format(key=self.like))
        return Mapping(top.place), tuple(self.problems)

    def place(self, line: int, column: int) -> Place:
        return Place(self.file, line + self.first_line, column + 1)

    def start(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + self.first_line, mark.column + 1)

    def add_error(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place, Severity.ERROR, message))

    def events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            spot, message = explain(self.trouble(error))
            raise _Unreadable(self.place(*spot), message) from None

    def trouble(self, error: yaml.MarkedYAMLError) -> Trouble:
        at = error.problem_mark or error.context_mark
        begun = error.context_mark or at
        stopped, started = ((mark.line, mark.column) if mark else (0, 0) for mark in (at, begun))
        return Trouble(self.lines, stopped, started, why=error.problem or "", reading=error.context or "")

    def document(self, events: Iterator[Any]) -> Entry:
        top: Entry = Text(None, self.place(0, 0))
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                here = self.start(event)
                if event.version or event.tags:
                    self.add_error(here, _("a line that begins with '%' is not allowed; delete it"))
                if documents > 1:
                    raise _Unreadable(here, _("a second document begins here; a file holds one, so delete the '---'"))
            elif isinstance(event, yaml.NodeEvent):
                top = self.entry(event, events, 0)
        return top

    def entry(self, event: Any, events: Iterator[Any], depth: int) -> Entry:
        place = self.start(event)
        if depth > DEEPEST:
            said = _("lists and keys are nested more than {number} deep; check the indentation")
            raise _Unreadable(place, said.format(number=DEEPEST))
        if isinstance(event, yaml.AliasEvent):
            said = _("'{sign}' is a YAML alias, not text; put the text in quotes")
            self.add_error(place, said.format(sign=f"*{event.anchor}"))
            return Text(None, place)
        self.refuse_marks(event, place)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self.sequence(events, depth)), place)
        return self.scalar(event, place)

    def refuse_marks(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            said = _("'{sign}' is a YAML anchor and would be lost; put the text in quotes")
            self.add_error(place, said.format(sign=f"&{event.anchor}"))
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.add_error(place, _("'{tag}' is a YAML tag and would be lost; put the text in quotes").format(tag=tag))

    def scalar(self, event: Any, place: Place) -> Text:
        if event.style == '"':
            self.problems.extend(escaped_in(self.written(event), place))
        if event.style:
            return Text(event.value, place, on_one_line=False, written=self.written(event))
        end = event.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        if _COMMENT.match(line, end.column):
            self.add_error(
                self.place(end.line, line.index("#", end.column)),
                _("YAML drops everything from ' #' on; put the whole text in quotes, or the comment on its own line"),
            )
        on_one_line = event.start_mark.line == end.line
        return Text(event.value or None, place, on_one_line, "" if on_one_line else self.written(event))

    def written(self, event: Any) -> str:
        """A scalar as it stands in the file, without the sign of a block."""
        start, end = event.start_mark, event.end_mark
        if start.line == end.line:
            return str(self.lines[start.line][start.column : end.column])
        lines = self.lines[start.line : end.line + 1]
        if len(lines) > end.line - start.line:
            lines[-1] = lines[-1][: end.column]
        if event.style in ("|", ">"):
            lines[0] = ""
        return "\n".join(lines)[start.column if lines[0] else 0 :]

    def sequence(self, events: Iterator[Any], depth: int) -> Iterator[Entry]:
        for number, event in enumerate(events):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            if number == MOST:
                said = _("the list has more than {number} entries, which no record has; see what is in the file")
                raise _Unreadable(self.start(event), said.format(number=MOST))
            yield self.entry(event, events, depth + 1)

    def mapping(self, place: Place, events: Iterator[Any], depth: int) -> Mapping:
        out = Mapping(place)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if len(out.keys) == MOST:
                said = _("there are more than {number} keys here, which no record has; see what is in the file")
                raise _Unreadable(self.start(event), said.format(number=MOST))
            key = self.entry(event, events, depth + 1)
            value = self.entry(next(events), events, depth + 1)
            self.add(out, key, value)
        return out

    def add(self, out: Mapping, key: Entry, value: Entry) -> None:
        if not isinstance(key, Text) or key.value is None:
            said = _("a key is expected here, like 'title:'; put text that begins like this in quotes")
            self.add_error(key.place, said)
        elif key.value == "<<":
            self.add_error(key.place, _("'<<' is a YAML merge key; write the keys out"))
        elif key.value in out.keys:
            first = out.keys[key.value].line
            said = _("'{key}' is here again, first on line {line}; keep one of them")
            self.add_error(key.place, said.format(key=key.value, line=first))
        else:
            out.keys[key.value] = key.place
            out.items[key.value] = value
