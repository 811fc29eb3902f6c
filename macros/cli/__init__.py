"""The command `minutes`: one module for each of its commands."""

from pathlib import Path

import click

from macros.cli.audit import audit
from macros.cli.build import build
from macros.cli.changes import changes
from macros.cli.check import check
from macros.cli.index import index
from macros.cli.init import init
from macros.cli.new import new
from macros.cli.pages import pages
from macros.cli.paper import paper
from macros.cli.schema import schema


@click.group()
@click.option(
    "--project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
    help="The project's folder; the present one if not given.",
)  # fmt: skip
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Publish the minutes in this folder."""
    context.obj = project.resolve()


for command in (audit, build, changes, check, index, init, new, pages, paper, schema):
    main.add_command(command)
