"""`minutes check`."""

from pathlib import Path

import click

from macros.cli.telling import looked_at, opened
from macros.reports import WRITERS


@click.command()
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True,
    help="Sentences, annotations for GitHub, JSON for programs, or Markdown.",
)  # fmt: skip
@click.pass_obj
def check(folder: Path, form: str) -> None:
    """Check every data file and every rule; exit 1 if the record cannot be published."""
    write = WRITERS[form]
    register = opened(folder, write)
    click.echo(write(register.archive.problems))
    click.echo(looked_at(register), err=form != "text")
