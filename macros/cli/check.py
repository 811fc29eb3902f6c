"""`minutes check`."""

import os
from datetime import datetime
from pathlib import Path

import click

from macros.cli.telling import looked_at, opened, stop
from macros.rules.reports import WRITERS
from macros.site.opening import TODAY, NoDay, day_of_building


@click.command()
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True,
    help="Sentences, annotations for GitHub, JSON for programs, or Markdown.",
)  # fmt: skip
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Tell what has grown old by this day, not by that of the clock."
)
@click.pass_obj
def check(folder: Path, form: str, today: datetime | None) -> None:
    """Check every data file and every rule; exit 1 if the record cannot be published."""
    if today:
        os.environ[TODAY] = today.date().isoformat()
    write = WRITERS[form]
    try:
        checked_on = day_of_building()
    except NoDay as error:
        stop(str(error))
    register = opened(folder, write, checked_on)
    click.echo(write(register.archive.problems))
    click.echo(looked_at(register), err=form != "text")
