"""Approval of minutes, which is an act of a later meeting: what follows from `approves:` for the earlier one."""

from collections.abc import Iterator, Mapping
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


def awaiting(meetings: Mapping[str, Meeting]) -> Iterator[str]:
    """The stems of the held meetings of whose minutes no approval is recorded, the earliest first."""
    approved = approvals(meetings)
    for stem, meeting in meetings.items():
        if meeting.status.held and meeting.status is not MeetingStatus.APPROVED and stem not in approved:
            yield stem
