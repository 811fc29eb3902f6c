"""`minutes new`."""

from pathlib import Path

import click

from macros.cli.called import day_of
from macros.language import _, ngettext, wording
from macros.office import meeting_file
from macros.record import MEETINGS, Stop
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
    day = day_of(meeting)
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


def _second(meeting: str) -> str:
    letter = wording.letter_of(meeting)
    return f"{meeting.removesuffix(f'-{letter}')}-{chr(ord(letter or 'a') + 1)}"
