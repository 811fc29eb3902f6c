"""Rules about the agenda."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.language import _
from macros.record import Archive, Filed, Problem, Severity, phrases
from macros.record.models import Record, StandingItem, TimeRange
from macros.register.addresses import agenda_anchor


class _Agenda(NamedTuple):
    """An agenda, the file and the key that hold it, and how long the meeting lasts, if that is known."""

    filed: Filed[Record]
    key: str
    items: tuple[StandingItem, ...]
    whole: TimeRange | None


def _agendas(archive: Archive) -> Iterator[_Agenda]:
    """The standing agenda and the agenda of each meeting."""
    yield _Agenda(archive.group_file, "standing_agenda", archive.group.standing_agenda, None)
    for filed in archive.meeting_files.values():
        yield _Agenda(filed, "agenda", filed.record.agenda, filed.record.time)


def items_have_their_own_address(archive: Archive) -> Iterator[Problem]:
    """No two agenda items have the same number, or the same title where they have none.

        number '2' would have the same address as the item 'Welcome'; change one of them
        title 'Update' would have the same address as the item 'Update'; change one of them

    Each item has a web address made from its number, or from its title where it has no number. Correct the number
    or the title that is wrong. If the document prints the same number twice, leave the number out of one of them
    and say so under 'notes:'.
    """
    for filed, place, items, _whole in _agendas(archive):
        seen: dict[str, str] = {}
        for index, item in enumerate(items):
            anchor = agenda_anchor(item.number, item.title)
            if anchor in seen:
                key = "number" if item.number else "title"
                said = _("{key} '{value}' would have the same address as the item '{item}'; change one of them")
                message = said.format(key=key, value=item.number or item.title, item=seen[anchor])
                yield filed.problem(Severity.ERROR, (place, index, key), message)
            seen.setdefault(anchor, item.title)


def times_stay_within_the_meeting(archive: Archive) -> Iterator[Problem]:
    """No agenda item begins before the meeting or ends after it.

        warning: 11:50 to 12:30 is outside the meeting, which lasts 10:00 to 12:00

    Check the time of the item and the time of the meeting. If the document prints them so, leave the warning: you
    can still publish.
    """
    for filed, place, items, whole in _agendas(archive):
        for index, item in enumerate(items):
            if not item.time or not whole:
                continue
            ends = item.time.end or item.time.start
            if item.time.start < whole.start or (whole.end and ends > whole.end):
                said = _("{times} is outside the meeting, which lasts {whole}")
                message = said.format(times=phrases.times(item.time), whole=phrases.times(whole))
                yield filed.problem(Severity.WARNING, (place, index, "time"), message)


def times_do_not_overlap(archive: Archive) -> Iterator[Problem]:
    """Each agenda item begins when the one before it has ended.

        warning: 10:20 to 10:40 overlaps the item before it, 10:00 to 10:30

    Check both times. If the document prints them so, leave the warning: you can still publish.
    """
    for filed, place, items, _whole in _agendas(archive):
        before = None
        for index, item in enumerate(items):
            if item.time and before and item.time.start < (before.end or before.start):
                said = _("{times} overlaps the item before it, {before}")
                message = said.format(times=phrases.times(item.time), before=phrases.times(before))
                yield filed.problem(Severity.WARNING, (place, index, "time"), message)
            before = item.time or before
