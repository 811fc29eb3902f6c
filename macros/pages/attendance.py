"""Who came to a meeting and who did not, in lines for its page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.language import _
from macros.pages.page import Page
from macros.pages.who import Who
from macros.record.models import Attendance, Attendee, Attendees, Meeting, Names, Owners
from macros.register import is_only_names, named_first


@dataclass(frozen=True)
class Line:
    """Somebody in a list of attendance: who it is if the words are a name alone, and else the words as printed.

    `beside`: the field and the words of each further thing that is printed. `role`: that of the register of people,
    where none is printed.
    """

    who: Who | None
    words: Markup
    role: str = ""
    chairs: bool = False
    beside: tuple[tuple[str, Markup], ...] = ()

    @property
    def role_beside_chair(self) -> str:
        """The role, where it may stand behind the word chair."""
        return self.who.role_beside(_("chair")) if self.role and self.chairs and self.who else self.role


@dataclass(frozen=True)
class Group:
    """A group of a list of attendance, with the lines of those who came, who sent apologies and who were absent."""

    name: str | None
    present: tuple[Line, ...]
    apologies: tuple[Line, ...]
    absent: tuple[Line, ...]


def lines(page: Page, meeting: Meeting, names: Attendees | None) -> list[Line]:
    """The lines of a list without groups."""
    each = names.each if names else ()
    return [line for words in each for line in _lines(page, meeting, Owners(words, ()))]


def groups(page: Page, meeting: Meeting) -> list[Group]:
    """The groups of a meeting, as printed."""
    return [_group(page, meeting, group) for group in meeting.attendance]


def named_in(meeting: Meeting) -> Iterator[Names]:
    """Everybody whom the lists of a meeting name."""
    yield from (names for names in (meeting.attendees, meeting.apologies) if names)
    for group in meeting.attendance:
        for entry in (*group.present, *group.apologies, *group.absent):
            yield from (names for names in (entry.name, entry.organisation, entry.deputy_for) if names)


def _group(page: Page, meeting: Meeting, group: Attendance) -> Group:
    def of(entries: Iterable[Attendee]) -> tuple[Line, ...]:
        return tuple(_line(page, meeting, entry) for entry in entries)

    return Group(group.group, of(group.present), of(group.apologies), of(group.absent))


def _lines(page: Page, meeting: Meeting, names: Names) -> Iterator[Line]:
    """A line for each of several who are known, or one for the words."""
    meant = page.register.meant(names, meeting.date)
    if not is_only_names(meant):
        yield Line(None, page.named(meant, meeting.date))
        return
    chair = page.printed(meeting.chair, meeting.date)
    for _before, who in page.names(meant, meeting.date):
        yield Line(who, Markup(""), who.role, chair is not None and who.key in named_first(chair))


def _line(page: Page, meeting: Meeting, entry: Attendee) -> Line:
    assert entry.name is not None
    found = [*_lines(page, meeting, entry.name)]
    beside = tuple(_beside(page, meeting, entry))
    if len(found) != 1:
        return Line(None, page.named(entry.name, meeting.date), beside=beside)
    role = "" if entry.role or entry.organisation else found[0].role
    chairs = found[0].chairs and not entry.role
    return Line(found[0].who, found[0].words, role, chairs, beside)


def _beside(page: Page, meeting: Meeting, entry: Attendee) -> Iterator[tuple[str, Markup]]:
    if entry.role:
        yield "role", page.plain(entry.role)
    if entry.organisation:
        yield "organisation", page.named(entry.organisation, meeting.date)
    if entry.deputy_for:
        yield "deputy_for", Markup(_("deputy for {name}")).format(name=page.named(entry.deputy_for, meeting.date))
    for field in ("part", "how", "remark"):
        if words := getattr(entry, field):
            yield field, page.plain(words)
