"""When a meeting is, as a calendar says it: points in time where the zone is known, or else days or local times."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone

from macros.language import ENGLISH, MonthOnly
from macros.record import phrases
from macros.record.models import Group, Meeting

# The zone of a group in the United Kingdom that names none. Its summer time is printed by a name that is no zone's.
_USUAL = "Europe/London"
_PRINTED = {"BST": timezone(timedelta(hours=1))}
_IN_UTC = ("UTC", "GMT", "Z")
_YEARS = (1900, 2100)


@dataclass(frozen=True)
class When:
    """The start and the end of a meeting on one day, or on several without a break. Days alone end before `end`;
    without an end it is None."""

    start: date
    end: date | None


def times(meeting: Meeting, group: Group) -> Iterator[When]:
    """One for each time that a meeting meets; none if only its month is known.

    A time on record is that of a meeting of one day. Of one of several it does not say on which of them it holds.
    """
    if isinstance(meeting.date, MonthOnly):
        return
    if meeting.time and not meeting.also_on and meeting.end_date in (None, meeting.date):
        zone, minutes = zone_of(meeting, group), meeting.time
        end = _at(meeting.date, minutes.ends, zone) if minutes.end else None
        yield When(_at(meeting.date, minutes.begins, zone), end)
        return
    first, last = meeting.date, max(meeting.end_date or meeting.date, meeting.date)
    yield _days(first, last)
    for day in dict.fromkeys(meeting.also_on):
        if not first <= day <= last:
            yield _days(day, day)


def _days(first: date, last: date) -> When:
    return When(first, last + timedelta(days=1) if last < date.max else None)


def _at(day: date, minutes: int, zone: tzinfo | None) -> date:
    """A point in time: in UTC or in a zone of the time zone database; without a zone, the time at the place."""
    try:
        local = datetime.combine(day, time.min, zone) + timedelta(minutes=minutes)
        return local if zone is None or isinstance(zone, ZoneInfo) else local.astimezone(UTC)
    except OverflowError:  # at either end of all time
        return datetime.combine(day, time.max.replace(microsecond=0), zone and UTC)


def zone_of(meeting: Meeting, group: Group) -> tzinfo | None:
    """The zone that is printed, or else the usual one of a British group; None if the printed one is not known, or if
    none is printed and the group is elsewhere."""
    printed = phrases.zone_of(meeting, group)
    if not printed:
        return _zone(_USUAL) if group.locale == ENGLISH else None
    return UTC if printed in _IN_UTC else _PRINTED.get(printed) or _zone(printed)


@cache
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):  # a text that is no zone's name, which may be any
        return None


@cache
def definition(name: str, first: int, last: int) -> bytes:
    """The VTIMEZONE of a zone for some years; of those that no calendar of today has, for the nearest that one has."""
    first, last = (min(max(year, _YEARS[0]), _YEARS[1]) for year in (first, last))
    return bytes(Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(last, 12, 31)).to_ical())
