"""`minutes check`."""

from pathlib import Path

import click

from macros.cli.telling import looked_at, opened, show


@click.command()
@click.pass_obj
def check(folder: Path) -> None:
    """Check every data file and every rule; exit 1 if the record cannot be published."""
    register = opened(folder)
    show(register.archive.problems)
    click.echo(looked_at(register))
