"""What the record withholds: the entries that say so, and the marks in texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.language import _
from macros.record import markdown
from macros.record.models import Meeting, Names, Withheld, leaves
from macros.register import addresses
from macros.register.items import Placed, item_called, placed_items

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Kept:
    """One thing that a meeting's record withholds, and its address there. `entry`: what the file says of it under
    `withheld:`, with its number in that list; None for a mark in a text, which gives only the `reason`."""

    stem: str
    what: str
    reason: str
    address: str
    entry: Withheld | None = None
    number: int = 0


def withheld_in(stem: str, meeting: Meeting, entries: Sequence[tuple[str, int]]) -> tuple[Kept, ...]:
    """What a meeting's record withholds: the entries of its list, and then each mark in its texts, in their order.

    `entries`: of each entry about an action, the id of the action and which entry of the meeting about it this is.
    """
    listed = [
        Kept(stem, one.what, one.reason, f"{addresses.meeting(stem)}#{withheld_anchor(number)}", one, number)
        for number, one in enumerate(meeting.withheld)
    ]  # fmt: skip
    return (*listed, *_marks(stem, meeting, entries))


def withheld_anchor(number: int) -> str:
    """The anchor of an entry under `withheld:` on the page of its meeting; `number`: its place in the list, from 0."""
    return f"withheld-{number + 1}"


def withheld_under(meeting: Meeting, placed: Placed) -> list[tuple[int, Withheld]]:
    """The entries that name an item of the agenda, each with its place in the list, from 0."""
    items = placed_items(meeting.agenda)
    return [(number, one) for number, one in enumerate(meeting.withheld)
            if one.item and item_called(items, one.item) == placed]  # fmt: skip


def _marks(stem: str, meeting: Meeting, entries: Sequence[tuple[str, int]]) -> Iterator[Kept]:
    for path, value, _mark in leaves(meeting):
        text = value.text if isinstance(value, Names) else value
        if path[0] != "withheld" and isinstance(text, str):
            for found in markdown.WITHHELD.finditer(text):
                what, address = _place(stem, meeting, entries, path)
                yield Kept(stem, what, found[1].strip(), address)


def _place(stem: str, meeting: Meeting, entries: Sequence[tuple[str, int]], path: Path) -> tuple[str, str]:
    """What a text belongs to, in words, and its address."""
    match path:
        case ("agenda", *_):
            placed = [one for one in placed_items(meeting.agenda) if path[: len(one.path)] == one.path][-1]
            said = _("A part of item {item}").format(item=placed.said) if placed.called else _("A part of an item")
            return said, addresses.agenda(stem, placed.name)
        case ("actions", int(index), *_):
            action, nth = entries[index]
            return _("A part of action {action}").format(action=action), addresses.entry(stem, action, nth)
    return _("A part of the record"), addresses.meeting(stem)
