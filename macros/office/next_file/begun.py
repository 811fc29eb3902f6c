"""The file of the next meeting, as `minutes new` would write it now."""

from dataclasses import dataclass, replace
from datetime import date

from macros.office.drafting import NO_DAY, meeting_file
from macros.register import Register


@dataclass(frozen=True)
class Begun:
    """The name and the text of a file. `has_day`: whether the day of the meeting is on record; without one, NO_DAY
    stands in its place in both. `planned`: the stem of the meeting if its file is there already; else None."""

    name: str
    text: str
    has_day: bool
    planned: str | None


def begun(register: Register) -> Begun:
    """The file of the next meeting: the first that is planned, or else the one of the day that the latest meeting
    recorded for it."""
    planned = next(iter(register.planned), None)
    day = register.archive.meetings[planned].date if planned else _recorded_day(register)
    stem = planned or (str(day) if day else NO_DAY)
    return Begun(f"{stem}.yml", meeting_file(_before(register, planned), day), day is not None, planned)


def _recorded_day(register: Register) -> date | None:
    """The day that the latest meeting recorded for the next one; None if it is no day after it or has a file."""
    latest = register.archive.meetings[register.latest] if register.latest else None
    said = latest.next_meeting.date if latest and latest.next_meeting else None
    if not latest or not said or not said.last or said.is_month or said.last <= latest.last_day:
        return None
    return None if str(said.last) in register.archive.meetings else said.last


def _before(register: Register, planned: str | None) -> Register:
    """The register without the files of that meeting and of later ones, of which none was held."""
    files = register.archive.meeting_files
    earlier = {stem: filed for stem, filed in files.items() if planned is None or stem < planned}
    return replace(register, archive=replace(register.archive, meeting_files=earlier))
