"""Reads YAML text into values with places. Every scalar stays the text that was typed.

It accepts mappings, lists and text of YAML 1.1, and reports an error for anything that would change or lose text
silently: repeated keys, anchors, aliases, merge keys, tags, several documents, and unquoted text that is cut off by a
comment. Every fault of syntax is reported in one run; see `macros.record.repair`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from macros.language import _
from macros.record.characters import BREAK, escaped_in, unprintable_in
from macros.record.entries import Entry, Listing, Mapping, Text
from macros.record.margins import texts_too_far_left
from macros.record.mending import begins_entry, column, indentation
from macros.record.plain import in_quotes
from macros.record.problems import Place, Problem, Severity
from macros.record.repair import Readable, readable
from macros.record.syntax import Unreadable, events

MOST = 10_000
_COMMENT = re.compile(r"[ \t]+#")


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


class _Reader:
    def __init__(self, text: str, file: str, first_line: int, like: str) -> None:
        self.text, self.file, self.first_line, self.like = text, file, first_line, like
        self.typed = BREAK.split(text)
        self.found = Readable(self.typed)
        self.torn: set[int] = set()
        self.copied: dict[Place, set[str]] = {}
        self.problems: list[Problem] = []

    @property
    def lines(self) -> list[str]:
        """The lines of the text, as far as they can be read."""
        return self.found.lines

    def read(self) -> tuple[Mapping, tuple[Problem, ...]]:
        top: Entry = Mapping(self.place(0, 0))
        if problems := unprintable_in(self.text, self.file, self.first_line):
            return Mapping(self.place(0, 0)), problems
        try:
            top = self.whole() or self.readable_part()
        except _Unreadable as stop:
            self.problems.append(stop.problem)
        lost = {line + self.first_line for line in self.found.broken}
        self.problems = [problem for problem in self.problems if problem.place.line not in lost]
        for spot, said, corrected, certain in self.found.faults:
            self.problems.append(Problem(self.place(*spot), Severity.ERROR, said, "", corrected, certain))
        self.problems.sort()
        if isinstance(top, Mapping):
            broken = frozenset(lost | {problem.place.line for problem in self.problems})
            return replace(top, broken=broken), tuple(self.problems)
        if not self.problems:
            said = _("the file holds no keys; expected lines like '{key}: ...'")
            self.add_error(top.place, said.format(key=self.like))
        return Mapping(top.place), tuple(self.problems)

    def whole(self) -> Entry | None:
        """What the text holds; None if it has a fault of syntax."""
        if next(texts_too_far_left(self.lines), None):
            return None
        try:
            return self.document(events(self.lines))
        except Unreadable:
            return None

    def readable_part(self) -> Entry:
        """What the text holds as far as it can be read."""
        self.problems, self.copied = [], {}
        self.found = readable(self.typed)
        self.torn = set(self.found.torn)
        return self.document(events(self.lines))

    def place(self, line: int, column: int) -> Place:
        return Place(self.file, line + self.first_line, column + 1)

    def start(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + self.first_line, mark.column + 1)

    def add_error(self, place: Place, message: str) -> None:
        self.problems.append(Problem(place, Severity.ERROR, message))

    def document(self, events: Iterator[Any]) -> Entry:
        top: Entry = Text(None, self.place(0, 0))
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
                self.add_error(self.start(event), _("a line that begins with '%' is not allowed; delete it"))
            elif isinstance(event, yaml.NodeEvent):
                top = self.entry(event, events)
        return top

    def entry(self, event: Any, events: Iterator[Any]) -> Entry:
        place = self.start(event)
        if isinstance(event, yaml.AliasEvent):
            said = _("'{sign}' is a YAML alias, not text; put the text in quotes")
            self.add_error(place, said.format(sign=f"*{event.anchor}"))
            return Text(None, place)
        self.refuse_marks(event, place)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place, events)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(tuple(self.sequence(events)), place)
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
            said = _("YAML drops everything from ' #' on; put the whole text in quotes, or the comment on its own line")
            at = self.place(end.line, line.index("#", end.column))
            right = in_quotes(line, event.start_mark.column) if event.start_mark.line == end.line else ""
            self.problems.append(Problem(at, Severity.ERROR, said, corrected=right))
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

    def sequence(self, events: Iterator[Any]) -> Iterator[Entry]:
        for number, event in enumerate(events):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            if number == MOST:
                said = _("the list has more than {number} entries, which no record has; see what is in the file")
                raise _Unreadable(self.start(event), said.format(number=MOST))
            yield self.entry(event, events)

    def mapping(self, place: Place, events: Iterator[Any]) -> Mapping:
        out = Mapping(place)
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return replace(out, torn=self.is_torn(place, event) or place in self.copied)
            if len(out.keys) == MOST:
                said = _("there are more than {number} keys here, which no record has; see what is in the file")
                raise _Unreadable(self.start(event), said.format(number=MOST))
            key = self.entry(event, events)
            value = self.entry(next(events), events)
            if self.is_keyless(event):
                said = _(
                    "'{text}' would be lost, as no colon follows it; text between braces that has a comma needs quotes"
                )
                self.add_error(key.place, said.format(text=event.value))
            else:
                self.add(out, key, value)
        return out

    def is_keyless(self, event: Any) -> bool:
        """Whether no colon follows what stands where a key is expected. Between braces YAML takes text behind a comma
        for a key without a value, which would be lost."""
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            return False
        end: Any = event.end_mark
        starts = (
            self.lines[n][end.column if n == end.line else 0 :].lstrip() for n in range(end.line, len(self.lines))
        )
        return not next((start for start in starts if start), "").startswith(":")

    def is_torn(self, place: Place, end: Any) -> bool:
        """Whether a line that cannot be read belongs to the mapping that ends here, and to none within it."""
        within = range(place.line - self.first_line, end.end_mark.line + 1)
        mine = {n for n in self.torn if n in within and indentation(self.typed[n]) >= place.column - 1}
        self.torn -= mine
        return bool(mine)

    def add(self, out: Mapping, key: Entry, value: Entry) -> None:
        if not isinstance(key, Text) or key.value is None:
            said = _("a key is expected here, like 'title:'; put text that begins like this in quotes")
            self.add_error(key.place, said)
        elif key.value == "<<":
            self.add_error(key.place, _("'<<' is a YAML merge key; write the keys out"))
        elif key.value in out.keys:
            self.add_repeated(out, key)
        elif out.place not in self.copied:
            out.keys[key.value] = key.place
            out.items[key.value] = value

    def add_repeated(self, out: Mapping, key: Text) -> None:
        """Report a key that stands twice. With the first key of all, another entry or a copy begins: the keys below
        it are no further faults."""
        name, first = str(key.value), next(iter(out.keys))
        copied = self.copied.get(out.place)
        if copied is not None and (key.place.column == 1 or name not in copied | {first}):
            copied.add(name)
            return
        if name != first or (key.place.column > 1 and not self.is_list_entry(out.place)):
            said = _("'{key}' is here again, first on line {line}; keep one of them")
        elif key.place.column == 1:
            said = _("'{key}' is here again, first on line {line}; if the text is pasted twice, delete one of the two")
        else:
            said = _("'{key}' is here again, first on line {line}; keep one, or write '- ' before a new entry")
        if name == first and (key.place.column == 1 or self.is_list_entry(out.place)):
            self.copied[out.place] = set()
        self.add_error(key.place, said.format(key=name, line=out.keys[name].line))

    def is_list_entry(self, place: Place) -> bool:
        """Whether keys begin behind the dash of a list entry."""
        line = self.lines[place.line - self.first_line]
        return begins_entry(line) and column(line) == place.column - 1
