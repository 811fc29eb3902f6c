"""The differences between two states of one record: each changed value, before and after."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count, zip_longest
from typing import Any, TypeVar

from macros.language import _, wording
from macros.record import phrases
from macros.record.models import (
    Acknowledgement,
    ActionEntry,
    ActionIds,
    AgendaItem,
    Allowed,
    ApprovedMinutes,
    Attendance,
    Attendee,
    Change,
    DatedGroupName,
    DatedInitials,
    DatedName,
    Decision,
    Due,
    Meeting,
    MeetingStatus,
    Names,
    Paper,
    Person,
    PrintedLink,
    RaisedWhen,
    Record,
    Role,
    Section,
    Source,
    StandingItem,
    TimeRange,
    Withheld,
    Within,
)

ValuePath = tuple[str | int, ...]
_NAMES = frozenset(("name", "names", "printed_as"))
_Titles = tuple[str, ...]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Difference:
    """One changed value: the titles of the fields that contain it, and its text `before` and `after`.

    The text is None if nothing was recorded. `path`: the keys and positions of the value in the later record.
    """

    titles: tuple[str, ...]
    before: str | None
    after: str | None
    path: ValuePath

    @property
    def where(self) -> str:
        """The titles as text: `Agenda item 2, Minutes`."""
        return ", ".join(self.titles)


def differences(before: R | None, after: R | None) -> tuple[Difference, ...]:
    """Every value that differs between two states of one record, in the order of its fields. A missing record is None.

    Entries of a list are the same entry when they have the same number, id or title.
    """
    return tuple(_values(before, after, (), ()))


def hidden() -> tuple[Difference, ...]:
    """In place of differences from which personal data was removed: that they are not shown."""
    said = _("not shown")
    return (Difference((_("Personal data was removed"),), said, said, ("changes",)),)


def days_of_status(old: Meeting) -> frozenset[str]:
    """The days that a record may gain without being corrected: with its approval, or with its publication."""
    approved = {"approved"} if old.status is not MeetingStatus.APPROVED else set()
    published = {"published"} if not old.published else set()
    return frozenset(approved | published)


def is_content(found: Difference) -> bool:
    """Whether a difference is neither in the status nor in an entry under `changes:`; their order is content."""
    return found.path[0] != "status" and (found.path[0] != "changes" or found.path == ("changes",))


def _values(before: Any, after: Any, where: _Titles, path: ValuePath) -> Iterator[Difference]:
    before, after = _recorded(before), _recorded(after)
    if before == after:
        return
    match before if after is None else after:
        case Record() as record:
            for name, field in type(record).model_fields.items():
                if name in _NAMES and isinstance(after, Person) and after.withheld:
                    continue  # a name that is withheld now is not printed again
                old, new = (_unless_default(getattr(one, name, None), field.default) for one in (before, after))
                yield from _values(old, new, (*where, _(field.title or name)), (*path, name))
        case dict():
            for key in {**(before or {}), **(after or {})}:
                old, new = (before or {}).get(key), (after or {}).get(key)
                yield from _values(old, new, (*where, key), (*path, key))
        case tuple() as items:
            compare = _entries if isinstance(items[0], Record) else _items
            yield from compare(before or (), after or (), where, path)
        case _:
            yield Difference(where, words(before), words(after), path)


def _recorded(value: Any) -> Any:
    """The value, or None for one that says nothing: an empty list or no keys."""
    return None if value in ((), {}) else value


def _unless_default(value: Any, default: Any) -> Any:
    """A truth value is recorded if it differs from what holds without it."""
    return None if isinstance(value, bool) and value is default else value


def _entries(
    before: tuple[Record, ...], after: tuple[Record, ...], where: _Titles, path: ValuePath
) -> Iterator[Difference]:
    old, new = _named(before), _named(after)
    at = {name: index for index, name in enumerate(new)}
    for name in {**new, **old}:
        here = (*path, at[name]) if name in at else path
        above = where if isinstance(new.get(name) or old.get(name), Attendee) else where[:-1]
        yield from _values(old.get(name), new.get(name), (*above, name), here)
    yield from _order([name for name in old if name in new], [name for name in new if name in old], where, path)


def _items(before: tuple[Any, ...], after: tuple[Any, ...], where: _Titles, path: ValuePath) -> Iterator[Difference]:
    gone = (Counter(before) - Counter(after)).elements()
    come = (Counter(after) - Counter(before)).elements()
    for old, new in zip_longest(gone, come):
        here = (*path, after.index(new)) if new is not None else path
        yield Difference(where, words(old), words(new), here)
    if Counter(before) == Counter(after):
        yield from _order([str(item) for item in before], [str(item) for item in after], where, path)


def _order(before: list[str], after: list[str], where: _Titles, path: ValuePath) -> Iterator[Difference]:
    if before != after:
        yield Difference((*where, _("order")), "; ".join(before), "; ".join(after), path)


def _named(records: tuple[Record, ...]) -> dict[str, Record]:
    """The entries of a list by name; repeated names get a number."""
    out: dict[str, Record] = {}
    for index, record in enumerate(records):
        name = _name(record, index)
        numbered = (f"{name} ({number})" for number in count(2))
        out[name if name not in out else next(other for other in numbered if other not in out)] = record
    return out


def _name(record: Record, index: int) -> str:
    match record:
        case AgendaItem():
            said = _("Agenda item {number}") if record.number else _("Agenda item “{title}”")
            if not record.number and not record.title:
                said = _("Agenda item in place {place}")
            return said.format(number=record.number, title=record.title_words, place=index + 1)
        case StandingItem():
            return _("Standing item {number}").format(number=index + 1)
        case ActionEntry():
            return _("Action {action}").format(action=record.id or record.ref or index + 1)
        case Decision():
            return _("Decision {decision}").format(decision=record.id or record.ref or index + 1)
        case Attendance():
            return _("Attendance “{group}”").format(group=record.group) if record.group else _("Attendance")
        case Attendee():
            return record.name.text if record.name else str(index + 1)
        case ApprovedMinutes():
            return _("Minutes of {meeting}").format(meeting=record.meeting)
        case Source():
            return _("Source “{title}”").format(title=record.title)
        case Paper():
            return _("Paper “{title}”").format(title=record.title or record.number or index + 1)
        case PrintedLink():
            return _("Link “{title}”").format(title=record.title or record.url)
        case Acknowledgement():
            return _("Acknowledged “{warning}”").format(warning=record.warning)
        case Withheld():
            return _("Withheld “{what}”").format(what=record.what)
        case Allowed():
            return _("Let through “{text}”").format(text=record.text)
        case Change():
            return _("Change of {day}").format(day=wording.day(record.date))
        case DatedName() | DatedGroupName():
            return _("Name {number}").format(number=index + 1)
        case DatedInitials():
            return _("Initials {number}").format(number=index + 1)
        case Role():
            return _("Role {number}").format(number=index + 1)
        case _:
            return f"{type(record).__name__} {index + 1}"


def words(value: Any) -> str | None:
    """A value as text for readers; None if nothing was recorded."""
    match value:
        case None:
            return None
        case bool():
            return _("yes") if value else _("no")
        case date():
            return wording.day(value)
        case TimeRange():
            return phrases.times(value)
        case Names() | ActionIds() | Due() | RaisedWhen() | Within():
            return value.text
        case MeetingStatus() | Section():
            return _(value.value)
        case _:
            return str(value)
