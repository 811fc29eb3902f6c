"""The words for dates, ages, lists, counts and states, in the language spoken: short and plain."""

import re
from collections.abc import Iterable
from datetime import date, time
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from macros.language import _, marked, ngettext, spoken
from macros.record.models import ActionStatus, MeetingStatus, Section, TimeRange

_FIELD = re.compile(r"<(\w+)>(.*?)</\1>")


def not_recorded() -> str:
    """What stands where the record holds no value."""
    return _("Not recorded")


def in_a_draft() -> str:
    """What stands behind a value that only a draft holds."""
    return _("(in a draft record)")


def not_held() -> str:
    """What stands behind a month whose meeting's record is not held."""
    return _("(record not held)")


def no_apologies() -> str:
    """What stands where the record says that nobody sent apologies."""
    return _("Apologies: none.")


def not_mentioned() -> str:
    """What a meeting did to an open action that it passed over."""
    return _("not mentioned")


def day(value: date) -> str:
    """`21 March 2022`."""
    return _date(value, "long", spoken())


def month(year: int, number: int) -> str:
    """`March 2022`."""
    return _skeleton(date(year, number, 1), "yMMMM", spoken())


@cache
def _date(value: date, form: str, locale: str) -> str:
    return format_date(value, form, locale=locale)


@cache
def _skeleton(value: date, skeleton: str, locale: str) -> str:
    return format_skeleton(skeleton, value, locale=locale)


def meeting_day(value: date, stem: str) -> str:
    """`21 March 2022`; a second meeting on a day, in a file ending in -b, adds `(b)`."""
    letter = stem[10:].strip("-")
    return f"{day(value)} ({letter})" if letter else day(value)


def short_day(value: date, stem: str) -> tuple[str, str, str]:
    """`21`, `Mar` and `2022`, for the head of a narrow column; a second meeting on a day is `21b`."""
    return f"{value.day}{stem[10:].strip('-')}", _date(value, "MMM", spoken()), str(value.year)


def clock(value: time) -> str:
    """`10:00`, on the 24-hour clock."""
    return f"{value:%H:%M}"


def times(value: TimeRange) -> str:
    """`10:00 to 12:00`, or `10:00` where no end was recorded."""
    return from_to(clock(value.start), clock(value.end)) if value.end else clock(value.start)


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return format_list(tuple(words), locale=spoken())


def language() -> str:
    """The language spoken, in its own words: `English (United Kingdom)`."""
    return str(Locale.parse(spoken()).get_display_name())


def number(value: int) -> str:
    """`12,006`, with the signs of the locale."""
    return _number(value, spoken())


@cache
def _number(value: int, locale: str) -> str:
    return format_decimal(value, locale=locale)


def from_to(first: str, last: str) -> str:
    """`a to b`, or `a` where both are the same."""
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def meetings(count: int) -> str:
    """`1 meeting`, `2 meetings`, `no meetings`; and so the other counts."""
    return _counted(_("no meetings"), ngettext("{number} meeting", "{number} meetings", count), count)


def actions(count: int) -> str:
    """How many actions."""
    return _counted(_("no actions"), ngettext("{number} action", "{number} actions", count), count)


def open_actions(count: int) -> str:
    """How many open actions."""
    return _counted(_("no open actions"), ngettext("{number} open action", "{number} open actions", count), count)


def files(count: int) -> str:
    """How many files."""
    return _counted(_("no files"), ngettext("{number} file", "{number} files", count), count)


def errors(count: int) -> str:
    """How many errors."""
    return _counted(_("no errors"), ngettext("{number} error", "{number} errors", count), count)


def warnings(count: int) -> str:
    """How many warnings."""
    return _counted(_("no warnings"), ngettext("{number} warning", "{number} warnings", count), count)


def notes(count: int) -> str:
    """How many notes."""
    return _counted(_("no notes"), ngettext("{number} note", "{number} notes", count), count)


def months(count: int) -> str:
    """How many whole months."""
    return _counted(_("less than a month"), ngettext("{number} month", "{number} months", count), count)


def _counted(none: str, some: str, count: int) -> str:
    return some.format(number=number(count)) if count else none


def action_status(status: ActionStatus | None) -> str:
    """The status as a phrase; that none was recorded is said as such."""
    return _(status.value) if status else _("no status recorded")


def recorded(status: ActionStatus | None, superseded_by: str | None, reopened: bool) -> str:
    """What a meeting recorded about an action: `completed`, `superseded by TOY0330-01`, `in progress, reopened`."""
    said = _("superseded by {action}").format(action=superseded_by) if superseded_by else action_status(status)
    return _("{status}, reopened").format(status=said) if reopened else said


def meeting_status(status: MeetingStatus) -> str:
    """The record's status in two or three words, for lists."""
    return sentence(meeting_is(status))


def meeting_is(status: MeetingStatus) -> str:
    """The same as said of a meeting: `scheduled`, as in `the meeting is scheduled`."""
    return _(status.value)


def sections(parts: Iterable[Section]) -> str:
    """`attendance, agenda and minutes`: parts of a meeting's page."""
    return listed(_(part.value) for part in parts)


# What stands between two marks is the value of the field that they name.
_RECORD_IS = {
    MeetingStatus.SCHEDULED: marked("<status>This meeting is scheduled</status>. It has not been recorded yet."),
    MeetingStatus.DRAFT: marked("<status>This record is a draft</status>. The office has not published it as final."),
    MeetingStatus.PUBLISHED: marked("<status>Published by the office</status>."),
    MeetingStatus.APPROVED: marked("<status>Approved by the group</status> (the day is not recorded)."),
    MeetingStatus.CANCELLED: marked("<status>This meeting was cancelled</status>."),
}


def record_status(status: MeetingStatus, published: date | None, approved: date | None) -> tuple[tuple[str, str], ...]:
    """The record's status as a sentence or two for the top of its page.

    In pieces, each with the name of the field that it speaks for, or none.
    """
    said = [_(_RECORD_IS[status])]
    if status is MeetingStatus.APPROVED and approved:
        said = [_("<status>Approved by the group</status> on <approved>{day}</approved>.").format(day=day(approved))]
    if published and status is not MeetingStatus.SCHEDULED and status is not MeetingStatus.DRAFT:
        by_office = _("<status>Published by the office</status> on <published>{day}</published>.")
        before = [] if status is MeetingStatus.PUBLISHED else said
        said = [*before, by_office.format(day=day(published))]
    if status is MeetingStatus.PUBLISHED:
        said.append(_("Approval by the group is not recorded."))
    return _pieces(" ".join(said))


def record_is(status: MeetingStatus) -> str:
    """The part of the record's status that speaks for the status alone: `This record is a draft`."""
    return next(words for words, field in record_status(status, None, None) if field == "status")


def _pieces(said: str) -> tuple[tuple[str, str], ...]:
    texts = _FIELD.split(said)
    pieces = zip(texts[::3], ["", *texts[1::3]], ["", *texts[2::3]], strict=True)
    return tuple(piece for text, field, inner in pieces for piece in ((inner, field), (text, "")) if piece[0])


def age(months_open: int, meetings_held: int, about: bool) -> str:
    """`8 months, 1 meeting`: how long an action is or was open.

    `about 8 months, 1 meeting on record` where only the month is known in which it was raised.
    """
    said = _("about {months}, {meetings} on record") if about and months_open else _("{months}, {meetings}")
    return said.format(months=months(months_open), meetings=meetings(meetings_held))


def action_age(months_open: int, meetings_held: int, about: bool, is_open: bool) -> str:
    """The age of an action, and of a closed one until when it is counted."""
    said = age(months_open, meetings_held, about)
    return said if is_open else _("{age}, until recorded closed").format(age=said)


def sentence(text: str) -> str:
    """The text with its first letter made a capital."""
    return text[:1].upper() + text[1:]


def about_action(
    status: ActionStatus | None, owner: str | None, raised: tuple[int, int], last: str, is_draft: bool
) -> str:
    """`Outstanding. Owner: FS OBSCC. Raised in July 2021, last mentioned on 21 March 2022.`"""
    words = sentence(action_status(status))
    return _("{status}. Owner: {owner}. Raised in {month}, last mentioned on {day}.").format(
        status=f"{words} {in_a_draft()}" if is_draft else words,
        owner=owner or _("not recorded"), month=month(*raised), day=last,
    )  # fmt: skip


def about_meeting(status: MeetingStatus, held: TimeRange | None, location: str | None) -> str:
    """`Published. 10:00 to 12:00, Microsoft Teams.`, as far as recorded."""
    where = ", ".join(filter(None, (times(held) if held else "", location)))
    return f"{meeting_status(status)}. {where}." if where else f"{meeting_status(status)}."


def about_agenda_item(number: str | None, meeting: str, lead: str | None) -> str:
    """`Item 5 of the agenda of 21 March 2022. Lead: HH.`"""
    said = _("An item without a number on the agenda of {meeting}. Lead: {lead}.")
    if number:
        said = _("Item {number} of the agenda of {meeting}. Lead: {lead}.")
    return said.format(number=number, meeting=meeting, lead=lead or _("not recorded"))


def about_terms(adopted: date | None) -> str:
    """Which version of the terms a section belongs to."""
    if not adopted:
        return _("No term: what the public record says.")
    return _("Terms of reference adopted on {day}.").format(day=day(adopted))
