"""The pages of the site of many groups: the groups, their meetings by year, and their open actions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.language import _, language_tag, wording
from macros.office.many_groups.fetching import Unread
from macros.office.many_groups.published import Group, Meeting
from macros.pages import TEMPLATES
from macros.record.models import parse_day_or_month
from macros.register import addresses
from macros.site import ICON, sealed

_NEWEST = 50  # meetings on the page that leads to those of each year


@dataclass(frozen=True)
class Held:
    """A meeting of a group."""

    group: Group
    meeting: Meeting

    @property
    def day(self) -> str:
        """The day in words, or the month if no day is known; what the data has if it is neither."""
        try:
            return wording.day(parse_day_or_month(self.meeting.date))
        except ValueError:
            return self.meeting.date

    @property
    def year(self) -> str:
        """The year of the meeting, in four digits; empty if the data has no such year."""
        year = self.meeting.date[:4]
        return year if len(year) == 4 and year.isascii() and year.isdigit() else ""


@dataclass(frozen=True)
class Look:
    """What each page has around its content: the title of the site, its style sheets, and the links of its menu."""

    title: str
    styles: str


def pages(title: str, styles: str, found: Sequence[Group | Unread]) -> dict[str, str]:
    """The HTML of each page by its file. `title`: that of the site; `styles`: the style sheets that stand in each page.

    Groups are in alphabetical order, meetings from the latest to the earliest; those of a day by their group.
    """
    groups = sorted(
        (one for one in found if isinstance(one, Group)), key=lambda one: (one.name.casefold(), one.address)
    )
    unread = [one for one in found if isinstance(one, Unread)]
    held = _latest_first(groups)
    by_year = defaultdict(list)
    for one in held:
        by_year[one.year].append(one)
    look, years, latest = Look(title, styles), Counter(one.year for one in held), _latest(held)
    made = {
        addresses.HOME: _page(look, addresses.HOME, title, "groups.html", groups=groups, unread=unread, latest=latest),
        addresses.MEETINGS: _page(look, addresses.MEETINGS, _("Meetings"), "all_meetings.html", years=years,
                                  held=held[:_NEWEST], all=len(held)),
        addresses.ACTIONS: _page(look, addresses.ACTIONS, _("Open actions"), "all_open.html", groups=groups),
    }  # fmt: skip
    for year, of_year in by_year.items():
        called = _("Meetings of {year}").format(year=year) if year else _("Meetings without a day")
        here = _of(year)
        made[here] = _page(look, here, called, "all_meetings.html", years={}, held=of_year, all=len(of_year))
    return {addresses.built_file(here): html for here, html in made.items()}


def _latest_first(groups: Iterable[Group]) -> list[Held]:
    held = [Held(group, meeting) for group in groups for meeting in group.meetings]
    return sorted(held, key=lambda one: one.meeting.date, reverse=True)


def _latest(held: Iterable[Held]) -> dict[str, Held]:
    """The latest meeting of each group on record, by the address of the group."""
    latest: dict[str, Held] = {}
    for one in held:
        latest.setdefault(one.group.address, one)
    return latest


def _of(year: str) -> str:
    return f"{addresses.MEETINGS}{year or 'without-a-day'}/"


def _page(look: Look, here: str, title: str, template: str, **values: object) -> str:
    def link(there: str) -> str:
        return addresses.link(here, there)

    return sealed(
        TEMPLATES.get_template(template).render(
            look=look, here=here, title=title, link=link, icon=ICON, of_year=_of, language=language_tag(), **values
        )
    )
