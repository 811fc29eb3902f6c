"""The words for dates, ages, lists, counts and states, in the language spoken: short and plain."""

from collections.abc import Iterable
from datetime import date, time
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from macros.language import spoken
from macros.models import ActionStatus, MeetingStatus, TimeRange

NO_STATUS = "no status recorded"
NOT_RECORDED = "Not recorded"
IN_A_DRAFT = "(in a draft record)"
NOT_HELD = "(record not held)"
NOT_MENTIONED = "not mentioned"


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
    return f"{clock(value.start)} to {clock(value.end)}" if value.end else clock(value.start)


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return format_list(tuple(words), locale=spoken())


def language() -> str:
    """The language spoken, in its own words: `English (United Kingdom)`."""
    return str(Locale.parse(spoken()).get_display_name())


def number(value: int) -> str:
    """`12,006`, with the signs of the locale."""
    return format_decimal(value, locale=spoken())


def from_to(first: str, last: str) -> str:
    """`a to b`, or `a` where both are the same."""
    return first if first == last else f"{first} to {last}"


def count(number: int, one: str, many: str = "") -> str:
    """`1 meeting`, `2 meetings`, `no meetings`."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def action_status(status: ActionStatus | None) -> str:
    """The status as a phrase; that none was recorded is said as such."""
    return status.value if status else NO_STATUS


def recorded(status: ActionStatus | None, superseded_by: str | None, reopened: bool) -> str:
    """What a meeting recorded about an action: `completed`, `superseded by TOY0330-01`, `in progress, reopened`."""
    by = f" by {superseded_by}" if superseded_by else ""
    return f"{action_status(status)}{by}{', reopened' if reopened else ''}"


def meeting_status(status: MeetingStatus) -> str:
    """The record's status in two or three words, for lists."""
    return {
        MeetingStatus.SCHEDULED: "Scheduled",
        MeetingStatus.DRAFT: "Draft",
        MeetingStatus.PUBLISHED: "Published",
        MeetingStatus.APPROVED: "Approved",
        MeetingStatus.CANCELLED: "Cancelled",
    }[status]


def record_status(status: MeetingStatus, published: date | None, approved: date | None) -> tuple[tuple[str, str], ...]:
    """The record's status as a sentence or two for the top of its page.

    In pieces, each with the name of the field that it speaks for, or none.
    """
    by_office = (("Published by the office", "status"), *_on(published, "published"), (".", ""))
    match status:
        case MeetingStatus.SCHEDULED:
            return ("This meeting is scheduled", "status"), (". It has not been recorded yet.", "")
        case MeetingStatus.DRAFT:
            return ("This record is a draft", "status"), (". The office has not published it as final.", "")
        case MeetingStatus.PUBLISHED:
            return *by_office, (" Approval by the group is not recorded.", "")
        case MeetingStatus.APPROVED:
            on = _on(approved, "approved") or ((" (the day is not recorded)", ""),)
            return ("Approved by the group", "status"), *on, (".", ""), *_also(published, by_office)
        case MeetingStatus.CANCELLED:
            return ("This meeting was cancelled", "status"), (".", ""), *_also(published, by_office)


def _on(value: date | None, field: str) -> tuple[tuple[str, str], ...]:
    return ((" on ", ""), (day(value), field)) if value else ()


def _also(published: date | None, by_office: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return ((" ", ""), *by_office) if published else ()


def age(months: int, meetings: int, about: bool) -> str:
    """`8 months, 1 meeting`: how long an action is or was open.

    `about 8 months, 1 meeting on record` where only the month is known in which it was raised.
    """
    long = count(months, "month") if months else "less than a month"
    since = count(meetings, "meeting")
    return f"about {long}, {since} on record" if about and months else f"{long}, {since}"


def action_age(months: int, meetings: int, about: bool, is_open: bool) -> str:
    """The age of an action, and of a closed one until when it is counted."""
    return age(months, meetings, about) + ("" if is_open else ", until recorded closed")


def sentence(text: str) -> str:
    """The text with its first letter made a capital."""
    return text[:1].upper() + text[1:]


def about_action(
    status: ActionStatus | None, owner: str | None, raised: tuple[int, int], last: str, is_draft: bool
) -> str:
    """`Outstanding. Owner: FS OBSCC. Raised in July 2021, last mentioned on 21 March 2022.`"""
    draft = f" {IN_A_DRAFT}" if is_draft else ""
    owned = f"Owner: {owner or NOT_RECORDED.lower()}"
    return f"{sentence(action_status(status))}{draft}. {owned}. Raised in {month(*raised)}, last mentioned on {last}."


def about_meeting(status: MeetingStatus, held: TimeRange | None, location: str | None) -> str:
    """`Published. 10:00 to 12:00, Microsoft Teams.`, as far as recorded."""
    where = ", ".join(filter(None, (times(held) if held else "", location)))
    return f"{meeting_status(status)}. {where}." if where else f"{meeting_status(status)}."


def about_agenda_item(number: str | None, meeting: str, lead: str | None) -> str:
    """`Item 5 of the meeting of 21 March 2022. Lead: HH.`"""
    item = f"Item {number} of the agenda" if number else "An item without a number on the agenda"
    return f"{item} of {meeting}. Lead: {lead or NOT_RECORDED.lower()}."


def about_terms(adopted: date | None) -> str:
    """Which version of the terms a section belongs to."""
    return f"Terms of reference adopted on {day(adopted)}." if adopted else "No term: what the public record says."
