"""The pages of the site of many groups: the groups, their meetings by year, and their open actions."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from macros.language import _, language_tag
from macros.office.many_groups.fetching import Unread
from macros.office.many_groups.published import Group
from macros.office.many_groups.rows import latest_first, standing
from macros.pages import TEMPLATES
from macros.record import UNPRINTABLE
from macros.register import addresses
from macros.site import ICON, sealed

_NEWEST = 50  # meetings on the page that leads to those of each year


@dataclass(frozen=True)
class Look:
    """What each page has around its content: the title of the site, its style sheets, and the sites that could not be
    read."""

    title: str
    styles: str
    unread: tuple[Unread, ...]


def pages(title: str, styles: str, found: Sequence[Group | Unread]) -> dict[str, str]:
    """The HTML of each page by its file. `title`: that of the site; `styles`: the style sheets that stand in each page.

    Groups are in alphabetical order, meetings from the latest to the earliest; those of a day by their group.
    """
    groups = sorted(
        (one for one in found if isinstance(one, Group)), key=lambda one: (one.name.casefold(), one.address)
    )
    look = Look(title, styles, tuple(one for one in found if isinstance(one, Unread)))
    rows, by_year = latest_first(groups), defaultdict(list)
    for one in rows:
        by_year[one.year].append(one)
    years = Counter(one.year for one in rows)
    standings = [(group, standing(group)) for group in groups]
    made = {
        addresses.HOME: _page(look, addresses.HOME, title, "groups.html", standings=standings),
        addresses.MEETINGS: _page(look, addresses.MEETINGS, _("Meetings"), "all_meetings.html", years=years,
                                  rows=rows[:_NEWEST], all=len(rows)),
        addresses.ACTIONS: _page(look, addresses.ACTIONS, _("Open actions"), "all_open.html", groups=groups),
    }  # fmt: skip
    for year, of_year in by_year.items():
        called = _("Meetings of {year}").format(year=year) if year else _("Meetings without a day")
        here = _of(year)
        made[here] = _page(look, here, called, "all_meetings.html", years={}, rows=of_year, all=len(of_year))
    return {addresses.built_file(here): html for here, html in made.items()}


def _of(year: str) -> str:
    return f"{addresses.MEETINGS}{year or 'without-a-day'}/"


def _page(look: Look, here: str, title: str, template: str, **values: object) -> str:
    def link(there: str) -> str:
        return addresses.link(here, there)

    written = TEMPLATES.get_template(template).render(
        look=look, here=here, title=title, link=link, icon=ICON, of_year=_of, language=language_tag(), **values
    )
    return sealed(UNPRINTABLE.sub("\ufffd", written))
