"""How a command or a generator opens a project: its register, as of a day."""

import os
from datetime import date
from pathlib import Path

from macros import language
from macros.language import _
from macros.record.problems import Stop
from macros.register.register import Register
from macros.rules.loading import load

TODAY = "MINUTES_TODAY"


def open_register(folder: Path, today: date | None = None, checked_on: date | None = None) -> Register:
    """The register of the project in `folder`, as of `today`, or of the day in the environment variable
    MINUTES_TODAY (like 2022-03-21), or else of the latest meeting.

    If `checked_on` is given, what has grown old by that day, or by the one asked for, is among the problems.
    From here on everything is said in the language of the group.

    Raises Unpublishable with every problem, or Stop with a sentence.
    """
    as_of = today or _asked_for()
    register = load(folder, as_of, checked_on and (as_of or checked_on))
    language.set_locale(register.archive.group.locale)
    return register


def _asked_for() -> date | None:
    asked = os.environ.get(TODAY)
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        said = _("{variable} is '{found}'; expected a day like 2022-03-21")
        raise Stop(said.format(variable=TODAY, found=asked)) from None
