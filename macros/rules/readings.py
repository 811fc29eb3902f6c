"""Rules about text that is read as it stands, and may have been meant as a day or as a list."""

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.language import _
from macros.record import Archive, Filed, Problem, Severity, Text
from macros.record.models import Due, Meeting, day_meant

_BEGINS_LIKE_ENTRY = re.compile(r"[-–—−•*][ \u00a0]?(?=\w)")


def days_are_read(archive: Archive) -> Iterator[Problem]:
    """A day after which an action is overdue, or on which the next meeting is, is written in figures: the year, the
    month and the day, with hyphens between.

        note: '31.05.2022' is read as words, so nobody knows when it is past; write it like 2022-05-31 if it is this day

    Any words may stand there, as printed: next meeting, or spring. A day in another form is shown as typed, too.
    """
    for filed in archive.meeting_files.values():
        for path, due in _days(filed.record):
            if due and due.last is None and (meant := day_meant(due.text)):
                said = _(
                    "'{found}' is read as words, so nobody knows when it is past; write it like {day} if it is this day"
                )
                problem = filed.problem(Severity.NOTE, path, said.format(found=due.text, day=meant.text))
                yield replace(problem, corrected=filed.corrected(problem.place, due.text, meant.text))


def _days(meeting: Meeting) -> Iterator[tuple[tuple[str | int, ...], Due | None]]:
    for index, entry in enumerate(meeting.actions):
        yield ("actions", index, "due"), entry.due
    if meeting.next_meeting:
        yield ("next_meeting", "date"), meeting.next_meeting.date


def lists_have_dashes(archive: Archive) -> Iterator[Problem]:
    """A text whose lines all begin with a dash or a bullet is no list unless each is a hyphen with a space behind it.

        warning: these lines begin with '–', so they are one text and no list; begin each with a hyphen and a space

    If the document prints such a text, write '|' behind its key, and the lines below it.
    """
    for filed in archive.meeting_files.values():
        for key in ("attendees", "apologies"):
            text = filed.text_at((key,))
            if sign := _sign_of_all_lines(text):
                said = _(
                    "these lines begin with '{sign}', so they are one text and no list; begin each with a hyphen and a "
                    "space"
                )
                warning = filed.warning((key,), said.format(sign=sign), f"no list {key}")
                yield replace(warning, corrected=_with_hyphen(filed, text))


def _sign_of_all_lines(text: Text) -> str:
    """The sign that each of several lines of a text without quotes or `|` begins with; empty if there is none."""
    lines = [line.strip() for line in text.written.splitlines()]
    alike = len(lines) > 1 and all(_BEGINS_LIKE_ENTRY.match(line) for line in lines)
    return lines[0][0] if alike else ""


def _with_hyphen(filed: Filed[Meeting], text: Text) -> str:
    found = _BEGINS_LIKE_ENTRY.match(text.value or "")
    return filed.corrected(text.place, found[0], "- ") if found else ""
