"""`minutes check`."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from macros.cli.reporting import looked_at, stopped
from macros.record import Unpublishable
from macros.rules import WRITERS
from macros.site import open_register, site_url, source_date


@click.command()
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True,
    help="Plain text, annotations for GitHub, JSON for programs, or Markdown.",
)  # fmt: skip
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Report what is out of date on this day instead of today."
)
@click.pass_obj
def check(folder: Path, form: str, today: datetime | None) -> None:
    """Check every data file and every rule; exit with 1 if the record cannot be published."""
    write = WRITERS[form]
    day = today.date() if today else None
    built = source_date()
    site_url()  # refused here as by the build
    try:
        register = open_register(folder, day, day or built or date.today())
    except Unpublishable as found:
        click.echo(write(found.problems))
        click.echo(stopped(found), err=True)
        sys.exit(1)
    click.echo(write(register.archive.problems))
    click.echo(looked_at(register), err=form != "text")
