"""Rules about a meeting as a whole."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from macros.language import _, marked
from macros.record import Archive, Filed, Problem, Severity, phrases
from macros.record.models import AgendaItem, Change, Meeting, MeetingStatus, Terms, When, every_item, seen_in
from macros.register import Initials, approvals, decisions_of, excused_from, present_at

_UNPUBLISHED = (MeetingStatus.SCHEDULED, MeetingStatus.WITHOUT_MINUTES, MeetingStatus.DRAFT)
_LETTER = re.compile(r"(-[b-z])?")
_LONG = 2 * 366


def fits_its_date(stem: str, text: Meeting | Terms) -> bool:
    """Whether the name of a file is that of the day of its meeting, or of the day its terms were adopted."""
    if isinstance(text, Terms):
        return text.day is None or text.day.isoformat() == stem
    day = text.date.isoformat()
    return stem.startswith(day) and bool(_LETTER.fullmatch(stem.removeprefix(day)))


def file_is_named_after_its_date(archive: Archive) -> Iterator[Problem]:
    """A meeting's file is named after its date; a second meeting on a day adds -b. If only the month is known, it is
    named after that: 2022-03.yml.

        the date is 2022-03-22 but the file is named '2022-03-21.yml'; expected '2022-03-22.yml'

    Find out which of the two is right. If the name is right, correct the date in the file. If the date is right,
    rename the file.
    """
    for stem, filed in archive.meeting_files.items():
        day = filed.record.date.isoformat()
        if not fits_its_date(stem, filed.record):
            said = _("the date is {day} but the file is named '{name}'; expected '{expected}'")
            message = said.format(day=day, name=f"{stem}.yml", expected=f"{day}.yml")
            yield filed.problem(Severity.ERROR, ("date",), message)


def ends_after_it_begins(archive: Archive) -> Iterator[Problem]:
    """The other days of a meeting are after its first.

        warning: the meeting ends on 2022-03-20, before it begins on 2022-03-21; check the day
        warning: the meeting also met on 2022-03-20, before it begins on 2022-03-21; check the day

    Correct 'end_date:' or 'also_on:'. A meeting of one day has none of the two.
    """
    for filed in archive.meeting_files.values():
        meeting = filed.record
        if meeting.end_date and meeting.end_date < meeting.date:
            said = _("the meeting ends on {last}, before it begins on {day}; check the day")
            message = said.format(last=meeting.end_date, day=meeting.date)
            yield filed.warning(("end_date",), message, "ends early")
        for index, day in enumerate(meeting.also_on):
            if day <= meeting.date:
                said = _("the meeting also met on {other}, before it begins on {day}; check the day")
                message = said.format(other=day, day=meeting.date)
                yield filed.warning(("also_on", index), message, f"early day {day}")


def dates_follow_the_status(archive: Archive) -> Iterator[Problem]:
    """Publication and approval come after the meeting, and only an approved record has a day of approval. A record that
    a later meeting approved is approved, whatever its status says.

        warning: published 2021-04-08 is before the meeting of 2022-03-21; check the year
        warning: published 2032-04-08 is years after the meeting of 2022-03-21; check the year
        warning: the record is approved, but the day is not given; add 'approved:' if it is recorded, or 'approves:' to
          the meeting that approved it
        warning: a day of approval is given but the status is 'published'; expected 'approved'
        warning: a day of publication is given but the status is 'draft'; expected 'published'

    Correct the day, or correct the status, so that they agree. If nobody recorded the day of approval, or the day is
    right as it is, acknowledge the warning: the page says both, such as of a draft that was published.
    """
    approved_at = approvals(archive.meetings)
    for filed in archive.meeting_files.values():
        meeting, by_a_meeting = filed.record, filed.stem in approved_at
        for key in ("published", "approved"):
            value = getattr(meeting, key)
            if value and value < meeting.date:
                said = _("{key} {day} is before the meeting of {date}; check the year")
                yield filed.warning((key,), said.format(key=key, day=value, date=meeting.date), f"{key} early")
        yield from _years_later(filed)
        if meeting.status is MeetingStatus.APPROVED and not meeting.approved and not by_a_meeting:
            message = _("the record is approved, but the day is not given; add 'approved:' if it is recorded, or "
                        "'approves:' to the meeting that approved it")  # fmt: skip
            yield filed.warning(("status",), message, "approval day")
        if meeting.approved and meeting.status is not MeetingStatus.APPROVED and not by_a_meeting:
            said = _("a day of approval is given but the status is '{status}'; expected 'approved'")
            yield filed.warning(("approved",), said.format(status=meeting.status), "approved day")
        if meeting.published and meeting.status in _UNPUBLISHED:
            said = _("a day of publication is given but the status is '{status}'; expected 'published'")
            yield filed.warning(("published",), said.format(status=meeting.status), "published day")


def _years_later(filed: Filed[Meeting]) -> Iterator[Problem]:
    """Problems with days so long after the meeting that the year is probably mistyped."""
    meeting = filed.record
    for key in ("published", "approved"):
        value = getattr(meeting, key)
        if value and (value - meeting.date).days > _LONG:
            said = _("{key} {day} is years after the meeting of {date}; check the year")
            yield filed.warning((key,), said.format(key=key, day=value, date=meeting.date), f"{key} late")


def changes_follow_the_meeting_in_order(archive: Archive) -> Iterator[Problem]:
    """Changes to a record come after the meeting and after its publication, the oldest first.

        warning: the change of 2021-05-03 is before the meeting of 2022-03-21; check the year
        warning: the change of 2022-04-01 is before the record was published on 2022-04-08
        warning: the change of 2022-05-03 is below that of 2022-06-01; put the oldest first

    Correct the day of the change, or move the entry to its place under 'changes:'. If the day is right, for example of
    a change to the announcement of a meeting, acknowledge the warning.
    """
    for filed in archive.meeting_files.values():
        meeting = filed.record
        for index, change in enumerate(meeting.changes):
            path = ("changes", index, "date")
            if change.date < meeting.date:
                said = _("the change of {day} is before the meeting of {date}; check the year")
                name = f"early change {change.date}"
                yield filed.warning(path, said.format(day=change.date, date=meeting.date), name)
            elif meeting.published and change.date < meeting.published:
                said = _("the change of {day} is before the record was published on {published}")
                name = f"early change {change.date}"
                yield filed.warning(path, said.format(day=change.date, published=meeting.published), name)
    for any_filed in _with_changes(archive):
        yield from _oldest_first(any_filed, any_filed.record.changes)


def changes_say_what_was_changed(archive: Archive) -> Iterator[Problem]:
    """The note of a change has a letter or a digit that readers see.

        the note of the change of 2022-05-03 has no letter or digit that a reader sees; write what was changed and why

    Write a sentence for the public as the `note:` of the entry.
    """
    for filed in _with_changes(archive):
        for index, change in enumerate(filed.record.changes):
            if not seen_in(change.note):
                said = _("the note of the change of {day} has no letter or digit that a reader sees; write what was "
                         "changed and why")  # fmt: skip
                yield filed.problem(Severity.ERROR, ("changes", index, "note"), said.format(day=change.date))


def _with_changes(archive: Archive) -> Iterator[Filed[Any]]:
    yield from (*archive.meeting_files.values(), archive.people_file, archive.group_file)
    yield from archive.terms_files.values()
    if archive.glossary_file:
        yield archive.glossary_file


def _oldest_first(filed: Filed[Any], changes: tuple[Change, ...]) -> Iterator[Problem]:
    for index, (before, change) in enumerate(pairwise(changes), start=1):
        if change.date < before.date:
            said = _("the change of {day} is below that of {before}; put the oldest first")
            message = said.format(day=change.date, before=before.date)
            yield filed.warning(("changes", index, "date"), message, f"order {change.date}")


def scheduled_meeting_records_nothing(archive: Archive) -> Iterator[Problem]:
    """A meeting that is only scheduled, or was cancelled or postponed, has no attendees and no minutes, and one that is
    only known to have been held has no minutes.

        warning: the meeting is scheduled, yet the file records who came; is the status out of date?
        warning: the meeting is scheduled, yet the file records minutes; is the status out of date?
        warning: the meeting is scheduled, yet the file records decisions; is the status out of date?
        warning: the meeting is scheduled, yet the file records actions not mentioned; is the status out of date?
        warning: the meeting is scheduled, yet the file records what became of actions; is the status out of date?

    If the meeting has been held, change the status to 'draft' or 'published'. If it has not, delete what cannot
    be known yet. If people came and the meeting was then cancelled, acknowledge the warning.
    """
    for filed in archive.meeting_files.values():
        if filed.record.status.held:
            continue
        status = phrases.meeting_is(filed.record.status)
        for path, name in _recorded(filed):
            yield filed.warning(path, _(_RECORDED[name]).format(status=status), name)


_RECORDED = {
    "attendees": marked("the meeting is {status}, yet the file records who came; is the status out of date?"),
    "not mentioned": marked(
        "the meeting is {status}, yet the file records actions not mentioned; is the status out of date?"
    ),
    "actions": marked(
        "the meeting is {status}, yet the file records what became of actions; is the status out of date?"
    ),
    "minutes": marked("the meeting is {status}, yet the file records minutes; is the status out of date?"),
    "decisions": marked("the meeting is {status}, yet the file records decisions; is the status out of date?"),
}


def _recorded(filed: Filed[Meeting]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The path of each thing that is only known of a meeting that was held, and the name of its warning."""
    meeting = filed.record
    came = meeting.attendees or any(group.present for group in meeting.attendance)
    if came and not meeting.status.took_place:
        yield ("attendees" if meeting.attendees else "attendance",), "attendees"
    if meeting.not_mentioned:
        yield ("not_mentioned",), "not mentioned"
    for index, entry in enumerate(meeting.actions):
        if entry.status or entry.update or (entry.raised and entry.raised.when is When.HERE):
            yield ("actions", index), "actions"
            break
    for path, item in every_item(meeting.agenda):
        if isinstance(item, AgendaItem) and item.minutes:
            yield (*path, "minutes"), "minutes"
    yield from ((one.path, "decisions") for one in decisions_of(filed.stem, meeting))


def scheduled_meeting_is_to_come(archive: Archive) -> Iterator[Problem]:
    """The day of a meeting that is scheduled has not gone by.

        warning: the meeting is scheduled for 2023-06-05, which has gone by, and no record of it is held; if it was
          held, record it and change the status to 'draft' or 'published', or to 'held' while it has no minutes, and if
          it was not, to 'cancelled' or 'postponed'

    If it was moved to another day, make the file of that day, and name it behind 'postponed_to:'. Until then the site
    says that it was planned for that day, that no record of it is held, and that it is not known whether it took place.
    """
    for filed in archive.meeting_files.values():
        meeting, today = filed.record, archive.checked_on
        if meeting.status is MeetingStatus.SCHEDULED and today and meeting.last_day < today:
            said = _(
                "the meeting is scheduled for {day}, which has gone by, and no record of it is held; if it was held, "
                "record it and change the status to 'draft' or 'published', or to 'held' while it has no minutes, and "
                "if it was not, to 'cancelled' or 'postponed'"
            )
            yield filed.warning(("status",), said.format(day=meeting.date), "gone by")


def nobody_both_attends_and_sends_apologies(archive: Archive) -> Iterator[Problem]:
    """Nobody is listed both among the attendees and among the apologies.

        warning: 'EF' is among the apologies and among the attendees

    Take the initials out of one of the two lists. If the document itself lists the person twice, acknowledge the
    warning. Who came for a part, or of whom the document says more than a name, may be in both.
    """
    initials = Initials(archive.people)
    for filed in archive.meeting_files.values():
        came = {key for entry in present_at(filed.record, initials) if entry.is_plain for key in entry.who}
        for entry in excused_from(filed.record, initials):
            for _before, printed, key in entry.meant.people if entry.is_plain else ():
                if key in came:
                    said = _("'{initials}' is among the apologies and among the attendees")
                    place = next(at for name, at in filed.names_at(entry.path, entry.meant) if name == printed)
                    yield Problem(place, Severity.WARNING, said.format(initials=printed), f"apology {printed}")


def chair_attends(archive: Archive) -> Iterator[Problem]:
    """Where attendees are recorded, the chair is one of them.

        warning: 'AB' is recorded as the chair but not among the attendees

    Add the chair to 'attendees:', or correct 'chair:'. If this is what the record says, acknowledge the warning.
    There is no warning where the list has words that name nobody known: they may be those of the chair.
    """
    initials = Initials(archive.people)
    for filed in archive.meeting_files.values():
        meeting = filed.record
        listed = [*present_at(meeting, initials)]
        if not meeting.chair or not listed or not all(entry.who or entry.is_plain for entry in listed):
            continue
        came = {key for entry in listed for key in entry.who}
        for _before, printed, key in initials.within(meeting.chair, meeting.date).people:
            if key not in came:
                said = _("'{initials}' is recorded as the chair but not among the attendees")
                yield filed.warning(("chair",), said.format(initials=printed), "chair")
