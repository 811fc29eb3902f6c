"""The agenda of a meeting, or its minutes item by item."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.language import wording
from macros.pages.decided import Shown, shown
from macros.pages.entries import Fact, marks_of
from macros.pages.meeting.approved import EarlierMinutes
from macros.pages.meeting.listed import Entries, Listed
from macros.pages.page import Page
from macros.record import placing
from macros.record.models import AgendaItem, about
from macros.register import addresses, decisions_of, item_called, placed_items, withheld_anchor, withheld_under
from macros.register.addresses import agenda_anchor, minutes_anchor


@dataclass(frozen=True)
class Row:
    """An agenda item with its anchor and that of its minutes, the reasons of acknowledged warnings about it, what is
    said of it beside its title, and its decisions. `depth`: the number of items that it is within.

    `approved`: the earlier minutes that were approved under it; `arose`: the action entries that stand there in full;
    `linked`: the id and the anchor of the others that name it; `withheld`: the anchor and the words of each entry under
    `withheld:` that names it.
    """

    item: AgendaItem
    depth: int
    anchor: str
    minutes_anchor: str
    reasons: tuple[str, ...]
    marks: list[Fact]
    decisions: list[Shown]
    approved: list[EarlierMinutes]
    arose: list[Listed]
    linked: list[tuple[str, str]]
    withheld: list[tuple[str, str]]

    @property
    def pieces(self) -> list[tuple[str, list[Shown]]]:
        """The minutes, cut where a decision stands in them, each piece with the decisions below it; those that stand
        nowhere in the text are below its end."""
        cut = [*placing.pieces(self.item.minutes or "", len(self.decisions))]
        placed = {number for _text, number in cut}
        rest = [one for number, one in enumerate(self.decisions, start=1) if number not in placed]
        return [(text, [self.decisions[number - 1]] if number else rest) for text, number in cut]

    @property
    def heading(self) -> str:
        """The words of the heading: the printed number and title, as far as they are recorded."""
        return wording.numbered(self.item.number, self.item.title_words)


@dataclass(frozen=True)
class Items:
    """The items of a meeting. `minuted`: whether anything is recorded of what was said or decided under one of them."""

    rows: list[Row]
    minuted: bool

    @property
    def has_gaps(self) -> bool:
        """Whether the table of the agenda has an empty cell: a column is only there if an item has something for it."""
        if self.minuted:
            return False
        columns = ([getattr(row.item, name) for row in self.rows] for name in ("number", "time", "title", "lead"))
        return any(any(column) and not all(column) for column in columns)

    @property
    def in_full(self) -> frozenset[tuple[str, int]]:
        """The action entries that stand under items: the id of the action, and which entry about it."""
        return frozenset((one.id, one.nth) for row in self.rows for one in row.arose)


def items_of(page: Page, stem: str, entries: Entries, approved: Sequence[EarlierMinutes] = ()) -> Items:
    """The items of a meeting. If there are minutes, the actions that it is the first to record stand under the items
    that they name."""
    record = page.register.archive.meetings[stem]
    minuted = any(item.is_minuted for item in record.agenda) or any(one.under for one in approved)
    arose, linked = _under(page, stem, entries.first_here if minuted else ())
    decided = decisions_of(stem, record)
    rows = [
        Row(
            one.item, len(one.within), agenda_anchor(one.name), minutes_anchor(one.name),
            about(record.acknowledged, agenda_anchor(one.name)), marks_of(page, one.item),
            shown(page, [decision for decision in decided if decision.under == one]),
            [earlier for earlier in approved if earlier.under == one.name], arose[one.name], linked[one.name],
            [(withheld_anchor(number), kept.what) for number, kept in withheld_under(record, one)],
        )
        for one in placed_items(record.agenda) if isinstance(one.item, AgendaItem)
    ]  # fmt: skip
    return Items(rows, minuted)


def _under(
    page: Page, stem: str, in_full: Iterable[Listed]
) -> tuple[dict[str, list[Listed]], dict[str, list[tuple[str, str]]]]:  # fmt: skip
    """By the name of an item, the entries that name it: those to stand there in full, and links to the others."""
    record = page.register.archive.meetings[stem]
    placed = placed_items(record.agenda)
    full = {(one.id, one.nth): one for one in in_full}
    arose, linked = defaultdict[str, list[Listed]](list), defaultdict[str, list[tuple[str, str]]](list)
    for key, entry in zip(page.register.entries[stem], record.actions, strict=True):
        if entry.item and (found := item_called(placed, entry.item)):
            if key in full:
                arose[found.name].append(full[key])
            else:
                linked[found.name].append((key[0], addresses.entry_anchor(*key)))
    return arose, linked
