"""How long after a meeting its minutes were published and approved, and by when they are due. Only from days that are
recorded."""

from dataclasses import dataclass
from datetime import date

from macros.language import MonthOnly
from macros.record.models import Meeting, MinutesDue
from macros.register.lifecycle import met_on


@dataclass(frozen=True)
class Timeliness:
    """The days from a meeting to the publication and to the approval of its minutes; None where a day is not recorded,
    or is before the meeting. `due`: the last day on which the minutes are not late, if the group has a rule.

    `late`: the days from then to their publication, or to `counted_to` while there are none; 0 if they are not late.
    """

    published: int | None
    approved: int | None
    due: date | None
    late: int
    counted_to: date | None


def timeliness(meeting: Meeting, approved: date | None, rule: MinutesDue | None, today: date) -> Timeliness:
    """What is known of a meeting's minutes; `approved`: the day of their approval, `today`: the day to count to."""
    if isinstance(meeting.date, MonthOnly) or not meeting.status.took_place:
        return Timeliness(None, None, None, 0, None)
    met, due = meeting.last_day, rule.last_day(meeting.last_day) if rule else None
    missing = today if not meeting.status.held else None
    until = meeting.published or missing
    late = max(0, (until - due).days) if until and due else 0
    return Timeliness(_after(met, meeting.published), _after(met, approved), due, late, missing)


def approved_on(meeting: Meeting, by: Meeting | None) -> date | None:
    """The day on which minutes were approved: the one on record, or that of the meeting that approved them first (`by`)
    if it was held on a single day. Of a day on record that is none of that meeting's, nothing is counted."""
    if by is None:
        return meeting.approved
    if meeting.approved:
        return meeting.approved if met_on(by, meeting.approved) else None
    return None if isinstance(by.date, MonthOnly) or by.last_day != by.date else by.date


def _after(met: date, day: date | None) -> int | None:
    return (day - met).days if day and day >= met else None
