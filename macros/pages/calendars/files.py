"""The files of the calendars."""

from collections.abc import Collection, Iterable
from itertools import chain

from icalendar import Calendar

from macros.language import _, wording
from macros.pages.calendars.events import Written, events, left_out
from macros.pages.calendars.tasks import tasks
from macros.pages.calendars.times import definition
from macros.pages.calendars.values import add_text
from macros.register import Register, addresses

_MOST = 200  # of the newest meetings
_END = b"END:VCALENDAR\r\n"


def files(register: Register) -> dict[str, bytes]:
    """Every calendar by its address: that of the newest meetings, one for each of these of which a day is known, and
    one for each owner of actions with a time by which they were to be done.

    A held meeting keeps its calendar, which somebody may have linked to before it was held.
    """
    group = register.archive.group.called_on(register.present)[1]
    found = {stem: events(register, stem) for stem in list(register.archive.meetings)[-_MOST:]}
    of_meetings = _("{group}: meetings").format(group=group)
    made = {
        addresses.meeting_calendar(stem): _calendar(of_meetings, written) for stem, written in found.items() if written
    }
    if every := [*chain.from_iterable(found.values())]:
        made[addresses.MEETINGS_CALENDAR] = _calendar(of_meetings, every, _about(register, found))
    for key in sorted(register.owners):
        if written := tasks(register, key):
            said = _("{group}: actions of {initials}")
            name = said.format(group=group, initials=register.initials.said(key, register.present))
            made[addresses.owner_calendar(key)] = _calendar(name, written)
    return made


def _about(register: Register, stems: Collection[str]) -> str:
    """What the calendar of the meetings does not have, in a sentence or two; empty if it has all."""
    newest = _("These are the newest {number} meetings.").format(number=wording.number(_MOST))
    all_of_them = len(stems) == len(register.archive.meetings)
    return " ".join(filter(None, ["" if all_of_them else newest, left_out(register, stems)]))


def _calendar(name: str, written: Iterable[Written], about: str = "") -> bytes:
    """A calendar with components, each written once for all calendars that it is in."""
    calendar, components = Calendar(), list(written)
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Published minutes//Published minutes//EN")
    add_text(calendar, "name", name)
    add_text(calendar, "x-wr-calname", name)
    if about:
        add_text(calendar, "description", about)
        add_text(calendar, "x-wr-caldesc", about)
    head = calendar.to_ical().removesuffix(_END)
    return b"".join([head, *_zones(components), *(one.text for one in components), _END])


def _zones(components: list[Written]) -> list[bytes]:
    """The definition of each zone, for the years of the times in it."""
    years: dict[str, list[int]] = {}
    for one in components:
        if one.zone:
            years.setdefault(one.zone, []).extend(one.years)
    return [definition(zone, min(found), max(found)) for zone, found in years.items()]


FILES = files
