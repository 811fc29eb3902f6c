"""Meetings as events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from icalendar import Event

from macros.language import MonthOnly, _, wording
from macros.pages.calendars.times import When, times
from macros.pages.calendars.values import add_common, add_text
from macros.pages.state import state_in_short
from macros.record import phrases
from macros.record.models import Meeting
from macros.register import Register, addresses, is_postponed_to


@dataclass(frozen=True)
class Written:
    """A component as RFC 5545 has it; the zone of its times, or an empty text, and the years that they are in."""

    text: bytes
    zone: str = ""
    years: tuple[int, int] = (0, 0)


def events(register: Register, stem: str) -> list[Written]:
    """A meeting as an event, or as one for each time that it meets; none if only its month is known."""
    found = times(register.archive.meetings[stem], register.archive.group)
    return [_event(register, stem, when) for when in found]


def _event(register: Register, stem: str, when: When) -> Written:
    filed, event = register.archive.meeting_files[stem], Event()
    meeting, day = filed.record, f"{when.start:%Y-%m-%d}"
    # The day is in the name of the days behind the first alone, so that the time may become known.
    name = "" if when.start.timetuple()[:3] == meeting.date.timetuple()[:3] else f"on/{day}"
    add_common(event, register, addresses.meeting(stem), filed.file, name)
    event.add("dtstart", when.start)
    if when.end and when.end > when.start:
        event.add("dtend", when.end)
    add_text(event, "summary", _summary(register, meeting))
    add_text(event, "description", "\n".join(_description(register, stem, meeting)))
    if meeting.location:
        add_text(event, "location", meeting.location)
    if meeting.status.is_off:
        event.add("status", "CANCELLED")
    zone = when.start.tzinfo if isinstance(when.start, datetime) else None
    ends = when.end or when.start
    return Written(event.to_ical(), zone.key if isinstance(zone, ZoneInfo) else "", (when.start.year, ends.year))


def _summary(register: Register, meeting: Meeting) -> str:
    group = register.archive.group.called_on(meeting.date)[1]
    title = meeting.title or _("Meeting")
    return _("{group}: {title}").format(group=group, title=title)


def _description(register: Register, stem: str, meeting: Meeting) -> Iterator[str]:
    """What the record says of when the meeting is and of its state, in words."""
    when = [phrases.days(meeting), phrases.times_of(meeting, register.archive.group), meeting.time_elsewhere]
    yield ", ".join(filter(None, when))
    yield state_in_short(register, stem)
    if other := is_postponed_to(register.archive.meetings, stem):
        yield _("Postponed to {meeting}").format(meeting=register.meeting_names[other])
    if register.site_address:
        yield addresses.on_the_web(register.site_address, addresses.meeting(stem))


def left_out(register: Register, stems: Iterable[str]) -> str:
    """The sentence on those of some meetings that no event stands for; empty if there are none."""
    meetings = register.archive.meetings
    found = [register.meeting_names[stem] for stem in stems if isinstance(meetings[stem].date, MonthOnly)]
    said = _("Not in this calendar, because no day is on record: {meetings}.")
    return wording.filled(said, meetings=wording.listed(found)) if found else ""
