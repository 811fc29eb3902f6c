"""What a meeting recorded of the next one, beside what is on record of that."""

from dataclasses import dataclass

from macros.language import MonthOnly
from macros.pages.entries import time_due
from macros.pages.page import Page
from macros.record import phrases
from macros.record.models import Due, Meeting, NextMeeting, TimeRange


@dataclass(frozen=True)
class Foreseen:
    """A next meeting as recorded, with its day and time in words; and the meeting on record after that one.

    `on_record`: the stem of the meeting of that day, or else of the next one on record; None if there is none.
    `differs`: whether its file says otherwise, or what was printed cannot be compared with it.
    """

    said: NextMeeting
    date: str
    time: str
    on_record: str | None
    differs: bool


def foreseen(page: Page, stem: str) -> Foreseen | None:
    """The next meeting, as the meeting in the file `stem`.yml recorded it; None if it recorded nothing of it."""
    meetings = page.register.archive.meetings
    said = meetings[stem].next_meeting
    if not said:
        return None
    later = [other for other in meetings if other > stem]
    found = next((other for other in later if _is_on(said.date, meetings[other])), next(iter(later), None))
    differs = bool(found and not _agrees(said, meetings[found]))
    time = phrases.times(said.time) if isinstance(said.time, TimeRange) else said.time or ""
    return Foreseen(said, time_due(said.date) if said.date else "", time, found, differs)


def _agrees(said: NextMeeting, meeting: Meeting) -> bool:
    """Whether everything that was recorded beforehand of a meeting is what its own file says."""
    return (
        (_is_on(said.date, meeting) if said.date else True)
        and said.time in (None, meeting.time)
        and said.location in (None, meeting.location)
    )


def _is_on(said: Due | None, meeting: Meeting) -> bool:
    """Whether a day or a month that was recorded is that of a meeting."""
    if not said or not said.last:
        return False
    if said.is_month or isinstance(meeting.date, MonthOnly):
        return (said.last.year, said.last.month) == (meeting.date.year, meeting.date.month)
    return said.last == meeting.date
