"""Who held which role on the day of each meeting, and how often they came."""

from collections import Counter
from dataclasses import dataclass

from macros.language import _, ngettext, wording
from macros.pages.page import Page
from macros.pages.who import Who
from macros.record.models import Role, is_dated
from macros.register import Period, Presence, Seat, periods, seats

# In the order of the columns.
_COUNTED = (Presence.PRESENT, Presence.APOLOGIES, Presence.ABSENT, Presence.NOT_NAMED)


@dataclass(frozen=True)
class Attendance:
    """How often somebody came, sent apologies and so on, in the order of the columns; `of`: to how many meetings."""

    who: Who
    of: int
    numbers: tuple[int, ...]


def roles_and_attendance(page: Page) -> str:
    """The attendance of everybody with a role of which a day is recorded; then the roles, by the meetings on whose days
    they were held; then those of which no day is recorded."""
    page, register = page.without_explanations(), page.register
    people = sorted(register.archive.people.people, key=lambda key: (page.who(key).name.lower(), key))
    undated = [
        (key, role) for key in people for role in register.archive.people.people[key].roles if not is_dated(role)
    ]
    counted = [found for key in people if (found := _attendance(page, key))]
    kinds = [kind for at, kind in enumerate(_COUNTED) if any(one.numbers[at] for one in counted)]
    return page.write(
        "roles.html", counted=counted, columns=[(_COUNTED.index(kind), presence_said(kind)) for kind in kinds],
        periods=[(_called(page, period), period, _by_name(page, period)) for period in periods(register)],
        undated=undated,
    )  # fmt: skip


def _attendance(page: Page, key: str) -> Attendance | None:
    """None if no role is dated, or if no meeting of its time has a list of who came."""
    counts = Counter(seat.presence for seat in seats(page.register, key))
    of = sum(counts[kind] for kind in _COUNTED)
    return Attendance(page.who(key), of, tuple(counts[kind] for kind in _COUNTED)) if of else None


def _called(page: Page, period: Period) -> str:
    last, first = page.meeting_name(period.stems[0]), page.meeting_name(period.stems[-1])
    if first == last:
        return _("Meeting of {day}").format(day=last)
    return _("Meetings from {first} to {last}").format(first=first, last=last)


def _by_name(page: Page, period: Period) -> list[tuple[Who, Role]]:
    """The holders of roles by the names of the last meeting of a period."""
    held = [(page.who(key, page.day_of(period.stems[0])), role) for key, role in period.held]
    return sorted(held, key=lambda one: one[0].name.lower())


def presence_said(presence: Presence) -> str:
    """What a table says of somebody's attendance."""
    return {
        Presence.PRESENT: _("Present"), Presence.APOLOGIES: _("Apologies"), Presence.ABSENT: _("Listed as absent"),
        Presence.NOT_NAMED: _("Not named"), Presence.NOT_RECORDED: wording.sentence(wording.not_recorded()),
    }[presence]  # fmt: skip


def counted_seats(found: tuple[Seat, ...]) -> str:
    """How often somebody came, in one sentence that says of what; empty if nothing is counted."""
    counts = Counter(seat.presence for seat in found)
    of = sum(counts[kind] for kind in _COUNTED)
    said = ngettext(
        "Of {number} meeting held while a role is recorded, and whose record says who came: {counts}.",
        "Of {number} meetings held while a role is recorded, and whose record says who came: {counts}.", of,
    )  # fmt: skip
    words = (
        _("present at {number}"), _("apologies for {number}"), _("listed as absent from {number}"),
        _("not named at {number}"),
    )  # fmt: skip
    both = zip(words, (counts[kind] for kind in _COUNTED), strict=True)
    each = [word.format(number=wording.number(count)) for word, count in both if count]
    return said.format(number=wording.number(of), counts=", ".join(each)) if of else ""
