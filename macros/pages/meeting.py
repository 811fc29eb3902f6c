"""The page of one meeting."""

from dataclasses import dataclass

from macros.addresses import agenda_anchor, minutes_anchor
from macros.lifecycle import is_arising
from macros.models import AgendaItem, Meeting, Section, Source
from macros.pages.page import Page


@dataclass(frozen=True)
class Row:
    """An agenda item with its anchor and that of its minutes."""

    item: AgendaItem
    anchor: str
    minutes_anchor: str


def meeting(page: Page, stem: str) -> str:
    """The text of the meeting in the file `stem`.yml, without its first heading."""
    archive = page.register.archive
    record = archive.meetings[stem]
    arising = _arising(page, stem)
    stems = list(archive.meetings)
    at = stems.index(stem)
    rows = [_row(item) for item in record.agenda]
    return page.write(
        "meeting.html", meeting=record, stem=stem, rows=rows,
        minuted=[row for row in rows if row.item.minutes],
        reviewed=[entry for entry in record.actions if entry.id not in arising],
        arising=[entry for entry in record.actions if entry.id in arising],
        register_has=page.register.actions,
        initials=page.everyone(_initials(record), record.date),
        sources={section: _supplying(record, section) for section in Section},
        Section=Section,
        earlier=stems[at - 1] if at else None,
        later=stems[at + 1] if at + 1 < len(stems) else None,
    )  # fmt: skip


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


def _initials(record: Meeting) -> list[str]:
    fields = [record.attendees, record.apologies]
    fields += [item.lead for item in record.agenda]
    fields += [entry.owner for entry in record.actions]
    keys = [key for names in fields if names for key in names.keys]
    return [*keys, *([record.chair] if record.chair else [])]
