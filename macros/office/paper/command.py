"""`minutes paper`."""

from pathlib import Path

import click

from macros.language import _
from macros.record import MEETINGS, Stop, nearest
from macros.site import open_unlinked, write_new


@click.command()
@click.argument("meeting")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; MEETING-paper.docx if not given.")
@click.pass_obj
def paper(folder: Path, meeting: str, out: Path | None) -> None:
    """Write the paper of a MEETING, like 2022-11-10, as a Word document."""
    # The library for Word is slow to import, and no other command needs it.
    from macros.office.paper.content import paper_of
    from macros.office.paper.word import word_document

    register = open_unlinked(folder)
    known = register.archive.meetings
    if meeting not in known:
        fix = nearest(meeting, known) or _("; create it with 'minutes new'")
        raise Stop(_("there is no {file}{fix}").format(file=f"{MEETINGS}/{meeting}.yml", fix=fix))
    target = out or Path(f"{meeting}-paper.docx")
    try:
        write_new(target, word_document(paper_of(register, meeting)))
    except FileExistsError:
        said = _("{file} exists already, and somebody may have edited it; move it away, or name another with --out")
        raise Stop(said.format(file=target)) from None
    said = _("{file} is written. It opens in Word; what you change there stays there, and is not in the record.")
    click.echo(said.format(file=target))
