"""The meetings of the groups, as the pages list them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.language import wording
from macros.office.many_groups.published import Group, Meeting
from macros.pages import status_in_short
from macros.record.models import MeetingStatus, parse_day_or_month


@dataclass(frozen=True)
class Row:
    """A meeting of a group."""

    group: Group
    meeting: Meeting

    @property
    def day(self) -> str:
        """The days in words, or the month if no day is known; what the data has if it is neither. With `(b)` for a
        second meeting on a day."""
        first = _day(self.meeting.date)
        if not first:
            return self.meeting.date
        others = self.meeting.record.also_on if self.meeting.record else None
        said = wording.all_days(first, _day(self.meeting.end_date), filter(None, map(_day, others or ())))
        return wording.meeting_day(said, self.meeting.id or "")

    @property
    def year(self) -> str:
        """The year of the meeting, in four digits; empty if the data has no such year."""
        year = self.meeting.date[:4]
        return year if len(year) == 4 and year.isascii() and year.isdigit() else ""

    @property
    def status(self) -> MeetingStatus | None:
        """The status; None if the data has none, or one that this program does not know."""
        try:
            return MeetingStatus(self.meeting.status or "")
        except ValueError:
            return None

    @property
    def state(self) -> str:
        """Whether it was held, and what its minutes are, as the site of the group says it; a status that this program
        does not know is as the data has it."""
        return status_in_short(self.status) if self.status else self.meeting.status or ""


@dataclass(frozen=True)
class Standing:
    """Where a group stands: its latest meeting with minutes; those held since, of which no minutes are published, the
    latest first; and the first that is planned after all of them, whether or not its day has gone by."""

    latest: Row | None
    without_minutes: list[Row]
    planned: Row | None


def latest_first(groups: Iterable[Group]) -> list[Row]:
    """The meetings of the groups from the latest to the earliest; those of a day by their group."""
    rows = [Row(group, meeting) for group in groups for meeting in reversed(group.meetings)]
    return sorted(rows, key=lambda one: one.meeting.date, reverse=True)


def standing(group: Group) -> Standing:
    """Where a group stands. A meeting without a day says nothing of it."""
    rows = [one for one in latest_first([group]) if _day(one.meeting.date)]
    took_place = [one for one in rows if one.status and one.status.took_place]
    latest = next((one for one in took_place if one.status and one.status.held), None)
    later = rows[: rows.index(took_place[0])] if took_place else rows
    planned = [one for one in later if one.status is MeetingStatus.SCHEDULED]
    since = took_place[: took_place.index(latest)] if latest else took_place
    return Standing(latest, since, planned[-1] if planned else None)


def _day(text: str | None) -> date | None:
    """The day or the month that a text of the data names."""
    try:
        return parse_day_or_month(text)
    except ValueError:
        return None
