"""Rules about the agenda."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.language import _
from macros.record import Archive, Filed, Problem, phrases
from macros.record.models import DAY, AgendaItem, Record, StandingItem, TimeRange, every_item
from macros.register import Placed, item_called, placed_items
from macros.register.addresses import agenda_anchor

_LONG = 12  # hours
Path = tuple[str | int, ...]


class _Agenda(NamedTuple):
    """The items of an agenda, or those within one item of it, the file that holds them, and how long the meeting lasts,
    if that is known of one day."""

    filed: Filed[Record]
    items: tuple[Placed, ...]
    whole: TimeRange | None
    days: bool

    @property
    def named(self) -> Iterator[tuple[Path, StandingItem, str]]:
        """Each item with its path, and its name for warnings."""
        for placed in self.items:
            yield placed.path, placed.item, agenda_anchor(placed.name)


def _agendas(archive: Archive) -> Iterator[_Agenda]:
    """The standing agenda, and the agenda of each meeting with those within its items."""
    standing = placed_items(archive.group.standing_agenda, "standing_agenda")
    yield _Agenda(archive.group_file, standing, None, days=False)
    for filed in archive.meeting_files.values():
        meeting = filed.record
        beside: dict[Path, list[Placed]] = {}
        for placed in placed_items(meeting.agenda):
            beside.setdefault(placed.path[:-1], []).append(placed)
        for items in beside.values():
            yield _Agenda(filed, tuple(items), meeting.time, days=meeting.last_day > meeting.date)


def items_of_actions_are_on_the_agenda(archive: Archive) -> Iterator[Problem]:
    """The agenda item that an entry about an action names is on the agenda of its meeting.

        warning: item '12' is not on the agenda of this meeting; the site shows it as printed, and links it to nothing

    After 'item:' stands the number of the item as printed beside it, or the title of an item without a number. If the
    document names an item that its agenda does not list, acknowledge the warning.
    """
    for filed in archive.meeting_files.values():
        placed = placed_items(filed.record.agenda)
        for index, entry in enumerate(filed.record.actions):
            if entry.item and not item_called(placed, entry.item):
                said = _(
                    "item '{item}' is not on the agenda of this meeting; the site shows it as printed, and links it to "
                    "nothing"
                )
                yield filed.warning(("actions", index, "item"), said.format(item=entry.item), f"item {entry.item}")


def continued_items_exist(archive: Archive) -> Iterator[Problem]:
    """The item that an agenda item continues is on the agenda of another meeting.

        warning: continues '2025-06-12/9', which is no item on record; the site shows it as printed, and links it to
          nothing

    Write the day of the meeting, as its file is named, a slash, and the number of the item or else its title. If the
    record does not reach back so far, acknowledge the warning.
    """
    for filed in archive.meeting_files.values():
        for path, item in every_item(filed.record.agenda):
            text = item.continues if isinstance(item, AgendaItem) else None
            stem, _sign, name = (text or "").partition("/")
            there = archive.meetings.get(stem)
            if text and not (there and item_called(placed_items(there.agenda), name)):
                said = _(
                    "continues '{item}', which is no item on record; the site shows it as printed, and links it to "
                    "nothing"
                )
                yield filed.warning((*path, "continues"), said.format(item=text), f"continues {text}")


def numbers_stand_once(archive: Archive) -> Iterator[Problem]:
    """No two agenda items have the same number.

        warning: number '2' is that of the item 'Welcome' too; check both

    Correct the number that is wrong. If the document prints the same number twice, acknowledge the warning: the second
    item then has the address agenda-2-2. Items without a number may have the same title.
    """
    for agenda in _agendas(archive):
        seen: dict[str, str] = {}
        for path, item, name in agenda.named:
            if item.number and item.number in seen:
                said = _("number '{number}' is that of the item '{item}' too; check both")
                message = said.format(number=item.number, item=seen[item.number])
                yield agenda.filed.warning((*path, "number"), message, f"number again {name}")
            elif item.number:
                seen[item.number] = item.title_words or name


def items_have_a_title(archive: Archive) -> Iterator[Problem]:
    """Every agenda item that is not within another has a title.

        warning: the item has no title; add it if the document prints one

    If the document prints none, acknowledge the warning. The page then shows what there is: the number, or only the
    minutes.
    """
    for agenda in _agendas(archive):
        for path, item, name in agenda.named:
            if not item.title and "items" not in path:
                said = _("the item has no title; add it if the document prints one")
                yield agenda.filed.warning(path, said, f"no title {name}")


def times_stay_within_the_meeting(archive: Archive) -> Iterator[Problem]:
    """No agenda item begins before the meeting or ends after it.

        warning: 11:50 to 12:30 is outside the meeting, which lasts 10:00 to 12:00

    Check the time of the item and the time of the meeting. If the document prints them so, acknowledge the warning.
    Meetings of several days are not checked.
    """
    for agenda in _agendas(archive):
        whole = agenda.whole
        for path, item, name in agenda.named:
            if not item.time or not whole or agenda.days:
                continue
            begins = _begins_after(whole.begins, item.time)
            ends = begins + item.time.ends - item.time.begins
            if begins < whole.begins or (whole.end and ends > whole.ends):
                said = _("{times} is outside the meeting, which lasts {whole}")
                message = said.format(times=phrases.times(item.time), whole=phrases.times(whole))
                yield agenda.filed.warning((*path, "time"), message, f"outside {name}")


def times_do_not_overlap(archive: Archive) -> Iterator[Problem]:
    """Each agenda item begins when the one before it has ended. Items 2.1 and 2.2 may be within item 2.

        warning: 10:20 to 10:40 overlaps the item before it, 10:00 to 10:30

    Check both times. If the document prints them so, acknowledge the warning. Meetings of several days are not checked.
    """
    for agenda in _agendas(archive):
        before: StandingItem | None = None
        for path, item, name in agenda.named:
            if not item.time or agenda.days or (before and _is_within(item, before)):
                continue
            if before and before.time and _begins_after(before.time.begins, item.time) < before.time.ends:
                said = _("{times} overlaps the item before it, {before}")
                message = said.format(times=phrases.times(item.time), before=phrases.times(before.time))
                yield agenda.filed.warning((*path, "time"), message, f"overlap {name}")
            before = item


def times_end_before_midnight(archive: Archive) -> Iterator[Problem]:
    """A time that ends on the next day lasts at most twelve hours.

        warning: 12:00 to 10:00 ends on the next day, after 22 hours; is the earlier time first?

    Write the earlier time first. A meeting past midnight is written 22:00-00:30. If it did last so long, acknowledge
    the warning.
    """
    for agenda in _agendas(archive):
        times: list[tuple[Path, TimeRange, str]] = [(("time",), agenda.whole, "long time")] if agenda.whole else []
        times += [((*path, "time"), item.time, f"long time {name}") for path, item, name in agenda.named if item.time]
        for where, time, name in times:
            hours = (time.ends - time.begins) // 60
            if time.ends > DAY and hours > _LONG:
                said = _("{times} ends on the next day, after {hours} hours; is the earlier time first?")
                yield agenda.filed.warning(where, said.format(times=phrases.times(time), hours=hours), name)


def _begins_after(start: int, time: TimeRange) -> int:
    """The minute at which a time begins, on the next day if it is more than twelve hours before `start`."""
    return time.begins + DAY if start - time.begins > _LONG * 60 else time.begins


def _is_within(item: StandingItem, before: StandingItem) -> bool:
    """Whether an item is a part of the one before, as 2.1 is of 2."""
    return bool(item.number and before.number and item.number.startswith(f"{before.number.rstrip('.')}."))
