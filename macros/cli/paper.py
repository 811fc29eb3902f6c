"""`minutes paper`."""

from pathlib import Path

import click

from macros.archive import MEETINGS
from macros.cli.telling import opened, stop
from macros.paper import paper_of, word_document
from macros.problems import nearest

_NONE = "; 'minutes new' begins one"


@click.command()
@click.argument("meeting")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; MEETING-paper.docx if not given.")
@click.pass_obj
def paper(folder: Path, meeting: str, out: Path | None) -> None:
    """Write the paper of a MEETING, like 2022-11-10, as a Word document."""
    register = opened(folder)
    known = register.archive.meetings
    if meeting not in known:
        stop(f"there is no {MEETINGS}/{meeting}.yml{nearest(meeting, known) or _NONE}")
    target = out or Path(f"{meeting}-paper.docx")
    _write_anew(target, word_document(paper_of(register, meeting)))
    click.echo(f"{target} is written. It opens in Word; what you change there stays there, and is not in the record.")


def _write_anew(target: Path, made: bytes) -> None:
    """Write a file that is not there yet; says why and exits 1 where it cannot."""
    try:
        with open(target, "xb") as file:
            file.write(made)
    except FileExistsError:
        stop(f"{target} exists already, and somebody may have edited it; move it away, or name another with --out")
    except OSError as error:
        stop(f"{target} cannot be written: {error.strerror}")
