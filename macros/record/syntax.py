"""Finds every fault in the syntax of a YAML file in one run.

After a fault, the line is mended in the way that lets most of the lines below be read; see `macros.record.mending`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from macros.record.mending import (
    Lines,
    begins_entry,
    begins_key,
    blanked,
    column,
    first_beside,
    indentation,
    line_above,
    mends,
    moves,
)
from macros.record.unreadable import SECOND, Spot, Trouble, explain, misplaced

_MOST, _LONGEST = 60, 5000
_AHEAD = 40


@dataclass(frozen=True)
class Readable:
    """The lines of a file as far as they can be read. Lines are counted from 0.

    `faults`: what is wrong with the syntax, each with its spot. `broken`: the lines that the faults are in, or that
    are left out because of them. `torn`: of these, the lines that are left out, so that a key may be missing there.
    """

    lines: Lines
    faults: tuple[tuple[Spot, str], ...] = ()
    broken: frozenset[int] = frozenset()
    torn: frozenset[int] = frozenset()


def readable(lines: Lines) -> Readable:
    """The lines without faults of syntax, and every fault that was found.

    A file of more than 5000 lines is read as far as its first fault; of more than 60 faults, the first are reported.
    """
    faults: dict[int, tuple[Spot, str]] = {}
    broken: set[int] = set()
    torn: set[int] = set()
    while trouble := _trouble_in(lines):
        spot, message = explain(trouble)
        at = min(spot[0], len(lines) - 1)
        if at in broken:  # what the mended line still spoils is no further fault
            edit, left_out = _left_out(lines, at), True
        elif len(lines) > _LONGEST or len(faults) == _MOST or trouble.why == SECOND:
            edit, left_out = dict.fromkeys(range(at, len(lines)), ""), True
        else:
            edit, left_out = _best(lines, at)
            reach = at if left_out else _reach(lines, at, edit)
            moved = _moved_above(lines, at, trouble.begun[0], reach) if trouble.may_begin_above else None
            if moved and not moved.keys() & broken:
                edit, left_out, at = moved, False, min(moved)
                spot, message = (at, indentation(lines[at])), misplaced(lines[at], moved[at])
        if at not in broken:
            faults[at] = (spot, message)
        mended = [edit.get(number, line) for number, line in enumerate(lines)]
        lines = mended if mended != lines else [""] * len(lines)
        broken |= edit.keys() | {at}
        torn |= edit.keys() if left_out else set()
    return Readable(lines, tuple(faults[at] for at in sorted(faults)), frozenset(broken), frozenset(torn))


def events(lines: Lines) -> Iterator[Any]:
    """The events of YAML, as far as the lines can be read. Raises Unreadable with the trouble that stops it."""
    documents = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                _refuse_swallowed_keys(lines, event)
            if isinstance(event, yaml.DocumentStartEvent) and documents:
                here = _spot(event.start_mark)
                raise Unreadable(Trouble(lines, here, here, why=SECOND, reading=""))
            documents += isinstance(event, yaml.DocumentStartEvent)
            yield event
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        begun = error.context_mark or at
        why, reading = error.problem or "", error.context or ""
        raise Unreadable(Trouble(lines, _spot(at), _spot(begun), why, reading)) from None


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
            raise Unreadable(Trouble(lines, begun, begun, why="quoted scalar goes on over keys", reading=""))


def _trouble_in(lines: Lines) -> Trouble | None:
    try:
        for _event in events(lines):
            pass
    except Unreadable as found:
        return found.trouble
    return None


def _best(lines: Lines, at: int) -> tuple[dict[int, str], bool]:
    """The edit after which the most lines can be read, and whether it leaves out lines."""
    edit = _furthest(lines, at, mends(lines, at), at) or _furthest(lines, at, moves(lines, at), at)
    return (edit, False) if edit else (_left_out(lines, at), True)


def _furthest(lines: Lines, at: int, edits: Iterable[dict[int, str]], reach: int) -> dict[int, str] | None:
    """The first of those edits after which the most lines can be read; None if that is none beyond `reach`."""
    best = None
    for edit in edits:
        if (further := _reach(lines, at, edit)) > reach:
            best, reach = edit, further
    return best


def _moved_above(lines: Lines, at: int, begun: int, reach: int) -> dict[int, str] | None:
    """An edit that only moves the text of a line above, if more lines can be read after it than `reach`."""
    suspects = sorted({line_above(lines, at), begun, first_beside(lines, at)} - {-1, at}, reverse=True)
    return _furthest(lines, at, (edit for suspect in suspects for edit in moves(lines, suspect)), reach)


def _left_out(lines: Lines, at: int) -> dict[int, str]:
    """The edit that leaves out as little as possible, so that reading goes on below."""
    ways = list(blanked(lines, at))
    return next((edit for edit in ways if _reach(lines, at, edit) > at), ways[-1])


def _reach(lines: Lines, at: int, edit: dict[int, str]) -> int:
    """The line below `at` that has the next fault after an edit; the same for every edit that leaves none nearby."""
    tried = [edit.get(number, line) for number, line in enumerate(lines[: at + _AHEAD])]
    trouble = _trouble_in(tried)
    return explain(trouble)[0][0] if trouble else len(tried)
