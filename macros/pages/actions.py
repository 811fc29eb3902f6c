"""Lists of actions: the open ones, and those raised in a year."""

from macros.language import MonthOnly, _, wording
from macros.pages.page import Page


def open_actions(page: Page, owner: str | None = None) -> str:
    """The open actions, all or those that `owner` (initials) owns. Raises KeyError for unknown initials."""
    if owner and owner not in page.register.archive.people.entries:
        raise KeyError(_("'{initials}' is not in data/people.yml").format(initials=owner))
    actions = [a for a in page.register.open if not owner or (a.owner and owner in a.owner.meant)]
    return page.write("open_actions.html", actions=actions)


def actions_raised(page: Page, year: int) -> str:
    """The actions raised in a year, each with links to its page and to what each meeting recorded about it."""
    return page.write("actions_raised.html", year=year, actions=page.register.years[year])


def as_of(page: Page) -> str:
    """The sentence on the day to which ages are counted."""
    register = page.register
    if not register.latest:
        return _("No meeting has been held yet.")
    said = _("Ages are counted to {day}.")
    if register.archive.meetings[register.latest].date == register.as_of:
        said = _("Ages are counted to {day}, the day of the latest meeting on record.")
        if isinstance(register.as_of, MonthOnly):
            said = _("Ages are counted to {day}, the month of the latest meeting on record.")
    return said.format(day=wording.day(register.as_of))
