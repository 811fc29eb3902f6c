"""The state of a meeting's record in words: a draft, published, or approved, and by which meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.language import _, wording
from macros.record import phrases
from macros.record.models import MeetingStatus
from macros.register import Approval, Register, addresses


@dataclass(frozen=True)
class Piece:
    """A part of a sentence; `field`: that of the meeting's file that it shows; `address`: where it leads. Both may be
    empty."""

    words: str
    field: str
    address: str = ""


def state(register: Register, stem: str) -> list[Piece]:
    """The state of a record in a few sentences, for the top of its page, with the meetings that approved it."""
    meeting, found = register.archive.meetings[stem], register.approvals.get(stem, ())
    return _pieces(register, register.status(stem), meeting.published, meeting.approved, found)


def state_in_text(register: Register, stem: str) -> str:
    """The same as one text."""
    return "".join(piece.words for piece in state(register, stem))


def state_in_short(register: Register, stem: str) -> str:
    """The state of a record in a few words, for lists; they stay true when the day of a planned meeting has gone by."""
    meeting, found = register.archive.meetings[stem], register.approvals.get(stem, ())[:1]
    match register.status(stem):
        case MeetingStatus.APPROVED as status if found or meeting.approved:
            said = _pieces(register, status, None, None if found else meeting.approved, found)
            return "".join(piece.words for piece in said).removesuffix(".")
        case MeetingStatus.SCHEDULED if register.has_no_record(meeting):
            return _("Planned; no record of it is held")
        case status:
            return status_in_short(status)


def status_in_short(status: MeetingStatus) -> str:
    """The state of a record in a few words, where no more of it is known than its status."""
    if status is MeetingStatus.PUBLISHED:
        return _("Published by the office; approval not recorded")
    return phrases.meeting_status(status)


def state_said(register: Register, stem: str) -> str:
    """The words that show the status itself: `This record is a draft`."""
    return next(piece.words for piece in state(register, stem) if piece.field == "status")


def _pieces(
    register: Register, status: MeetingStatus, published: date | None, approved: date | None, found: Sequence[Approval]
) -> list[Piece]:
    by = [_approving(register, one) for one in found]
    said = phrases.record_status(status, published, approved, [one.entry.with_amendments for one in found])
    return [by[int(words)] if field == "by" else Piece(words, field) for words, field in said]


def _approving(register: Register, one: Approval) -> Piece:
    """The meeting that approved the minutes; with the remark that its own record is a draft, if it is."""
    name = register.meeting_names[one.by]
    if register.status(one.by) is MeetingStatus.DRAFT:
        name = f"{name} {wording.in_a_draft()}"
    return Piece(name, "", addresses.approval(one.by, one.nth))
