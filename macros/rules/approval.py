"""Rules about the approval of minutes."""

from collections.abc import Iterator, Mapping

from macros.language import _
from macros.record import Archive, Problem, nearest, phrases
from macros.record.models import Meeting, MeetingStatus
from macros.register import approvals, item_called, may_approve, met_on, placed_items, timeliness

_OLD = 2  # later meetings, after which minutes are no longer expected to be a draft


def approved_minutes_are_of_an_earlier_meeting(archive: Archive) -> Iterator[Problem]:
    """A meeting approves the minutes of meetings on record that were held before it.

        warning: approves '2022-03-20', of which no meeting is on record; did you mean '2022-03-21'?
        warning: approves '2022-03-20', of which no meeting is on record; write the name of its file, like 2022-03-21
        warning: approves its own minutes; write the meeting whose minutes it approved, or give these 'approved:' with
          the day, if it approved them at its end
        warning: approves '2022-06-20', which is not before this meeting; check the day
        warning: approves '2022-02-14', which is cancelled; check the day, or the status of that meeting
        warning: item '12' is not on the agenda of this meeting; the site shows it as printed

    The page of this meeting shows what is recorded. The page of the other one says nothing of it, for nothing follows
    from it there. If the record does not reach back so far, or the document has it so, acknowledge the warning.
    """
    for filed in archive.meeting_files.values():
        placed = placed_items(filed.record.agenda)
        for index, entry in enumerate(filed.record.approves):
            path = ("approves", index)
            if filed.record.status.held and not may_approve(archive.meetings, filed.stem, entry.meeting):
                said = _why_not(archive.meetings, filed.stem, entry.meeting)
                yield filed.warning((*path, "meeting"), said, f"approves {entry.meeting}")
            if entry.item and not item_called(placed, entry.item):
                said = _("item '{item}' is not on the agenda of this meeting; the site shows it as printed")
                yield filed.warning((*path, "item"), said.format(item=entry.item), f"item {entry.item}")


def _why_not(meetings: Mapping[str, Meeting], stem: str, earlier: str) -> str:
    """Why a meeting cannot have approved the minutes of another."""
    if earlier == stem:
        return _(
            "approves its own minutes; write the meeting whose minutes it approved, or give these 'approved:' with the "
            "day, if it approved them at its end"
        )
    if earlier not in meetings:
        fix = nearest(earlier, [other for other in meetings if other < stem])
        fix = fix or _("; write the name of its file, like 2022-03-21")
        return _("approves '{meeting}', of which no meeting is on record{fix}").format(meeting=earlier, fix=fix)
    if earlier > stem:
        return _("approves '{meeting}', which is not before this meeting; check the day").format(meeting=earlier)
    said = _("approves '{meeting}', which is {status}; check the day, or the status of that meeting")
    return said.format(meeting=earlier, status=phrases.meeting_is(meetings[earlier].status))


def minutes_are_approved_once(archive: Archive) -> Iterator[Problem]:
    """The minutes of a meeting are approved at one meeting, and on its day.

        warning: approves '2022-03-21', whose minutes the meeting of 2022-06-20 approved already; the site says both
        warning: approved 2022-06-21 is not a day of the meeting of 2022-06-20, which approves these minutes; the site
          says both

    Correct 'approves:' or the day. A day under 'approved:' is not needed where the file of a meeting says that it
    approved the minutes. If the documents contradict each other, acknowledge the warning.
    """
    for stem, found in approvals(archive.meetings).items():
        first, filed = archive.meetings[found[0].by], archive.meeting_files[stem]
        for again in found[1:]:
            said = _("approves '{meeting}', whose minutes the meeting of {day} approved already; the site says both")
            message = said.format(meeting=stem, day=first.date)
            path = ("approves", again.nth - 1, "meeting")
            yield archive.meeting_files[again.by].warning(path, message, f"approves {stem}")
        if filed.record.approved and not met_on(first, filed.record.approved):
            said = _(
                "approved {approved} is not a day of the meeting of {day}, which approves these minutes; the site says "
                "both"
            )
            message = said.format(approved=filed.record.approved, day=first.date)
            yield filed.warning(("approved",), message, "approved otherwise")


def minutes_are_there_when_due(archive: Archive) -> Iterator[Problem]:
    """A meeting that was held has minutes when the group's rule wants them.

        warning: no minutes of the meeting are published, and they were due by 2022-04-11; publish them, or
          acknowledge the warning

    The day follows from 'minutes_due:' in data/group.yml. The page of the meeting says it too.
    """
    rule, today = archive.group.minutes_due, archive.checked_on
    for filed in archive.meeting_files.values():
        if today and filed.record.status is MeetingStatus.WITHOUT_MINUTES:
            due = timeliness(filed.record, None, rule, today).due
            if due and due < today:
                said = _("no minutes of the meeting are published, and they were due by {day}; publish them, or "
                         "acknowledge the warning")  # fmt: skip
                yield filed.warning(("status",), said.format(day=due), "minutes due")


def drafts_do_not_grow_old(archive: Archive) -> Iterator[Problem]:
    """Minutes are no longer a draft when the group has met twice since.

        warning: the record is still a draft after two later meetings, 2022-06-20 and 2022-09-19; if one of them
          approved it, write 'approves: 2022-03-21' into the file of that meeting, and if the office published it,
          change the status to 'published'

    If it is still a draft, acknowledge the warning.
    """
    approved = approvals(archive.meetings)
    held = [stem for stem, meeting in archive.meetings.items() if meeting.status.held]
    for stem, later in zip(held, (held[at:] for at in range(1, len(held) + 1)), strict=True):
        filed = archive.meeting_files[stem]
        is_draft = filed.text_at(("status",)).plain == MeetingStatus.DRAFT  # as typed, and not as a fault was read
        if is_draft and stem not in approved and len(later) >= _OLD:
            said = _(
                "the record is still a draft after two later meetings, {first} and {second}; if one of them approved "
                "it, write 'approves: {meeting}' into the file of that meeting, and if the office published it, change "
                "the status to 'published'"
            )
            message = said.format(first=later[0], second=later[1], meeting=stem)
            yield filed.warning(("status",), message, "old draft")
