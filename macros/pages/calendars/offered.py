"""Where readers and programs find the calendars."""

from collections.abc import Iterator

from macros.language import MonthOnly, _
from macros.pages.alternatives import Alternative, Use
from macros.pages.calendars.tasks import had_due
from macros.record.models import Meeting
from macros.register import Known, Register, addresses

_ICALENDAR = "text/calendar"


def alternatives(register: Register, address: str) -> Iterator[Alternative]:
    """The calendar of all meetings for the home page and the list of meetings; that of one meeting for its page, unless
    it took place; and that of due actions for the page of their owner."""
    if address in (addresses.HOME, addresses.MEETINGS):
        if any(map(_has_day, register.archive.meetings.values())):
            about = _(
                "Meetings held, planned and cancelled, for the calendar of a phone or a computer. Copy the address of "
                "this link into your calendar program, where it lets you subscribe to one by its address: then it "
                "keeps up with changes. A file that is only opened does not."
            )
            name = _("Meetings (calendar)")
            yield Alternative(Use.SUBSCRIBE, name, addresses.MEETINGS_CALENDAR, _ICALENDAR, about)
    elif stem := register.meetings_at.get(address):
        meeting = register.archive.meetings[stem]
        if _has_day(meeting) and not meeting.status.took_place:
            yield Alternative(Use.SUBSCRIBE, _("This meeting (calendar)"), addresses.meeting_calendar(stem), _ICALENDAR)
    elif (key := register.people_at.get(address)) and any(
        had_due(action) for those in (register.owned, register.once_owned) for action in those.get(key, ())
    ):
        name = _("Due actions (calendar)")
        yield Alternative(Use.SUBSCRIBE, name, addresses.owner_calendar(key), _ICALENDAR)


def _has_day(meeting: Meeting) -> bool:
    return not isinstance(meeting.date, MonthOnly)


def missing(register: Register) -> Iterator[str]:
    """What calendars lack, and what they need for it."""
    if not register.site_address:
        yield _("Without the address of the site, calendars do not link to its pages.")
    if register.versions.known is Known.PART:
        yield _(
            "Only a part of the history of the files is here, so calendars count too few changes, and calendar "
            "programs may not take them over: run git fetch --unshallow."
        )


ALTERNATIVES, MISSING = alternatives, missing
