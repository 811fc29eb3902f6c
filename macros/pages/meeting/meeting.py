"""The page of one meeting: its head, what it came to in short, and then the record part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from macros.language import _
from macros.pages.corrections import corrected
from macros.pages.decided import shown
from macros.pages.foreseen import foreseen
from macros.pages.meeting.approved import EarlierMinutes, earlier_minutes
from macros.pages.meeting.attendance import attendance
from macros.pages.meeting.in_short import in_short
from macros.pages.meeting.items import Items, items_of
from macros.pages.meeting.listed import Entries, entries_at
from macros.pages.meeting.named import initials_of, officers
from macros.pages.meeting.postponed import postponed
from macros.pages.meeting.timely import timeliness_said
from macros.pages.meeting.unrecorded import has_attendance, is_original, unrecorded
from macros.pages.page import Page
from macros.pages.state import state
from macros.record import phrases
from macros.record.models import Meeting, Withheld, not_beside
from macros.register import addresses, decisions_of, in_force_at, item_called, placed_items, withheld_anchor


@dataclass(frozen=True)
class Part:
    """A part of the page: its heading, its anchor, and what stands below; `within`: the anchors and the headings in it
    for the contents."""

    title: str
    anchor: str
    body: Markup
    within: tuple[tuple[str, str], ...] = ()


def meeting(page: Page, stem: str) -> str:
    """The page of the meeting in the file `stem`.yml as HTML, without its first heading."""
    archive = page.register.archive
    record = archive.meetings[stem]
    page = replace(page, day=record.date)
    entries = entries_at(page, stem)
    approved = earlier_minutes(page, stem)
    items = items_of(page, stem, entries, approved)
    listed = (*entries.reviewed, *entries.first_here)
    for who in page.everyone(initials_of(page, record, listed), record.date):
        page.explanations.add(who)
    values = {**_values(page, stem, entries, items, approved), "approved": [one for one in approved if not one.under]}
    parts = [_part(page, items, values, *one) for one in _parts(record, entries, items, values)]
    return page.write("meeting/meeting.html", parts=parts, **values)


def _values(page: Page, stem: str, entries: Entries, items: Items, approved: list[EarlierMinutes]) -> dict[str, Any]:
    """What the templates of the parts are rendered with."""
    archive = page.register.archive
    record, decided = archive.meetings[stem], decisions_of(stem, archive.meetings[stem])
    stems = list(archive.meetings)
    at = stems.index(stem)
    return {
        "meeting": record, "status": page.register.status(stem), "state": state(page.register, stem),
        "timeliness": timeliness_said(page.register, stem), "postponed": postponed(page, stem),
        "held": record.status.held, "zone": phrases.zone_of(record, archive.group),
        "short": in_short(record, decided, entries, approved), "items": items, "entries": entries,
        "decided": shown(page, [one for one in decided if not one.under]),
        "arising": [one for one in entries.arising if (one.id, one.nth) not in items.in_full],
        "unplaced": [one for one in entries.unplaced if (one.id, one.nth) not in items.in_full],
        "attendance": attendance(page, record), "officers": officers(page, record),
        "foreseen": foreseen(page, stem), "missing": unrecorded(record, entries, archive.group),
        "reasons": not_beside(record.acknowledged, _subjects(page, stem, items)),
        "withheld": _withheld(page, stem), "in_register": bool(record.withheld) and page.has(addresses.WITHHELD),
        "is_original": is_original(archive.group, record), "changes": corrected(page, archive.meeting_files[stem].file),
        "called": _called_then(page), "in_force": in_force_at(page.register.terms, record),
        "reference": entries.first_reference,
        "earlier": stems[at - 1] if at else None, "later": stems[at + 1] if at + 1 < len(stems) else None,
    }  # fmt: skip


def _parts(
    record: Meeting, entries: Entries, items: Items, values: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:  # fmt: skip
    """The heading, the anchor and the template of each part that the page has, in its order."""
    held = record.status.held
    if items.minuted:
        yield _("Agenda and minutes"), "minutes", "minutes"
    elif items.rows:
        yield _("Agenda"), "agenda", "agenda"
    if values["decided"]:
        others = any(row.decisions for row in items.rows)
        yield _("Other decisions") if others else _("Decisions"), "decisions", "decisions"
    if entries.arising:
        yield _("Actions arising"), "actions-arising", "actions_arising"
    if entries.unplaced:
        others = bool(entries.reviewed or entries.arising)
        yield _("Other actions") if others else _("Actions"), "actions-other", "actions_other"
    if entries.reviewed:
        yield _("Actions reviewed") if held else _("Actions to review"), "actions-reviewed", "actions_reviewed"
    if record.not_mentioned:
        yield _("Open actions not mentioned"), "not-mentioned", "not_mentioned"
    if has_attendance(record):
        yield _("Attendance"), "attendance", "attendance"
    in_other_facts = ("foreseen", "missing", "called", "in_force", "approved")
    if any(values[name] for name in in_other_facts):
        yield _("Other facts"), "facts", "facts"
    if record.papers:
        yield _("Papers"), "papers", "papers"
    if record.sources or values["is_original"]:
        yield _("Sources"), "sources", "sources"
    if record.withheld:
        yield _("Withheld"), "withheld", "withheld"
    if record.notes or values["reasons"]:
        yield _("Notes on this record"), "notes", "notes"
    if values["changes"]:
        yield _("Changes to this record"), "changes", "changes"


def _part(page: Page, items: Items, values: Mapping[str, Any], title: str, anchor: str, template: str) -> Part:
    is_minutes = template == "minutes"
    within = tuple((row.anchor, row.heading) for row in items.rows if is_minutes and row.heading and not row.depth)
    return Part(title, anchor, Markup(page.write(f"meeting/{template}.html", **values)), within)


def _withheld(page: Page, stem: str) -> list[tuple[str, Withheld, str]]:
    """Each entry under `withheld:`, with its anchor and a link to the item that it names, if that is on the agenda."""
    record = page.register.archive.meetings[stem]
    placed = placed_items(record.agenda)
    found = [(one, item_called(placed, one.item) if one.item else None) for one in record.withheld]
    return [
        (withheld_anchor(number), one, page.link(addresses.agenda(stem, item.name)) if item else "")
        for number, (one, item) in enumerate(found)
    ]  # fmt: skip


def _called_then(page: Page) -> str:
    """The name of the group on the day of the page; empty if it is the present one."""
    now = page.register.archive.group.called_on(page.register.present)
    return phrases.group_called(page.group) if page.group != now else ""


def _subjects(page: Page, stem: str, items: Items) -> list[str]:
    """What a warning about a part of this meeting's page may be about."""
    listed, record = page.register.entries[stem], page.register.archive.meetings[stem]
    printed = (entry.id for entry in record.actions if entry.id)
    return [*(row.anchor for row in items.rows), *(action for action, _nth in listed), *printed, *record.not_mentioned]
