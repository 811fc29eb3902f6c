"""`minutes paper`."""

from pathlib import Path

import click

from macros.cli.telling import opened, stop
from macros.language import _
from macros.office.paper import paper_of, word_document
from macros.record.archive import MEETINGS
from macros.record.problems import nearest


@click.command()
@click.argument("meeting")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; MEETING-paper.docx if not given.")
@click.pass_obj
def paper(folder: Path, meeting: str, out: Path | None) -> None:
    """Write the paper of a MEETING, like 2022-11-10, as a Word document."""
    register = opened(folder)
    known = register.archive.meetings
    if meeting not in known:
        mend = nearest(meeting, known) or _("; 'minutes new' begins one")
        stop(_("there is no {file}{mend}").format(file=f"{MEETINGS}/{meeting}.yml", mend=mend))
    target = out or Path(f"{meeting}-paper.docx")
    _write_anew(target, word_document(paper_of(register, meeting)))
    said = _("{file} is written. It opens in Word; what you change there stays there, and is not in the record.")
    click.echo(said.format(file=target))


def _write_anew(target: Path, made: bytes) -> None:
    """Write a file that is not there yet; says why and exits 1 where it cannot."""
    try:
        with open(target, "xb") as file:
            file.write(made)
    except FileExistsError:
        said = _("{file} exists already, and somebody may have edited it; move it away, or name another with --out")
        stop(said.format(file=target))
    except OSError as error:
        stop(_("{file} cannot be written: {why}").format(file=target, why=error.strerror))
