"""`minutes new`."""

import re
from datetime import date
from pathlib import Path

import click

from macros.language import _, ngettext, wording
from macros.office import meeting_file
from macros.record import MEETINGS, Stop
from macros.record.models import parse_day_or_month
from macros.register import Register, follow_before
from macros.site import locked, open_unlinked, write_new


@click.command()
@click.argument("meeting")
@click.pass_obj
def new(folder: Path, meeting: str) -> None:
    """Scaffold the file of a MEETING, like 2022-11-10.

    It holds the standing agenda and every open action. A second meeting on a day is 2022-11-10-b, and one of
    which only the month is known is 2022-11.
    """
    day = _day(meeting)
    file = f"{MEETINGS}/{meeting}.yml"
    try:
        with locked(folder / "data"):
            before = follow_before(open_unlinked(folder).archive, meeting)
            write_new(folder / file, meeting_file(before, day))
    except FileExistsError:
        said = _("{file} exists already, and nothing is overwritten; a second meeting on that day is '{second}'")
        raise Stop(said.format(file=file, second=_second(meeting))) from None
    click.echo(_written(file, before))


def _written(file: str, before: Register) -> str:
    items = len(before.archive.group.standing_agenda)
    said = _("{file} is written, with no agenda (there is no standing agenda) and {actions}. Open it and fill it in.")
    if items:
        said = ngettext(
            "{file} is written, with {number} item of the standing agenda and {actions}. Open it and fill it in.",
            "{file} is written, with {number} items of the standing agenda and {actions}. Open it and fill it in.",
            items,
        )
    return said.format(file=file, number=wording.number(items), actions=wording.open_actions(len(before.open)))


def _day(meeting: str) -> date:
    """The day in the name of a meeting, like `2022-11-10-b`. Raises Stop if the name is not valid."""
    written = re.match(r"\d{4}-\d{2}(-\d{2})?(?!\d)", meeting)
    day = written[0] if written else meeting
    letter = meeting.removeprefix(day)
    try:
        found = parse_day_or_month(day)
    except ValueError as error:
        raise Stop(str(error).replace(f"'{day}'", f"'{meeting}'")) from None
    if not re.fullmatch("(-[b-z])?", letter):
        said = _("'{meeting}' is not the name of a meeting; write its day, like {day}, or {day}-b for a second one")
        raise Stop(said.format(meeting=meeting, day=day))
    return found


def _second(meeting: str) -> str:
    letter = wording.letter_of(meeting)
    return f"{meeting.removesuffix(f'-{letter}')}-{chr(ord(letter or 'a') + 1)}"
