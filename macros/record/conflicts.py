"""Finds the lines that git leaves in a file where two people changed the same place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.language import _
from macros.record.problems import Place, Problem, Severity

_MARK = re.compile(r"(?P<indented>[ \t]*)(?P<sign><{7}|\|{7}|={7}|>{7})(?:[ \t]+(?P<name>\S.*?))?[ \t\r]*")


class Conflict(NamedTuple):
    """Two versions of the same lines, between lines of git. Lines are counted from 0.

    `start`, `middle`, `end`: the line of git above, between and below the versions; `middle` is that above a third
    version, which both began with, if git shows that too. Each is None where somebody deleted it. `ours`, `theirs`: the
    names that git gives the versions.
    """

    start: int | None
    middle: int | None
    end: int | None
    ours: str = ""
    theirs: str = ""

    @property
    def lines(self) -> range:
        """Every line of the conflict that is left."""
        left = [line for line in self[:3] if line is not None]
        return range(min(left), max(left) + 1)

    @property
    def not_ours(self) -> set[int]:
        """The lines of git, and those of all versions but the first."""
        behind = self.lines if self.middle is None else range(self.middle, self.lines.stop)
        return {self.lines.start} | (
            set(behind) if self.start is not None and self.end is not None else set(self.lines)
        )

    def problem(self, file: str) -> Problem:
        """The error about the conflict."""
        if self.start is None or self.end is None:
            said = _(
                "a line of git is left from a place that two people changed; keep one of the two versions, and delete "
                "the lines that begin with <<<<<<<, ======= or >>>>>>>"
            )
        else:
            said = _(
                "two people changed this place: lines {first} to {last} hold both versions, of '{ours}' and of "
                "'{theirs}'; keep one of the two, and delete the lines that begin with <<<<<<<, ======= or >>>>>>>"
            )
        return Problem(Place(file, self.lines.start + 1), Severity.ERROR, said.format(
            first=self.lines.start + 1, last=self.lines.stop, ours=self.ours, theirs=self.theirs,
        ))  # fmt: skip


def conflicts_in(lines: list[str]) -> Iterator[Conflict]:
    """Every conflict in the lines of a file. A line of equals signs is one of git only between the two others, since
    it underlines a heading of Markdown elsewhere."""
    start: int | None = None
    middle: int | None = None
    lone: int | None = None  # equals signs whose line above is deleted
    ours = ""
    for number, line in enumerate(lines):
        found = _MARK.fullmatch(line)
        sign = found["sign"][0] if found else None
        name = (found["name"] or "") if found else ""
        if sign == "<":
            if start is not None:
                yield Conflict(start, middle, None, ours)
            start, middle, ours = number, None, name
        elif sign in ("|", "=") and start is not None and middle is None:
            middle = number
        elif sign == "=" and start is None and found and not found["indented"]:
            lone = number
        elif sign == ">" and (start is not None or (name and found and not found["indented"])):
            yield Conflict(start, middle if start is not None else lone, number, ours, name)
            start, middle, ours, lone = None, None, "", None
    if start is not None:
        yield Conflict(start, middle, None, ours)


def without_conflicts(lines: list[str], found: list[Conflict]) -> list[str]:
    """The lines with only the first version of each conflict; all its other lines are empty."""
    gone = {line for conflict in found for line in conflict.not_ours}
    return ["" if number in gone else line for number, line in enumerate(lines)]
