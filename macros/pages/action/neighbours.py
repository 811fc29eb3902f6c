"""The actions before and after one: of the same meeting, and of each of its owners."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.language import _, wording
from macros.pages.page import Page
from macros.register import Action, Raised, addresses


@dataclass(frozen=True)
class Neighbours:
    """What an action is in a row with, as text, with the link to all of these; the actions before and after it."""

    called: str
    link: str
    before: Action | None
    after: Action | None


def neighbours(page: Page, action: Action) -> Iterator[Neighbours]:
    """The rows in which an action stands: the actions raised at its meeting or in its month, and those that each of its
    owners owns, in the order of their ids."""
    in_month, of_owner = page.register.beside_in_month, page.register.beside_of_owner
    yield Neighbours(*_together(page, action), *in_month[action.raised][action.id])
    for key in dict.fromkeys(action.owner.meant) if action.owner else ():
        who = page.who(key, page.day_of(action.last.meeting))
        said = _("Actions of {owner}").format(owner=who.in_lists)
        yield Neighbours(said, who.address, *of_owner[key][action.id])


def _together(page: Page, action: Action) -> tuple[str, str]:
    link = page.link(addresses.action_in_year(action.id, action.year))
    if action.raised_at:
        return _("Raised on {day}").format(day=page.meeting_name(action.raised_at)), link
    month = wording.month(*action.raised)
    said = _("First recorded in {month}") if action.known is Raised.UNKNOWN else _("Raised in {month}")
    return said.format(month=month), link
