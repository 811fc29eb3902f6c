"""What an entry about an action says besides its wording, owner, status and update: in words, for the pages."""

import re
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from macros.language import _, wording
from macros.pages.page import Page
from macros.record.models import ActionEntry, AgendaItem, Due, Meeting, RaisedWhen, When
from macros.register import Mention, Placed, Register, addresses, item_called, placed_items

_NEXT = re.compile(r"(?:(?:by|at|for) )?(?:the )?next meeting\.?", re.IGNORECASE)
Fact = tuple[str, str, Markup]


def facts_of(page: Page, stem: str, entry: ActionEntry) -> list[Fact]:
    """The label, the field and the words of each further thing that an entry of a meeting records."""
    meeting = page.register.archive.meetings[stem]
    out: list[Fact] = []
    if entry.raised:
        out.append((_("Raised"), "raised", escape(wording.sentence(time_raised(entry.raised)))))
    if entry.due:
        out.append((_("Due"), "due", due(page, stem, entry.due)))
    if entry.item:
        out.append((_("Agenda item"), "item", _item(page, stem, meeting, entry.item)))
    if entry.heading:
        out.append((_("Heading"), "heading", page.plain(entry.heading)))
    if entry.struck_through:
        out.append((_("Printed"), "struck_through", escape(_("Struck through"))))
    if entry.no_longer_listed:
        out.append((_("List"), "no_longer_listed", escape(_("The list of this meeting no longer has it"))))
    if entry.moved_to:
        out.append((_("Moved to"), "moved_to", page.plain(entry.moved_to)))
    return out


def reasons_about(page: Page, stem: str, action: str) -> tuple[str, ...]:
    """The reasons of the acknowledged warnings about what a meeting recorded of an action, or did not: by its id, and
    by what the meeting printed, unless that is the id of another."""
    meeting, listed = page.register.archive.meetings[stem], page.register.entries[stem]
    ids = {one for one, _nth in listed}
    printed = (entry.id for (one, _nth), entry in zip(listed, meeting.actions, strict=True) if one == action)
    return meeting.reasons_about(action, *(one for one in printed if one and one not in ids))


def time_raised(said: RaisedWhen) -> str:
    """What an entry says of when its action was raised, for readers."""
    match said.when, said.day:
        case When.ON, date() as day:
            return wording.day(day)
        case When.IN, date() as day:
            return wording.month(day.year, day.month)
        case When.BEFORE, date() as day:
            return _("before {day}").format(day=wording.day(day))
    return _("at this meeting") if said.when is When.HERE else _("not known")


def time_due(said: Due) -> str:
    """When an action is due: the day or month for readers, or the words as printed."""
    if said.last is None:
        return said.text
    return wording.month(said.last.year, said.last.month) if said.is_month else wording.day(said.last)


def due(page: Page, stem: str, said: Due) -> Markup:
    """When an action is due, as a meeting recorded it; the next meeting is named once it is on record."""
    meetings = page.register.archive.meetings
    later = [other for other in meetings if other > stem and not meetings[other].status.is_off]
    if not _NEXT.fullmatch(said.text) or not later:
        return page.plain(said.text) if said.last is None else escape(time_due(said))
    link = Markup('<a href="{}">{}</a>').format(page.link(addresses.meeting(later[0])), page.meeting_name(later[0]))
    return Markup("{} ({})").format(page.plain(said.text), link)


def due_of(page: Page, mentions: Sequence[Mention]) -> Markup | None:
    """When an action is due, as recorded last in some of its mentions, the earliest first; None if it is not."""
    recorded = ((one.meeting, one.entry.due) for one in reversed(mentions) if one.entry.due)
    return next((due(page, stem, said) for stem, said in recorded), None)


def marks_of(page: Page, item: AgendaItem) -> list[Fact]:
    """The label, the field and the words of what is said of an agenda item beside its title."""
    out: list[Fact] = []
    if not item.on_agenda:
        out.append(("", "on_agenda", escape(_("Not on the agenda"))))
    if item.continues:
        out.append((_("Continued from"), "continues", _continued(page, item.continues)))
    if item.private:
        out.append(("", "private", escape(_("Taken in private"))))
    if item.reason:
        out.append((_("Reason"), "reason", page.plain(item.reason)))
    return out


def continued(register: Register, text: str) -> tuple[str, Placed] | None:
    """The meeting and the item that an item continues, or None if they are not on record."""
    stem, _sign, name = text.partition("/")
    meeting = register.archive.meetings.get(stem)
    found = item_called(placed_items(meeting.agenda), name) if meeting else None
    return (stem, found) if found else None


def _continued(page: Page, text: str) -> Markup:
    if not (found := continued(page.register, text)):
        return page.plain(text)
    stem, placed = found
    words = item_of(page.register, stem, placed)
    return Markup('<a href="{}">{}</a>').format(page.link(addresses.agenda(stem, placed.name)), words)


def item_of(register: Register, stem: str, placed: Placed) -> str:
    """`item 5 of 12 June 2025`."""
    return _("item {item} of {meeting}").format(item=placed.said, meeting=register.meeting_names[stem])


def _item(page: Page, stem: str, meeting: Meeting, name: str) -> Markup:
    found = item_called(placed_items(meeting.agenda), name)
    if found is None:
        return page.plain(name)
    return Markup('<a href="{}">{}</a>').format(page.link(addresses.agenda(stem, found.name)), name)
