"""What an entry about an action says besides its wording, owner, status and update: in words, for the pages."""

import re
from datetime import date

from markupsafe import Markup, escape

from macros.language import _, wording
from macros.pages.page import Page
from macros.record.models import ActionEntry, Due, Meeting, RaisedWhen, When
from macros.register import addresses

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
    if entry.struck_through:
        out.append((_("Printed"), "struck_through", escape(_("Struck through"))))
    if entry.no_longer_listed:
        out.append((_("List"), "no_longer_listed", escape(_("The list of this meeting no longer has it"))))
    if entry.moved_to:
        out.append((_("Moved to"), "moved_to", page.plain(entry.moved_to)))
    return out


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
    later = [other for other in page.register.archive.meetings if other > stem]
    if not _NEXT.fullmatch(said.text) or not later:
        return page.plain(said.text) if said.last is None else escape(time_due(said))
    link = Markup('<a href="{}">{}</a>').format(page.link(addresses.meeting(later[0])), page.meeting_name(later[0]))
    return Markup("{} ({})").format(page.plain(said.text), link)


def _item(page: Page, stem: str, meeting: Meeting, name: str) -> Markup:
    found = addresses.item_at(meeting.agenda, name)
    if found is None:
        return page.plain(name)
    return Markup('<a href="{}">{}</a>').format(page.link(addresses.agenda(stem, found)), name)
