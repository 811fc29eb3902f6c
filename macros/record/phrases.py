"""Statuses, times and sections of the record as text in the current language."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from macros.language import _, marked, ngettext, wording
from macros.record.models import ActionStatus, Attendees, Group, Meeting, MeetingStatus, Section, Terms, TimeRange

_FIELD = re.compile(r"<(\w+)>(.*?)</\1>")


def times(value: TimeRange) -> str:
    """`10:00 to 12:00`, or `10:00` if no end was recorded. On the 24-hour clock, as typed."""
    return wording.from_to(value.start, value.end) if value.end else value.start


def nobody(value: Attendees) -> str:
    """The words that name nobody, as typed: None, Nil, a dash."""
    return wording.no_apologies() if value.text.lower() == "none" else value.text


def group_called(names: tuple[str, str]) -> str:
    """The name of a group in full, with the short one in brackets if it has one: `Invented Toy Group (Toy Group)`."""
    name, short = names
    return name if short == name else f"{name} ({short})"


def days(meeting: Meeting) -> str:
    """The days of a meeting: `21 March 2022 to 22 March 2022`."""
    return wording.all_days(meeting.date, meeting.end_date, meeting.also_on)


def times_of(meeting: Meeting, group: Group) -> str:
    """The time of a meeting with its time zone, if that is recorded or the group has one; empty without a time."""
    zone = zone_of(meeting, group)
    return " ".join(filter(None, (times(meeting.time), zone))) if meeting.time else ""


def zone_of(meeting: Meeting, group: Group) -> str:
    """The time zone that the page of a meeting shows; empty if there is none."""
    return meeting.time_zone or (group.time_zone if meeting.time and group.time_zone else "")


def action_status(status: ActionStatus | None) -> str:
    """The status of an action as text, or `no status recorded`."""
    return _(status.value) if status else _("no status recorded")


def recorded(said: str, superseded_by: Iterable[str], reopened: bool) -> str:
    """What a meeting recorded about an action, `said` being its status: `completed`, `superseded by TOY0330-01`,
    `in progress, reopened`."""
    if by := wording.listed(superseded_by):
        said = _("superseded by {action}").format(action=by)
    return _("{status}, reopened").format(status=said) if reopened else said


def meeting_status(status: MeetingStatus) -> str:
    """The record's status in a few words, for lists; they stay true when the day of a planned meeting has gone by."""
    if status is MeetingStatus.WITHOUT_MINUTES:
        return _("Held; no minutes are published")
    return _("Planned") if status is MeetingStatus.SCHEDULED else wording.sentence(meeting_is(status))


def meeting_is(status: MeetingStatus) -> str:
    """The status of a meeting within a sentence: `scheduled`, as in `the meeting is scheduled`."""
    return _(status.value)


def sections(parts: Iterable[Section]) -> str:
    """`attendance, agenda and minutes`: parts of a meeting's page."""
    return wording.listed(_(part.value) for part in parts)


# The text in a mark shows the field that the mark names.
_RECORD_IS = {
    MeetingStatus.SCHEDULED: marked("<status>Planned for this day</status>."),
    MeetingStatus.WITHOUT_MINUTES: marked("<status>Held</status>. No minutes are published."),
    MeetingStatus.DRAFT: marked("<status>This record is a draft</status>."),
    MeetingStatus.PUBLISHED: marked("<status>Published by the office</status>."),
    MeetingStatus.APPROVED: marked("<status>Approved by the group</status> (the day is not recorded)."),
    MeetingStatus.CANCELLED: marked("<status>This meeting was cancelled</status>."),
    MeetingStatus.POSTPONED: marked("<status>This meeting was postponed</status>."),
}


Pieces = tuple[tuple[str, str], ...]
"""A text in pieces, each with the name of the field that it shows, or an empty text."""


def record_status(
    status: MeetingStatus, published: date | None, approved: date | None, approvals: Sequence[Sequence[str]] = ()
) -> Pieces:
    """The record's status in a few sentences, for the top of its page. A day that goes with another status is said for
    itself. `approvals`: for each meeting that approved the record, the amendments that it made.

    Such a meeting is a piece of the field `by`, whose text is its place among them, from 0.
    """
    said = [_(_RECORD_IS[status])]
    if approvals:
        said = [_approved_at(approvals[0]), *map(_also_approved_at, range(1, len(approvals)))]
    elif status is MeetingStatus.APPROVED and approved:
        said = [
            _("<status>Approved by the group</status> on <approved>{day}</approved>.").format(day=wording.day(approved))
        ]
    if published and status in (MeetingStatus.SCHEDULED, MeetingStatus.WITHOUT_MINUTES, MeetingStatus.DRAFT):
        day_alone = _("Day of publication on record: <published>{day}</published>.")
        said.append(day_alone.format(day=wording.day(published)))
    elif published:
        by_office = _("<status>Published by the office</status> on <published>{day}</published>.")
        before = [] if status is MeetingStatus.PUBLISHED else said
        said = [*before, by_office.format(day=wording.day(published))]
    elif status is MeetingStatus.DRAFT:
        said.append(_("The office has not published it as final."))
    if approved and (approvals or status is not MeetingStatus.APPROVED):
        day_alone = _("Day of approval on record: <approved>{day}</approved>.")
        said.append(day_alone.format(day=wording.day(approved)))
    elif status is MeetingStatus.PUBLISHED:
        said.append(_("Approval by the group is not recorded."))
    return _pieces(" ".join(said))


def terms_title(terms: Terms) -> str:
    """The title of a version of the terms, or what they are called without one."""
    return terms.title or _("Terms of reference")


def minutes_approved(meeting: str, amendments: Sequence[str]) -> str:
    """That a meeting approved the minutes of an earlier one, in a few words for lists."""
    number = len(amendments)
    if _speaks_of_several(amendments):
        return _("Minutes of {meeting} approved with amendments").format(meeting=meeting)
    said = _("Minutes of {meeting} approved")
    if number:
        said = ngettext("Minutes of {meeting} approved with one amendment",
                        "Minutes of {meeting} approved with {number} amendments", number)  # fmt: skip
    return said.format(meeting=meeting, number=wording.number(number))


def _speaks_of_several(amendments: Sequence[str]) -> bool:
    """Whether words speak of several amendments at once, like `minor corrections`: these are not counted."""
    [first, *others] = amendments or [""]
    return not others and bool(re.search(_("amendments|corrections|changes"), first, re.IGNORECASE))


def _approved_at(amendments: Sequence[str]) -> str:
    """The sentence about the first meeting that approved a record."""
    number = len(amendments)
    if _speaks_of_several(amendments):
        return _("<status>Approved</status> at the meeting of <by>0</by> with amendments.")
    said = _("<status>Approved</status> at the meeting of <by>0</by>.")
    if number:
        said = ngettext(
            "<status>Approved</status> at the meeting of <by>0</by> with one amendment.",
            "<status>Approved</status> at the meeting of <by>0</by> with {number} amendments.", number,
        )  # fmt: skip
    return said.format(number=wording.number(number))


def _also_approved_at(place: int) -> str:
    return _("Also approved at the meeting of <by>{place}</by>.").format(place=place)


def terms_called(terms: Terms) -> str:
    """`Terms of reference adopted on 31 January 2022`, or the title alone where that day is not known."""
    title = terms_title(terms)
    return _("{title} adopted on {day}").format(title=title, day=wording.day(terms.day)) if terms.day else title


def original() -> str:
    """What a page says where the file of a meeting is the original record."""
    return _("This site holds the original of the record.")


def raised_where_first_recorded() -> str:
    """What is said of a group whose documents list each action from the meeting on that raised it."""
    return _("An action is raised at the meeting that first records it, unless its record says otherwise.")


def _pieces(said: str) -> Pieces:
    texts = _FIELD.split(said)
    found = zip(texts[::3], ["", *texts[1::3]], ["", *texts[2::3]], strict=True)
    return tuple(piece for text, field, inner in found for piece in ((inner, field), (text, "")) if piece[0])
