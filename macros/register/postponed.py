"""The meetings that were postponed, and those that took their place."""

from collections.abc import Mapping

from macros.record.models import Meeting, MeetingStatus


def is_postponed_to(meetings: Mapping[str, Meeting], stem: str) -> str | None:
    """The stem of the meeting on record that takes the place of a postponed one; None if its file names none."""
    named = meetings[stem].postponed_to
    return named if named in meetings and named != stem else None


def postponed_from(meetings: Mapping[str, Meeting], stem: str) -> tuple[str, ...]:
    """The stems of the postponed meetings whose place a meeting takes, the earliest first."""
    return tuple(
        other for other, meeting in sorted(meetings.items())
        if meeting.status is MeetingStatus.POSTPONED and is_postponed_to(meetings, other) == stem
    )  # fmt: skip
