"""Approval of minutes, which is an act of a later meeting: what follows from `approves:` for the earlier one."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.record.models import ApprovedMinutes, Meeting, MeetingStatus


@dataclass(frozen=True)
class Approval:
    """What the meeting `by` recorded of the minutes of an earlier one; `nth`: in which of its entries, from 1."""

    by: str
    nth: int
    entry: ApprovedMinutes


def approvals(meetings: Mapping[str, Meeting]) -> dict[str, tuple[Approval, ...]]:
    """Every approval of the minutes of each meeting, by its stem; the earliest meeting that approved them first."""
    found: dict[str, tuple[Approval, ...]] = {}
    for by, meeting in meetings.items():
        for nth, entry in enumerate(meeting.approves, start=1):
            if may_approve(meetings, by, entry.meeting):
                found[entry.meeting] = (*found.get(entry.meeting, ()), Approval(by, nth, entry))
    return found


def may_approve(meetings: Mapping[str, Meeting], by: str, earlier: str) -> bool:
    """Whether a meeting can have approved the minutes of another: both were held, and that one was before."""
    return earlier < by and earlier in meetings and meetings[earlier].status.held and meetings[by].status.held


def with_their_state(meetings: Mapping[str, Meeting]) -> dict[str, Meeting]:
    """The meetings, each with the state of its record as its status: approved if a later meeting approved it."""
    approved = approvals(meetings)
    return {
        stem: meeting.model_copy(update={"status": MeetingStatus.APPROVED}) if stem in approved else meeting
        for stem, meeting in meetings.items()
    }


def awaiting(meetings: Mapping[str, Meeting]) -> tuple[str, ...]:
    """The stems of the held meetings of whose minutes no approval is recorded, the earliest first."""
    known = with_their_state(meetings).items()
    return tuple(stem for stem, one in known if one.status.held and one.status is not MeetingStatus.APPROVED)
