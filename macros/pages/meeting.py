"""The page of one meeting."""

from dataclasses import dataclass

from macros.addresses import agenda_anchor, minutes_anchor
from macros.lifecycle import is_arising
from macros.models import ActionEntry, AgendaItem, Change, Meeting, Names, Section, Source
from macros.pages.page import Page


@dataclass(frozen=True)
class Row:
    """An agenda item with its anchor and that of its minutes."""

    item: AgendaItem
    anchor: str
    minutes_anchor: str


@dataclass(frozen=True)
class Listed:
    """An action entry, with the wording and the owners that stood after it, recorded here or before."""

    entry: ActionEntry
    wording: str | None
    owner: Names | None


def meeting(page: Page, stem: str) -> str:
    """The text of the meeting in the file `stem`.yml, without its first heading."""
    archive = page.register.archive
    record = archive.meetings[stem]
    arising = _arising(page, stem)
    stems = list(archive.meetings)
    at = stems.index(stem)
    rows = [_row(item) for item in record.agenda]
    listed = _listed(page, stem)
    return page.write(
        "meeting.html", meeting=record, held=record.status.held, rows=rows,
        minuted=[row for row in rows if row.item.minutes],
        reviewed=[item for item in listed if item.entry.id not in arising],
        arising=[item for item in listed if item.entry.id in arising],
        initials=page.everyone(_initials(record, listed), record.date),
        sources={section: _supplying(record, section) for section in Section},
        Section=Section, changes=_newest_first(record),
        earlier=stems[at - 1] if at else None,
        later=stems[at + 1] if at + 1 < len(stems) else None,
    )  # fmt: skip


def _newest_first(record: Meeting) -> list[Change]:
    return list(reversed(record.changes))


def _listed(page: Page, stem: str) -> list[Listed]:
    step = page.register.steps.get(stem)
    if step:
        return [Listed(mention.entry, mention.wording, mention.owner) for mention in step.mentions]
    known = page.register.actions
    return [
        Listed(entry, entry.action or known[entry.id].wording, entry.owner or known[entry.id].owner)
        if entry.id in known else Listed(entry, entry.action, entry.owner)
        for entry in page.register.archive.meetings[stem].actions
    ]  # fmt: skip


def _row(item: AgendaItem) -> Row:
    return Row(item, agenda_anchor(item.number, item.title), minutes_anchor(item.number, item.title))


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


def _initials(record: Meeting, listed: list[Listed]) -> list[str]:
    fields = [record.attendees, record.apologies]
    fields += [item.lead for item in record.agenda]
    fields += [item.owner for item in listed]
    keys = [key for names in fields if names for key in names.keys]
    return [*keys, *([record.chair] if record.chair else [])]
