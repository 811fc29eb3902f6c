"""Who held a role at each meeting, and whether they came, as far as the record says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.record.models import Meeting, Role, is_dated
from macros.register.attendance import Presence, says_who_came
from macros.register.register import Register


@dataclass(frozen=True)
class Seat:
    """A meeting that was held while somebody had roles, and what its record says of their attendance."""

    stem: str
    roles: tuple[Role, ...]
    presence: Presence


@dataclass(frozen=True)
class Period:
    """Meetings one after the other on whose days the same people held the same roles; each with their key."""

    stems: tuple[str, ...]
    held: tuple[tuple[str, Role], ...]


def has_attendance_over_time(register: Register) -> bool:
    """Whether there is more to say of roles and attendance than the page of one meeting says."""
    return len(register.held) > 1 and any(person.roles for person in register.archive.people.people.values())


def seats(register: Register, key: str) -> tuple[Seat, ...]:
    """Each meeting that was held while somebody had a role, the earliest first.

    Only a role of which a day is recorded counts, and one of which only the last is recorded, from the first meeting on
    that names them: nobody is said to have missed what they may never have belonged to.
    """
    person = register.archive.people.people.get(key)
    first = next((stem for stem, named in register.named_at.items() if key in named), None)
    return tuple(_seats(register, key, person.roles if person else (), first))


def _seats(register: Register, key: str, roles: tuple[Role, ...], first: str | None) -> Iterator[Seat]:
    for stem, step in register.steps.items():
        is_named = first is not None and first <= stem
        held = tuple(role for role in roles if _is_held_at(role, step.meeting) and (role.since or is_named))
        if held:
            yield Seat(stem, held, _presence(register, stem, key))


def _presence(register: Register, stem: str, key: str) -> Presence:
    unnamed = Presence.NOT_NAMED if says_who_came(register.archive.meetings[stem]) else Presence.NOT_RECORDED
    return register.named_at[stem].get(key, unnamed)


def periods(register: Register) -> tuple[Period, ...]:
    """The meetings that were held, the latest first, by who held a role on their days, as far as a day of the role is
    recorded."""
    people = register.archive.people.people
    dated = [(key, role) for key, person in people.items() for role in person.roles if is_dated(role)]

    def held(stem: str) -> tuple[tuple[str, Role], ...]:
        return tuple(one for one in dated if _is_held_at(one[1], register.archive.meetings[stem]))

    found = groupby(reversed(register.held), key=held)
    return tuple(Period(tuple(stems), roles) for roles, stems in found if roles)


def _is_held_at(role: Role, meeting: Meeting) -> bool:
    """Whether a role of which a day is recorded is held on a day of a meeting."""
    begins, ends = role.since or meeting.last_day, role.until or meeting.date
    return is_dated(role) and begins <= meeting.last_day and ends >= meeting.date
