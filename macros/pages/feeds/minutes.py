"""What happened to the minutes of each meeting: they came onto the record, were approved and were corrected."""

from collections.abc import Iterator
from functools import partial

from macros.language import _, wording
from macros.pages.feeds.corrections import corrections_of_files, newest_first
from macros.pages.feeds.entries import Entry
from macros.pages.page import Page
from macros.pages.state import state
from macros.record import phrases
from macros.record.models import Meeting, MeetingStatus
from macros.register import Approval, Register, addresses, approved_on, placed_items


def minutes(register: Register) -> Iterator[Entry]:
    """An entry for the minutes of each meeting, for each approval of them and for each correction, the newest first.

    Where no day of publication is on record, the day is that of the meeting. Where no day of approval is, it is that of
    the meeting that approved them; with neither day there is no entry.
    """
    found = [_recorded(register, stem, step.meeting) for stem, step in register.steps.items()]
    found += [one for stem, step in register.steps.items() for one in _approved(register, stem, step.meeting)]
    files = {register.archive.meeting_files[stem].file for stem in register.steps}
    yield from newest_first([*found, *corrections_of_files(register, files)])


def _recorded(register: Register, stem: str, meeting: Meeting) -> Entry:
    said = _("Minutes of {meeting} on record")
    if register.status(stem) is MeetingStatus.DRAFT:
        said = _("Draft minutes of {meeting} on record")
    elif meeting.published:
        said = _("Minutes of {meeting} published by the office, {day}")
    title = said.format(
        meeting=register.meeting_names[stem], day=wording.day(meeting.published) if meeting.published else ""
    )
    address = addresses.meeting(stem)
    return Entry(f"{address}minutes", title, meeting.published or meeting.last_day, address, partial(_html, stem=stem))


def _html(page: Page, stem: str) -> str:
    meeting = page.register.archive.meetings[stem]
    items = [page.item_heading(placed.item) for placed in placed_items(meeting.agenda)]
    return page.write("feed_minutes.html", stem=stem, state=state(page.register, stem), items=items)


def _approved(register: Register, stem: str, meeting: Meeting) -> Iterator[Entry]:
    name, address = register.meeting_names[stem], addresses.meeting(stem)
    found = register.approvals.get(stem, ())
    for nth, one in enumerate(found):
        by = register.archive.meetings[one.by]
        said = phrases.minutes_approved(name, one.entry.with_amendments)
        day = approved_on(meeting, by) if one is found[0] else None
        title = f"{said}, {register.meeting_names[one.by]}"
        if register.status(one.by) is MeetingStatus.DRAFT:
            title = f"{title} {wording.in_a_draft()}"
        place = addresses.approval(one.by, one.nth)
        permanent = f"{address}approved/{nth + 1}" if nth else f"{address}approved"
        yield Entry(permanent, title, day or by.last_day, place, partial(_approval, one=one))
    if not found and meeting.approved and register.status(stem) is MeetingStatus.APPROVED:
        said = _("Minutes of {meeting} approved, {day}").format(meeting=name, day=wording.day(meeting.approved))
        yield Entry(f"{address}approved", said, meeting.approved, address, partial(_html, stem=stem))


def _approval(page: Page, one: Approval) -> str:
    return page.write("feed_approval.html", one=one)
