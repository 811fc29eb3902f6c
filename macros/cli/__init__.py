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
from macros.cli.preview import preview
from macros.cli.schema import schema


def _choose(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    if folder:
        context.obj = folder.resolve()


project = click.option(
    "--project", type=click.Path(exists=True, file_okay=False, path_type=Path), expose_value=False, callback=_choose,
    help="The project's folder; the present one if not given.",
)  # fmt: skip


@click.group()
@project
@click.pass_context
def main(context: click.Context) -> None:
    """Publish the minutes in this folder."""
    context.obj = context.obj or Path.cwd()


for command in (audit, build, changes, check, index, init, new, pages, paper, preview, schema):
    main.add_command(project(command))
