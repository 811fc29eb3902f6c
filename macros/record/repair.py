"""Finds every fault in the syntax of a YAML file in one run.

After a fault, the line is mended in the way that lets most of the lines below be read; see `macros.record.mending`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from macros.record.margins import texts_too_far_left
from macros.record.mending import (
    Edit,
    Lines,
    below,
    blanked,
    first_beside,
    indentation,
    likely_column,
    line_above,
    mends,
    moves,
    open_quotes,
    stands_alone,
    without_value,
)
from macros.record.plain import is_same_key, keeps_text, not_plain, with_straight_quotes
from macros.record.syntax import trouble_in
from macros.record.unreadable import DEEP, OPEN_QUOTE, SECOND, Spot, Trouble, explain, misplaced, too_far_left

_MOST, _LONGEST, _LARGEST = 60, 5000, 1_000_000
_AHEAD = 40


class Found(NamedTuple):
    """A fault: its spot, what is said of it, and the line as it should be, empty if that is not known. `certain`:
    nothing else can be meant."""

    spot: Spot
    said: str
    corrected: str = ""
    certain: bool = False


@dataclass(frozen=True)
class Readable:
    """The lines of a file as far as they can be read. Lines are counted from 0.

    `faults`: what is wrong with the syntax, each with its spot. `broken`: the lines that the faults are in, or that
    are left out because of them. `torn`: of these, the lines that are left out, so that a key may be missing there.
    """

    lines: Lines
    faults: tuple[Found, ...] = ()
    broken: frozenset[int] = frozenset()
    torn: frozenset[int] = frozenset()


def readable(lines: Lines) -> Readable:
    """The lines without faults of syntax, and every fault that was found.

    A file of more than 5000 lines or a million characters is read as far as its first fault. Of more than 60 faults,
    the first are reported.
    """
    repair = _Repair(lines)
    if not repair.is_large:
        repair.write_plainly()
        repair.indent_texts()
        repair.close_quotes()
    while trouble := trouble_in(repair.lines):
        repair.mend(trouble)
    faults = tuple(repair.faults[at] for at in sorted(repair.faults))
    return Readable(repair.lines, faults, frozenset(repair.broken), frozenset(repair.torn))


class _Repair:
    """The repair of a file. `said`: the message about each faulty line, also where it is not worth repeating."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.is_large = len(lines) > _LONGEST or sum(map(len, lines)) > _LARGEST
        self.faults: dict[int, Found] = {}
        self.said: dict[int, str] = {}
        self.broken: set[int] = set()
        self.torn: set[int] = set()

    def write_plainly(self) -> None:
        """Write each line plainly whose key or dash has signs that only look like those of YAML."""
        for at, right, said in not_plain(self.lines):
            self.add((at, indentation(self.lines[at])), said, right, certain=True)
            self.edit({at: right})

    def indent_texts(self) -> None:
        """Indent each text that begins further left than its key; one fault for all its lines."""
        for lines, first in texts_too_far_left(self.lines):
            right = {at: f"{' ' * first}{self.lines[at].lstrip()}" if self.lines[at].strip() else "" for at in lines}
            at = lines.start
            self.add((at, indentation(self.lines[at])), too_far_left(len(lines), first), right[at])
            self.edit(right)

    def close_quotes(self) -> None:
        """Close every quote that its line leaves open, since it would hide the faults up to the next quote."""
        for at, start in open_quotes(self.lines):
            right = f"{self.lines[at].rstrip()}{self.lines[at][start]}"
            self.add(*explain(Trouble(self.lines, (at, start), (at, start), why=OPEN_QUOTE, reading="")), right)
            self.edit({at: right})

    def mend(self, trouble: Trouble) -> None:
        """Mend what stops the reading, and add the fault, unless it is only what a mended line still spoils."""
        spot, message = explain(trouble)
        at = min(spot[0], len(self.lines) - 1)
        if trouble.why == DEEP:
            self.add(spot, message)
            self.leave_out(dict.fromkeys((at, *below(self.lines, at)), ""), at)
            return
        if self.is_large or len(self.faults) == _MOST or trouble.why == SECOND:
            self.add(spot, message)
            self.leave_out(dict.fromkeys(range(at, len(self.lines)), ""), at)
            return
        edit = None if at in self.broken else _best(self.lines, at)
        reach = _reach(self.lines, at, edit) if edit else at
        moved = _moved_above(self.lines, at, trouble.begun[0], reach) if trouble.may_begin_above else None
        if moved and not moved.keys() & self.broken:
            above = min(moved)
            spot = (above, indentation(self.lines[above]))
            self.add(spot, misplaced(self.lines[above], moved[above]), *self.corrected(above, moved))
            self.edit(moved)
            return
        self.add(spot, message, *self.corrected(at, edit or {}))
        if edit:
            self.edit(edit)
        else:
            self.leave_out(_left_out(self.lines, at), at)

    def corrected(self, at: int, edit: Edit) -> tuple[str, bool]:
        """The line as an edit makes it, and whether nothing else can be meant; empty if the edit takes a text away."""
        line, right = self.lines[at], edit.get(at, "")
        if len(edit) > 1 or not keeps_text(line, right):
            tabbed = "\t" in line[: indentation(line)]
            return f"{' ' * likely_column(self.lines, at)}{line.lstrip()}" if tabbed else "", False
        if straight := with_straight_quotes(line):
            return straight, False
        return right, is_same_key(line, right) and ("\t" not in line or self.is_only_column(at, right))

    def is_only_column(self, at: int, right: str) -> bool:
        """Whether a line that is indented with a tab can be read in one column only, not counting the first."""
        text, above = self.lines[at].lstrip(), line_above(self.lines, at)
        if above in self.broken and not (above in self.faults and self.faults[above].certain):
            return False  # nobody knows what it belongs to
        ways = [edit for edit in moves(self.lines, at) if edit.get(at, "")[:1] == " " and edit[at].lstrip() == text]
        reached = [_reach(self.lines, at, edit) for edit in ways]
        furthest = [edit[at] for edit, reach in zip(ways, reached, strict=True) if reach == max(reached)]
        return furthest == [right]

    def add(self, spot: Spot, message: str, corrected: str = "", certain: bool = False) -> None:
        """Add a fault, once for each line. What is said of the two lines above too has one cause above all of them."""
        at = min(spot[0], len(self.lines) - 1)
        one = line_above(self.lines, at)
        goes_on = all(self.said.get(number) == message for number in (one, line_above(self.lines, one)))
        if at not in self.broken and not goes_on:
            self.faults[at] = Found(spot, message, corrected, certain)
        self.said[at] = message
        self.broken.add(at)

    def edit(self, edit: Edit) -> None:
        """Put the lines of an edit in place of those that cannot be read."""
        self.lines = [edit.get(number, line) for number, line in enumerate(self.lines)]
        self.broken |= edit.keys()

    def leave_out(self, edit: Edit, at: int) -> None:
        """The same, and remember the lines that are lost. An edit that changes nothing would go on forever."""
        changes = any(self.lines[number] != line for number, line in edit.items())
        self.edit(edit if changes else dict.fromkeys(range(len(self.lines)), ""))
        self.torn |= edit.keys() | {at}


def _best(lines: Lines, at: int) -> Edit | None:
    """The edit after which the most lines can be read; None if none is known that keeps the line."""
    edit = _furthest(lines, at, mends(lines, at), at) or _furthest(lines, at, moves(lines, at), at)
    if not edit and (above := line_above(lines, at)) >= 0:  # which may have a fault of its own, and is read later
        edit = _furthest([*lines[:above], "", *lines[above + 1 :]], at, moves(lines, at), at)
    return edit


def _furthest(lines: Lines, at: int, edits: Iterable[Edit], reach: int) -> Edit | None:
    """The first of those edits after which the most lines can be read; None if that is none beyond `reach`."""
    best = None
    for edit in edits:
        if (further := _reach(lines, at, edit)) > reach:
            best, reach = edit, further
    return best


def _moved_above(lines: Lines, at: int, begun: int, reach: int) -> Edit | None:
    """An edit that only moves the text of a line above, if more lines can be read after it than `reach`; as many, if no
    other line begins where that one does."""
    suspects = sorted({line_above(lines, at), begun, first_beside(lines, at)} - {-1, at}, reverse=True)
    if not stands_alone(lines, at) and any(stands_alone(lines, suspect) for suspect in suspects):
        reach -= 1
    lines = [*lines[:at], without_value(lines[at]), *lines[at + 1 :]]  # which may have a fault of its own
    return _furthest(lines, at, (edit for suspect in suspects for edit in moves(lines, suspect)), reach)


def _left_out(lines: Lines, at: int) -> Edit:
    """The edit that leaves out as little as possible, so that reading goes on below."""
    ways = list(blanked(lines, at))
    return next((edit for edit in ways if _reach(lines, at, edit) > at), ways[-1])


def _reach(lines: Lines, at: int, edit: Edit) -> int:
    """The line below `at` that has the next fault after an edit; the same for every edit that leaves none nearby."""
    tried = [edit.get(number, line) for number, line in enumerate(lines[: at + _AHEAD])]
    trouble = trouble_in(tried)
    return explain(trouble)[0][0] if trouble else len(tried)
