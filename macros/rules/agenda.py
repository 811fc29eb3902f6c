"""Rules about the agenda."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.language import _
from macros.record import Archive, Filed, Problem, phrases
from macros.record.models import DAY, Record, StandingItem, TimeRange
from macros.register.addresses import agenda_anchor, item_names

_LONG = 12  # hours


class _Agenda(NamedTuple):
    """An agenda, the file and the key that hold it, and how long the meeting lasts, if that is known of one day."""

    filed: Filed[Record]
    key: str
    items: tuple[StandingItem, ...]
    whole: TimeRange | None
    days: bool

    @property
    def named(self) -> Iterator[tuple[int, StandingItem, str]]:
        """Each item with its index, and its name for warnings."""
        for index, (item, name) in enumerate(zip(self.items, item_names(self.items), strict=True)):
            yield index, item, agenda_anchor(name)


def _agendas(archive: Archive) -> Iterator[_Agenda]:
    """The standing agenda and the agenda of each meeting."""
    yield _Agenda(archive.group_file, "standing_agenda", archive.group.standing_agenda, None, days=False)
    for filed in archive.meeting_files.values():
        meeting = filed.record
        yield _Agenda(filed, "agenda", meeting.agenda, meeting.time, days=meeting.last_day > meeting.date)


def items_of_actions_are_on_the_agenda(archive: Archive) -> Iterator[Problem]:
    """The agenda item that an entry about an action names is on the agenda of its meeting.

        warning: item '12' is not on the agenda of this meeting; the site shows it as printed, and links it to nothing

    After 'item:' stands the number of the item as printed beside it, or the title of an item without a number. If the
    document names an item that its agenda does not list, acknowledge the warning.
    """
    for filed in archive.meeting_files.values():
        named = {
            (words or "").casefold().rstrip(".") for item in filed.record.agenda for words in (item.number, item.title)
        }
        for index, entry in enumerate(filed.record.actions):
            if entry.item and entry.item.casefold().rstrip(".") not in named:
                said = _(
                    "item '{item}' is not on the agenda of this meeting; the site shows it as printed, and links it to "
                    "nothing"
                )
                yield filed.warning(("actions", index, "item"), said.format(item=entry.item), f"item {entry.item}")


def numbers_stand_once(archive: Archive) -> Iterator[Problem]:
    """No two agenda items have the same number.

        warning: number '2' is that of the item 'Welcome' too; check both

    Correct the number that is wrong. If the document prints the same number twice, acknowledge the warning: the second
    item then has the address agenda-2-2. Items without a number may have the same title.
    """
    for agenda in _agendas(archive):
        seen: dict[str, str] = {}
        for index, item, name in agenda.named:
            if item.number and item.number in seen:
                said = _("number '{number}' is that of the item '{item}' too; check both")
                message = said.format(number=item.number, item=seen[item.number])
                yield agenda.filed.warning((agenda.key, index, "number"), message, f"number again {name}")
            elif item.number:
                seen[item.number] = item.title or name


def items_have_a_title(archive: Archive) -> Iterator[Problem]:
    """Every agenda item has a title.

        warning: the item has no title; add it if the document prints one

    If the document prints none, acknowledge the warning. The page then shows what there is: the number, or only the
    minutes.
    """
    for agenda in _agendas(archive):
        for index, item, name in agenda.named:
            if not item.title:
                said = _("the item has no title; add it if the document prints one")
                yield agenda.filed.warning((agenda.key, index), said, f"no title {name}")


def times_stay_within_the_meeting(archive: Archive) -> Iterator[Problem]:
    """No agenda item begins before the meeting or ends after it.

        warning: 11:50 to 12:30 is outside the meeting, which lasts 10:00 to 12:00

    Check the time of the item and the time of the meeting. If the document prints them so, acknowledge the warning.
    Meetings of several days are not checked.
    """
    for agenda in _agendas(archive):
        whole = agenda.whole
        for index, item, name in agenda.named:
            if not item.time or not whole or agenda.days:
                continue
            begins = _begins_after(whole.begins, item.time)
            ends = begins + item.time.ends - item.time.begins
            if begins < whole.begins or (whole.end and ends > whole.ends):
                said = _("{times} is outside the meeting, which lasts {whole}")
                message = said.format(times=phrases.times(item.time), whole=phrases.times(whole))
                yield agenda.filed.warning((agenda.key, index, "time"), message, f"outside {name}")


def times_do_not_overlap(archive: Archive) -> Iterator[Problem]:
    """Each agenda item begins when the one before it has ended. Items 2.1 and 2.2 may be within item 2.

        warning: 10:20 to 10:40 overlaps the item before it, 10:00 to 10:30

    Check both times. If the document prints them so, acknowledge the warning. Meetings of several days are not checked.
    """
    for agenda in _agendas(archive):
        before: StandingItem | None = None
        for index, item, name in agenda.named:
            if not item.time or agenda.days or (before and _is_within(item, before)):
                continue
            if before and before.time and _begins_after(before.time.begins, item.time) < before.time.ends:
                said = _("{times} overlaps the item before it, {before}")
                message = said.format(times=phrases.times(item.time), before=phrases.times(before.time))
                yield agenda.filed.warning((agenda.key, index, "time"), message, f"overlap {name}")
            before = item


def times_end_before_midnight(archive: Archive) -> Iterator[Problem]:
    """A time that ends on the next day lasts at most twelve hours.

        warning: 12:00 to 10:00 ends on the next day, after 22 hours; is the earlier time first?

    Write the earlier time first. A meeting past midnight is written 22:00-00:30. If it did last so long, acknowledge
    the warning.
    """
    for agenda in _agendas(archive):
        times: list[tuple[tuple[str | int, ...], TimeRange, str]] = (
            [(("time",), agenda.whole, "long time")] if agenda.whole else []
        )
        times += [
            ((agenda.key, i, "time"), item.time, f"long time {name}") for i, item, name in agenda.named if item.time
        ]
        for path, time, name in times:
            hours = (time.ends - time.begins) // 60
            if time.ends > DAY and hours > _LONG:
                said = _("{times} ends on the next day, after {hours} hours; is the earlier time first?")
                yield agenda.filed.warning(path, said.format(times=phrases.times(time), hours=hours), name)


def _begins_after(start: int, time: TimeRange) -> int:
    """The minute at which a time begins, on the next day if it is more than twelve hours before `start`."""
    return time.begins + DAY if start - time.begins > _LONG * 60 else time.begins


def _is_within(item: StandingItem, before: StandingItem) -> bool:
    """Whether an item is a part of the one before, as 2.1 is of 2."""
    return bool(item.number and before.number and item.number.startswith(f"{before.number.rstrip('.')}."))
