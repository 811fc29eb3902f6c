"""`minutes new`."""

from datetime import date
from pathlib import Path

import click

from macros.cli.called import day_of
from macros.language import _, ngettext, wording
from macros.office import difference, meeting_file, refreshed
from macros.record import MEETINGS, Stop
from macros.record.models import MeetingStatus
from macros.register import Register, follow_before
from macros.site import locked, open_unlinked, write, write_new


@click.command()
@click.argument("meeting")
@click.option(
    "--refresh", "must_refresh", is_flag=True,
    help="Bring the file that is there up to date with the actions that are open by now; what is written stays.",
)  # fmt: skip
@click.pass_obj
def new(folder: Path, meeting: str, must_refresh: bool) -> None:
    """Scaffold the file of a MEETING, like 2022-11-10.

    It holds the standing agenda and every open action. A second meeting on a day is 2022-11-10-b, and one of
    which only the month is known is 2022-11.
    """
    day = day_of(meeting)
    file = f"{MEETINGS}/{meeting}.yml"
    if must_refresh:
        click.echo(_refreshed(folder, meeting, file, day))
        return
    try:
        with locked(folder / "data"):
            before = follow_before(open_unlinked(folder).archive, meeting)
            write_new(folder / file, meeting_file(before, day))
    except FileExistsError:
        said = _(
            "{file} exists already, and nothing is overwritten; '--refresh' brings its actions up to date, and a "
            "second meeting on that day is '{second}'"
        )
        raise Stop(said.format(file=file, second=_second(meeting))) from None
    click.echo(_written(file, before))


def _refreshed(folder: Path, meeting: str, file: str, day: date) -> str:
    """Bring a draft up to date; the difference, in a sentence if there is none."""
    with locked(folder / "data"):
        if not (folder / file).is_file():
            said = _("there is no file {file} yet; create it with 'minutes new {meeting}'")
            raise Stop(said.format(file=file, meeting=meeting))
        archive = open_unlinked(folder).archive
        status = archive.meetings[meeting].status
        if status not in (MeetingStatus.SCHEDULED, MeetingStatus.DRAFT):
            said = _("the meeting in {file} is {status}; only a scheduled one or a draft is refreshed")
            raise Stop(said.format(file=file, status=_(status)))
        old = (folder / file).read_bytes().decode("utf-8")
        now = refreshed(old, file, follow_before(archive, meeting), day)
        if now != old:
            write(folder / file, now)
    if now == old:
        return _("{file} is up to date: it has every action that is open before it.").format(file=file)
    return difference(old, now, file)


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
