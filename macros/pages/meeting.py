"""The page of one meeting."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from macros.language import _, wording
from macros.pages.attendance import groups, lines, named_in
from macros.pages.decided import Shown, shown
from macros.pages.entries import Fact, facts_of, marks_of, reasons_about
from macros.pages.foreseen import foreseen
from macros.pages.page import Page
from macros.record import phrases, placing
from macros.record.models import (
    ActionEntry,
    AgendaItem,
    Change,
    Group,
    Meeting,
    Names,
    Section,
    Source,
    about,
    every_item,
    not_beside,
)
from macros.register import (
    Action,
    Meant,
    Mention,
    Status,
    addresses,
    decisions_of,
    is_arising,
    item_called,
    owned,
    placed_items,
    status_kinds,
    status_of_entry,
)
from macros.register.addresses import agenda_anchor, minutes_anchor


@dataclass(frozen=True)
class Row:
    """An agenda item with its anchor and that of its minutes, the reasons of acknowledged warnings about it, the
    entries about actions that stand under it (the id of each and its anchor), what is said of it beside its title, and
    its decisions. `depth`: the number of items that it is within."""

    item: AgendaItem
    depth: int
    anchor: str
    minutes_anchor: str
    reasons: tuple[str, ...]
    actions: tuple[tuple[str, str], ...]
    marks: list[Fact]
    decisions: list[Shown]

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
class Listed:
    """An action entry, with the latest wording and owners, recorded at this meeting or before.

    `id`: that of its action, and `nth`: which entry of the meeting about it, from 1. `reasons`: those of acknowledged
    warnings about it; `facts`: what else it records; `superseded_by`: the actions that it names as such.
    For a scheduled meeting, also the last mention and the last mention with an update, unless the entry has a status or
    an update itself.
    """

    id: str
    nth: int
    entry: ActionEntry
    wording: str | None
    owner: Meant | None
    status: Status | None
    facts: tuple[Fact, ...] = ()
    reasons: tuple[str, ...] = ()
    last: Mention | None = None
    updated: Mention | None = None
    superseded_by: tuple[str, ...] = ()

    @property
    def has_id(self) -> bool:
        """Whether the id of the action is one that documents print."""
        return self.entry.id == self.id

    @property
    def has_reference(self) -> bool:
        """Whether the id of the action is this site's reference, which begins with the day of a meeting."""
        return not self.has_id and bool(re.match(r"\d{4}-\d{2}[\w-]*/", self.id))

    @property
    def says_more(self) -> bool:
        """Whether anything is said behind the status: an update or a note."""
        return bool(self.entry.update or self.updated or self.entry.note or self.reasons)


def meeting(page: Page, stem: str) -> str:
    """The page of the meeting in the file `stem`.yml as HTML, without its first heading."""
    archive = page.register.archive
    record = archive.meetings[stem]
    page = replace(page, day=record.date)
    arising, unplaced = _arising(page, stem), _unplaced(page, stem)
    stems = list(archive.meetings)
    at = stems.index(stem)
    rows = _rows(page, stem)
    listed = listed_at(page, stem)
    for who in page.everyone(initials_of(page, record, listed), record.date):
        page.explanations.add(who)
    return page.write(
        "meeting.html", meeting=record, held=record.status.held, rows=rows, officers=_officers(page, record),
        attendees=lines(page, record, record.attendees), apologies=lines(page, record, record.apologies),
        groups=groups(page, record),
        now_called=archive.group.called_on(page.register.present), minuted=[row for row in rows if row.item.is_minuted],
        decided=shown(page, [one for one in decisions_of(stem, record) if not one.under]),
        reviewed=[item for item in listed if item.id not in arising | unplaced],
        arising=[item for item in listed if item.id in arising],
        unplaced=[item for item in listed if item.id in unplaced],
        reasons=not_beside(record.acknowledged, _subjects(page, stem, rows)),
        sources={section: _supplying(record, section) for section in Section},
        not_given=_not_given(record), is_original=is_original(archive.group, record),
        foreseen=foreseen(page, stem), zone=phrases.zone_of(record, archive.group), Section=Section,
        changes=_newest_first(record),
        earlier=stems[at - 1] if at else None,
        later=stems[at + 1] if at + 1 < len(stems) else None,
    )  # fmt: skip


def _not_given(record: Meeting) -> list[str]:
    """The facts for the head of the page that are not recorded."""
    facts = ((_("time"), record.time), (_("location"), record.location), (_("chair"), record.chair))
    return [name for name, fact in facts if not fact]


def is_original(group: Group, record: Meeting) -> bool:
    """Whether the file of a meeting is the original record, and no document was before it."""
    return bool(record.source or (group.source and not record.sources))


def _officers_of(record: Meeting) -> list[tuple[str, str, str | None]]:
    """The label, the field and the printed words of everybody with an office at the meeting."""
    return [
        (_("Chair"), "chair", record.chair), (_("Vice-chair"), "vice_chair", record.vice_chair),
        (_("Secretary"), "secretary", record.secretary),
    ]  # fmt: skip


def _officers(page: Page, record: Meeting) -> list[tuple[str, str, Meant]]:
    found = ((label, field, page.printed(names, record.date)) for label, field, names in _officers_of(record))
    return [(label, field, names) for label, field, names in found if names]


def _newest_first(record: Meeting) -> list[Change]:
    return list(reversed(record.changes))


def listed_at(page: Page, stem: str) -> list[Listed]:
    """The action entries of a meeting's file, in its order."""
    register, meeting = page.register, page.register.archive.meetings[stem]
    step = register.steps.get(stem)
    if step:
        entries = [
            Listed(one.id, one.nth, one.entry, one.wording, one.owner, one.stated, superseded_by=one.superseded_by)
            for one in step.mentions
        ]
    else:
        entries = [
            to_come(page, stem, action, nth, entry, register.actions)
            for (action, nth), entry in zip(register.entries[stem], meeting.actions, strict=True)
        ]
    return [
        replace(
            one, reasons=reasons_about(page, stem, one.id),
            facts=tuple(facts_of(page.on(meeting.date), stem, one.entry)),
        )
        for one in entries
    ]  # fmt: skip


def to_come(
    page: Page, stem: str, action_id: str, nth: int, entry: ActionEntry, known: Mapping[str, Action]
) -> Listed:  # fmt: skip
    """An entry of a scheduled meeting with the owners that it names, and what is known about its action so far."""
    archive = page.register.archive
    owner = owned(entry, archive.meetings[stem], page.register.initials)
    status = status_of_entry(entry, status_kinds(archive.group.statuses))
    by = tuple(page.register.called.get(one, one) for one in entry.superseded_by)
    if action_id not in known:
        return Listed(action_id, nth, entry, entry.action, owner, status, superseded_by=by)
    action = known[action_id]
    last = None if status else action.last
    updated = None if entry.update else action.update
    wording = entry.action or action.last.wording
    return Listed(action_id, nth, entry, wording, owner or action.owner, status, last=last, updated=updated,
                  superseded_by=by)  # fmt: skip


def _rows(page: Page, stem: str) -> list[Row]:
    record = page.register.archive.meetings[stem]
    placed = placed_items(record.agenda)
    under: dict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for (action, nth), entry in zip(page.register.entries[stem], record.actions, strict=True):
        if entry.item and (found := item_called(placed, entry.item)):
            under[found.name].append((action, addresses.entry_anchor(action, nth)))
    decided = decisions_of(stem, record)
    return [
        Row(
            one.item, len(one.within), agenda_anchor(one.name), minutes_anchor(one.name),
            about(record.acknowledged, agenda_anchor(one.name)), tuple(under[one.name]), marks_of(page, one.item),
            shown(page, [decision for decision in decided if decision.under == one]),
        )
        for one in placed if isinstance(one.item, AgendaItem)
    ]  # fmt: skip


def _subjects(page: Page, stem: str, rows: list[Row]) -> list[str]:
    """What a warning about a part of this meeting's page may be about."""
    listed, record = page.register.entries[stem], page.register.archive.meetings[stem]
    printed = (entry.id for entry in record.actions if entry.id)
    return [*(row.anchor for row in rows), *(action for action, _nth in listed), *printed, *record.not_mentioned]


def _unplaced(page: Page, stem: str) -> frozenset[str]:
    step = page.register.steps.get(stem)
    return step.unplaced if step else frozenset()


def _arising(page: Page, stem: str) -> frozenset[str]:
    step = page.register.steps.get(stem)
    if step:
        return step.arising
    register, record = page.register, page.register.archive.meetings[stem]
    listed = zip(register.entries[stem], record.actions, strict=True)
    return frozenset(
        action for (action, _nth), entry in listed
        if action not in register.actions and is_arising(entry, record, register.archive.group)
    )  # fmt: skip


def _supplying(record: Meeting, section: Section) -> list[Source]:
    return [source for source in record.sources if section in source.supplies]


def initials_of(page: Page, record: Meeting, listed: Iterable[Listed]) -> list[Names]:
    """The initials and names on the page, with repetitions."""
    officers = (page.printed(names, record.date) for _label, _field, names in _officers_of(record))
    fields: list[Names | None] = [*named_in(record), *officers]
    fields += [item.lead for _path, item in every_item(record.agenda)]
    fields += [item.owner for item in listed]
    return [names for names in fields if names]
