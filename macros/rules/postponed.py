"""Rules about meetings that were postponed."""

from collections.abc import Iterator

from macros.language import _
from macros.record import Archive, Problem
from macros.record.models import MeetingStatus, parse_day_or_month
from macros.register import is_postponed_to


def postponed_meetings_have_a_later_one(archive: Archive) -> Iterator[Problem]:
    """A meeting that was postponed says so in its status, and the meeting that takes its place is later.

        warning: a meeting is given that takes the place of this one, but the status is 'scheduled'; expected
          'postponed'
        warning: postponed to '2022-11-24', of which no meeting is on record; make its file, too
        warning: postponed to '2022-11-03', which is not after this meeting; check the day

    Behind 'postponed_to:' stands the name of the file of the other meeting, without '.yml'. If no day is fixed yet,
    leave the line out, or write the words of the document.
    """
    meetings = archive.meetings
    for filed in archive.meeting_files.values():
        named, status = filed.record.postponed_to, filed.record.status
        if not named:
            continue
        if status is not MeetingStatus.POSTPONED:
            said = _(
                "a meeting is given that takes the place of this one, but the status is '{status}'; expected "
                "'postponed'"
            )
            yield filed.warning(("status",), said.format(status=status), "postponed status")
        elif is_postponed_to(meetings, filed.stem) is None and _is_a_day(named):
            said = _("postponed to '{meeting}', of which no meeting is on record; make its file, too")
            yield filed.warning(("postponed_to",), said.format(meeting=named), f"postponed {named}")
        elif named < filed.stem and named in meetings:
            said = _("postponed to '{meeting}', which is not after this meeting; check the day")
            yield filed.warning(("postponed_to",), said.format(meeting=named), f"postponed {named}")


def _is_a_day(text: str) -> bool:
    try:
        parse_day_or_month(text)
    except ValueError:
        return False
    return True
