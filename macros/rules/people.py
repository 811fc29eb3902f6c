"""Rules about the times of people, their roles, names and initials."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

from macros.language import _
from macros.record import Archive, Filed, Problem, Severity
from macros.record.models import Period, holds_on


def roles_end_after_they_begin(archive: Archive) -> Iterator[Problem]:
    """No role ends before it begins.

        warning: the role ends on 2021-01-01, before it begins on 2022-01-01

    Correct 'since:' or 'until:'. Leave out a day that you do not know. If the record says so, acknowledge the warning.
    """
    for key, person in archive.people.people.items():
        for index, role in enumerate(person.roles):
            if role.since and role.until and role.until < role.since:
                said = _("the role ends on {until}, before it begins on {since}")
                path = ("people", key, "roles", index, "until")
                message = said.format(until=role.until, since=role.since)
                yield archive.people_file.warning(path, message, f"role {key}")


def names_and_initials_have_their_time(archive: Archive) -> Iterator[Problem]:
    """A name or initials under 'names:' or 'printed_as:' hold for a time, which does not end before it begins.

        it ends on 2021-01-01, before it begins on 2022-01-01
        warning: it begins on 2031-01-01, which is to come, and pages that speak of no day show it already; add it on
          that day
        warning: 'CD' are initials of CD and of CD2 at the same time, and a meeting of that time could not use them; let
          one end before the other begins

    Correct 'since:' or 'until:', which are the first and the last day. Leave out a day that you do not know.
    """
    for filed, path, name in _dated_names(archive):
        if name.since and name.until and name.until < name.since:
            said = _("it ends on {until}, before it begins on {since}")
            yield filed.problem(Severity.ERROR, (*path, "until"), said.format(until=name.until, since=name.since))
        elif path[-2] == "names" and name.since and archive.checked_on and name.since > archive.checked_on:
            said = _(
                "it begins on {since}, which is to come, and pages that speak of no day show it already; add it on "
                "that day"
            )
            yield filed.warning((*path, "since"), said.format(since=name.since), f"to come {name.since}")
    printed = [(key, index, dated) for key, entry in archive.people.entries.items()
               for index, dated in enumerate(entry.printed_as)]  # fmt: skip
    for (first, _index, one), (second, index, other) in combinations(printed, 2):
        if first != second and one.printed == other.printed and _meet(one, other):
            said = _(
                "'{initials}' are initials of {first} and of {second} at the same time, and a meeting of that time "
                "could not use them; let one end before the other begins"
            )
            path = (_part_of(archive, second), second, "printed_as", index)
            message = said.format(initials=one.printed, first=first, second=second)
            yield archive.people_file.warning(path, message, f"shared initials {second}")


def _dated_names(archive: Archive) -> Iterator[tuple[Filed[Any], tuple[str | int, ...], Period]]:
    """Every dated name and dated set of initials, with its file and path."""
    for index, name in enumerate(archive.group.names):
        yield archive.group_file, ("names", index), name
    for key, entry in archive.people.entries.items():
        part = _part_of(archive, key)
        for kind in ("names", "printed_as"):
            for index, dated in enumerate(getattr(entry, kind)):
                yield archive.people_file, (part, key, kind, index), dated


def _part_of(archive: Archive, key: str) -> str:
    return next(part for part in ("organisations", "posts", "people") if key in getattr(archive.people, part))


def _meet(one: Period, other: Period) -> bool:
    """Whether there is a day on which both hold."""
    first = max(one.since or date.min, other.since or date.min)
    return holds_on(one, first) and holds_on(other, first)
