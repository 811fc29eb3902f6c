"""Opens a project for a command or a generator: its register, as of a day."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros import language
from macros.language import _
from macros.record import Stop, Unpublishable
from macros.register import Register
from macros.rules import load
from macros.site.address import address_of_site
from macros.site.edition import edition_of
from macros.site.refusals import refusals
from macros.site.versions import versions_of

TODAY = "MINUTES_TODAY"


def open_register(folder: Path, today: date | None = None, checked_on: date | None = None) -> Register:
    """The register of the project in `folder`, as of `today`, or of the day in the environment variable
    MINUTES_TODAY (like 2022-03-21), or else of the latest meeting.

    With `checked_on`, what is out of date on that day (or on `today` or MINUTES_TODAY) is among the problems.
    The locale is that of the group from here on.

    Raises Unpublishable with every problem, or Stop if MINUTES_TODAY is not valid.
    """
    register = open_unlinked(folder, today, checked_on)
    if found := tuple(refusals(register, folder)):
        raise Unpublishable((*register.archive.problems, *found), register.archive.files)
    return with_history(register, folder)


def with_history(register: Register, folder: Path, published: str = "") -> Register:
    """A register with the versions of its files on the branch that is checked out in `folder`, if it is under git; or
    up to the commit `published`, with the files in `folder` as the one version after it."""
    return replace(register, versions=versions_of(folder, register.archive, published, register.edition.day))


def open_unlinked(folder: Path, today: date | None = None, checked_on: date | None = None) -> Register:
    """The same, but broken links and addresses that are taken are not looked for."""
    as_of = today or _day_from_environment()
    register = load(folder, as_of, checked_on and (as_of or checked_on))
    language.set_locale(register.archive.group.locale)
    return replace(register, edition=edition_of(folder), site_address=address_of_site(folder))


def _day_from_environment() -> date | None:
    asked = os.environ.get(TODAY)
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        said = _("{variable} is '{found}'; expected a day like 2022-03-21")
        raise Stop(said.format(variable=TODAY, found=asked)) from None
