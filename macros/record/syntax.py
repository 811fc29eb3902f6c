"""Reads lines of YAML into events, as far as they can be read."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.record.mending import Lines, begins_entry, begins_key, column, indentation
from macros.record.unreadable import DEEP, DEEPEST, OPEN_QUOTE, SECOND, Spot, Trouble

_HEADER = re.compile(r"[|>][-+0-9]*")


def events(lines: Lines) -> Iterator[Any]:
    """The events of YAML, as far as the lines can be read. Raises Unreadable with the trouble that stops it."""
    documents = opened = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                _refuse_swallowed_keys(lines, event)
            if isinstance(event, yaml.DocumentStartEvent) and documents:
                here = _spot(event.start_mark)
                raise Unreadable(Trouble(lines, here, here, why=SECOND, reading=""))
            if isinstance(event, yaml.NodeEvent) and opened > DEEPEST:
                raise Unreadable(Trouble(lines, _spot(event.start_mark), _spot(event.start_mark), why=DEEP, reading=""))
            opened += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            yield event
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        begun = error.context_mark or at
        why, reading = error.problem or "", error.context or ""
        raise Unreadable(Trouble(lines, _spot(at), _spot(begun), why, reading)) from None


def texts(lines: Lines) -> Iterator[tuple[Spot, Spot]]:
    """From where to where each text of a file goes, by line and column; of a text below its key without `|` or `>` and
    what follows that."""
    for event in events(lines):
        if isinstance(event, yaml.ScalarEvent):
            begin: Any = event.start_mark
            end: Any = event.end_mark
            if event.style in ("|", ">"):
                header = _HEADER.match(lines[begin.line], begin.column)
                yield (begin.line, begin.column), (begin.line, header.end() if header else begin.column)
                yield (begin.line + 1, 0), (end.line, end.column)
            else:
                yield (begin.line, begin.column), (end.line, end.column)


def _spot(mark: Any) -> Spot:
    return (mark.line, mark.column) if mark else (0, 0)


class Unreadable(Exception):
    """The lines cannot be read. `trouble`: where and why."""

    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble
        super().__init__(trouble.why)


def _refuse_swallowed_keys(lines: Lines, event: Any) -> None:
    """Refuse quoted text that goes on over keys and entries beside its own: its quote was never closed on its line."""
    start, end = event.start_mark, event.end_mark
    own = column(lines[start.line]) if start.line < len(lines) else 0
    for line in lines[start.line + 1 : end.line + 1]:
        if line.strip() and indentation(line) <= own and (begins_key(line) or begins_entry(line)):
            begun = (start.line, start.column)
            raise Unreadable(Trouble(lines, begun, begun, why=OPEN_QUOTE, reading=""))


def trouble_in(lines: Lines) -> Trouble | None:
    """What stops the reading of these lines; None if nothing does."""
    try:
        for _event in events(lines):
            pass
    except Unreadable as found:
        return found.trouble
    return None
