"""The page of one meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from macros.language import _
from macros.pages.page import Page
from macros.record.models import ActionEntry, AgendaItem, Change, Meeting, Names, Section, Source, about, not_beside
from macros.register import Action, Meant, Mention, is_arising, owned
from macros.register.addresses import agenda_anchor, item_names, minutes_anchor


@dataclass(frozen=True)
class Row:
    """An agenda item with its anchor and that of its minutes, and the reasons of acknowledged warnings about it."""

    item: AgendaItem
    anchor: str
    minutes_anchor: str
    reasons: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everything that the table has a column for is recorded."""
        return bool(self.item.number and self.item.time and self.item.title and self.item.lead)

    @property
    def heading(self) -> str:
        """The printed number and title, as far as they are recorded."""
        return ". ".join(filter(None, (self.item.number, self.item.title)))


@dataclass(frozen=True)
class Listed:
    """An action entry, with the latest wording and owners, recorded at this meeting or before.

    `reasons`: those of acknowledged warnings about it.
    For a scheduled meeting, also the last mention and the last mention with an update, unless the entry has a status or
    an update itself.
    """

    entry: ActionEntry
    wording: str | None
    owner: Meant | None
    reasons: tuple[str, ...] = ()
    last: Mention | None = None
    updated: Mention | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything that the table has a column for is recorded."""
        return bool(self.wording and self.owner and (self.entry.update or self.updated))


def meeting(page: Page, stem: str) -> str:
    """The page of the meeting in the file `stem`.yml as HTML, without its first heading."""
    archive = page.register.archive
    record = archive.meetings[stem]
    page = replace(page, day=record.date)
    arising, unplaced = _arising(page, stem), _unplaced(page, stem)
    stems = list(archive.meetings)
    at = stems.index(stem)
    rows = _rows(record)
    listed = listed_at(page, stem)
    for who in page.everyone(initials_of(page, record, listed), record.date):
        page.explanations.add(who)
    return page.write(
        "meeting.html", meeting=record, held=record.status.held, rows=rows, chair=page.chair(record),
        now_called=archive.group.called_on(page.register.present), minuted=[row for row in rows if row.item.minutes],
        reviewed=[item for item in listed if item.entry.id not in arising | unplaced],
        arising=[item for item in listed if item.entry.id in arising],
        unplaced=[item for item in listed if item.entry.id in unplaced],
        reasons=not_beside(record.acknowledged, _subjects(record, rows)),
        sources={section: _supplying(record, section) for section in Section},
        not_given=_not_given(record), Section=Section, changes=_newest_first(record),
        earlier=stems[at - 1] if at else None,
        later=stems[at + 1] if at + 1 < len(stems) else None,
    )  # fmt: skip


def _not_given(record: Meeting) -> list[str]:
    """The facts for the head of the page that are not recorded."""
    facts = ((_("time"), record.time), (_("location"), record.location), (_("chair"), record.chair))
    return [name for name, fact in facts if not fact]


def _newest_first(record: Meeting) -> list[Change]:
    return list(reversed(record.changes))


def listed_at(page: Page, stem: str) -> list[Listed]:
    """The action entries of a meeting's file, in its order."""
    step, meeting = page.register.steps.get(stem), page.register.archive.meetings[stem]
    reasons = {entry.id: meeting.reasons_about(entry.id) for entry in meeting.actions}
    if step:
        return [Listed(one.entry, one.wording, one.owner, reasons[one.entry.id]) for one in step.mentions]
    initials, known = page.register.initials, page.register.actions
    entries = (to_come(entry, owned(entry, meeting, initials), known) for entry in meeting.actions)
    return [replace(entry, reasons=reasons[entry.entry.id]) for entry in entries]


def to_come(entry: ActionEntry, owner: Meant | None, known: Mapping[str, Action]) -> Listed:
    """An entry of a scheduled meeting with the owners that it names, and what is known about its action so far."""
    if entry.id not in known:
        return Listed(entry, entry.action, owner)
    action = known[entry.id]
    last = None if entry.status else action.last
    updated = None if entry.update else action.update
    wording = entry.action or action.last.wording
    return Listed(entry, wording, owner or action.owner, last=last, updated=updated)


def _rows(record: Meeting) -> list[Row]:
    names = zip(record.agenda, item_names(record.agenda), strict=True)
    return [
        Row(item, agenda_anchor(name), minutes_anchor(name), about(record.acknowledged, agenda_anchor(name)))
        for item, name in names
    ]


def _subjects(record: Meeting, rows: list[Row]) -> list[str]:
    """What a warning about a part of this meeting's page may be about."""
    return [*(row.anchor for row in rows), *(entry.id for entry in record.actions), *record.not_mentioned]


def _unplaced(page: Page, stem: str) -> frozenset[str]:
    step = page.register.steps.get(stem)
    return step.unplaced if step else frozenset()


def _arising(page: Page, stem: str) -> frozenset[str]:
    step = page.register.steps.get(stem)
    if step:
        return step.arising
    record, ids = page.register.archive.meetings[stem], page.register.archive.group.action_id
    return frozenset(
        entry.id for entry in record.actions
        if entry.id not in page.register.actions and is_arising(entry.id, record, None, ids)
    )  # fmt: skip


def _supplying(record: Meeting, section: Section) -> list[Source]:
    return [source for source in record.sources if section in source.supplies]


def initials_of(page: Page, record: Meeting, listed: Iterable[Listed]) -> list[Names]:
    """The initials on the page, with repetitions."""
    fields = [record.attendees, record.apologies, page.chair(record)]
    fields += [item.lead for item in record.agenda]
    fields += [item.owner for item in listed]
    return [names for names in fields if names]
