"""What a reader would miss on the page of a meeting, because the record does not have it."""

from collections.abc import Iterator

from macros.language import _
from macros.pages.meeting.listed import Entries
from macros.record.models import Group, Meeting

Missing = tuple[str, str]


def unrecorded(record: Meeting, entries: Entries, group: Group) -> list[Missing]:
    """The words for each, with the anchor of the part of the page that is not there because of it, or an empty text."""
    found: list[Missing] = [] if record.time else [(_("time"), "")]
    found += [] if record.location else [(_("location"), "")]
    found += [] if record.agenda else [(_("agenda"), "agenda")]
    return [*found, *_of_a_held_meeting(record, entries, group)] if record.status.held else found


def is_original(group: Group, record: Meeting) -> bool:
    """Whether the file of a meeting is the original record, and no document was before it."""
    return bool(record.source or (group.source and not record.sources))


def has_attendance(record: Meeting) -> bool:
    """Whether anything is recorded of who came, who did not, who held an office, and of the quorum."""
    named = (record.chair, record.vice_chair, record.secretary, record.quorum)
    return bool(record.attendees or record.apologies or record.attendance or any(named))


def _of_a_held_meeting(record: Meeting, entries: Entries, group: Group) -> Iterator[Missing]:
    if not record.agenda:
        yield _("minutes of the items"), "minutes"
    if not record.chair:
        yield _("chair"), ""
    yield from _of_attendance(record)
    if not entries.unplaced and not entries.arising:
        yield _("actions arising"), "actions-arising"
    if not entries.unplaced and not entries.reviewed:
        yield _("actions reviewed from earlier meetings"), "actions-reviewed"
    if not record.sources and not is_original(group, record):
        yield _("source document"), "sources"


def _of_attendance(record: Meeting) -> Iterator[Missing]:
    anchor = "" if has_attendance(record) else "attendance"
    if record.attendance:
        return
    if not record.attendees:
        yield _("who came"), anchor
    if record.apologies is None:
        yield _("apologies"), ""
