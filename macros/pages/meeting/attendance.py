"""Who came to a meeting and who did not, in lists for its page."""

from collections.abc import Iterator
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
class Row:
    """One list of attendance: its label, which is empty for those of a named group who came, the name of the group, and
    its field, like `attendance.present`; `of_entries`: whether each line is an entry with fields of its own."""

    label: str
    group: str
    field: str
    of_entries: bool
    lines: tuple[Line, ...]

    @property
    def of_those_present(self) -> bool:
        """Whether these are the ones who came."""
        return self.field in ("attendees", "attendance.present")


def attendance(page: Page, meeting: Meeting) -> list[Row]:
    """The lists of attendance of a meeting that have somebody in them, as printed: those without groups first."""
    rows = [
        Row(label, "", field, False, tuple(_all_lines(page, meeting, names)))
        for label, field, names in (
            (_("Present"), "attendees", meeting.attendees), (_("Apologies"), "apologies", meeting.apologies),
        )
    ]  # fmt: skip
    return [row for row in rows if row.lines] + [
        row for group in meeting.attendance for row in _of_group(page, meeting, group)
    ]


def _of_group(page: Page, meeting: Meeting, group: Attendance) -> list[Row]:
    """The lists of a group; if it has nobody, an empty one that names it."""
    called = group.group or ""
    lists = (
        ("" if called else _("Present"), "present", group.present), (_("Apologies"), "apologies", group.apologies),
        (_("Absent"), "absent", group.absent),
    )  # fmt: skip
    rows = [
        Row(label, called, f"attendance.{field}", True, tuple(_line(page, meeting, entry) for entry in entries))
        for label, field, entries in lists
    ]
    return [row for row in rows if row.lines] or rows[: bool(called)]


def _all_lines(page: Page, meeting: Meeting, names: Attendees | None) -> Iterator[Line]:
    for words in names.each if names else ():
        yield from _lines(page, meeting, Owners(words, ()))


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
