"""`minutes check`."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from macros.cli.committing import committed, uncommitted
from macros.cli.reporting import looked_at, stopped
from macros.language import Printed, _, wording
from macros.office import corrections
from macros.record import Unpublishable
from macros.rules import WRITERS
from macros.site import locked, open_register, site_url, source_date
from macros.site import write as write_file


@click.command()
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True,
    help="Plain text, annotations for GitHub, JSON for programs, or Markdown.",
)  # fmt: skip
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Report what is out of date on this day instead of today."
)
@committed
@click.option(
    "--fix", "must_fix", is_flag=True,
    help="First correct each slip that can be meant in one way only, and show the difference.",
)  # fmt: skip
@click.pass_obj
def check(folder: Path, form: str, today: datetime | None, must_be_committed: bool, must_fix: bool) -> None:
    """Check every data file and every rule; exit with 1 if the record cannot be published."""
    if must_fix:
        click.echo(_fixed(folder), err=form != "text")
    write = WRITERS[form]
    # Annotations are commands, and escaped by their writer.
    out = sys.stdout.commands if form == "github" and isinstance(sys.stdout, Printed) else None
    day = today.date() if today else None
    remarks, unlike_here = uncommitted(folder, must_be_committed)
    built = source_date()
    site_url()  # refused here as by the build
    try:
        register = open_register(folder, day, day or built or date.today())
        if unlike_here:
            raise Unpublishable(register.archive.problems, register.archive.files)
    except Unpublishable as found:
        all_found = Unpublishable((*found.problems, *unlike_here), found.files)
        click.echo(write(all_found.problems), file=out)
        click.echo(stopped(all_found), err=True)
        sys.exit(1)
    click.echo(write(register.archive.problems), file=out)
    click.echo("\n".join([looked_at(register), *remarks]), err=form != "text")


def _fixed(folder: Path) -> str:
    """Correct what is certain; the difference, and in a sentence how many files are corrected."""
    with locked(folder / "data"):
        found = list(corrections(folder))
        for one in found:
            if one.right_name != one.file:
                (folder / one.file).rename(folder / one.right_name)
            if one.after != one.before:
                write_file(folder / one.right_name, one.after)
    if not found:
        return _("Nothing is corrected: no slip is found that can be meant in one way only.")
    renamed = [_("{file} is renamed to {right}.").format(file=one.file, right=one.right_name) for one in found
               if one.right_name != one.file]  # fmt: skip
    said = _("{files} corrected; look at the difference before you go on.")
    files = wording.sentence(wording.files(len(found)))
    return "\n".join(
        [*(one.difference.rstrip("\n") for one in found if one.difference), *renamed, said.format(files=files)]
    )
