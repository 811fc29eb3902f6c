"""The command `minutes`: one module for each command. Side features add commands of their own."""

import sys
from pathlib import Path
from typing import Any

import click

from macros import offered
from macros.cli.audit import audit
from macros.cli.build import build
from macros.cli.changes import changes
from macros.cli.check import check
from macros.cli.init import init
from macros.cli.machine import refusal
from macros.cli.new import new
from macros.cli.pages import pages
from macros.cli.rename import rename
from macros.cli.reporting import stopped
from macros.cli.schema import schema
from macros.language import Printed
from macros.record import Stop, Unpublishable
from macros.rules import plain_text


def _choose(context: click.Context, _: click.Parameter, folder: Path | None) -> None:
    if folder:
        context.obj = folder.resolve()


project = click.option(
    "--project", type=click.Path(exists=True, file_okay=False, path_type=Path), expose_value=False, callback=_choose,
    help="The project's folder; the current folder if not given.",
)  # fmt: skip


class _Minutes(click.Group):
    def main(self, *arguments: Any, **more: Any) -> Any:
        """Run the command line. Whatever is printed from here on, by other libraries too, is escaped."""
        sys.stdout, sys.stderr = Printed(sys.stdout), Printed(sys.stderr)
        return super().main(*arguments, **more)

    def invoke(self, context: click.Context) -> None:
        """Run a command. If it cannot continue, print the reason and exit with 1."""
        try:
            super().invoke(context)
        except Unpublishable as found:
            click.echo(plain_text(found.problems))
            click.echo(stopped(found), err=True)
            sys.exit(1)
        except Stop as why:
            click.echo("".join(f"{line}\n" for line in why.found), nl=False)
            click.echo(str(why), err=True)
            sys.exit(1)
        except (OSError, MemoryError) as why:
            if isinstance(why, BrokenPipeError):
                raise
            click.echo(refusal(why), err=True)
            sys.exit(1)


@click.group(cls=_Minutes)
@project
@click.pass_context
def main(context: click.Context) -> None:
    """Publish the minutes in this folder."""
    context.obj = context.obj or Path.cwd()


for command in (audit, build, changes, check, init, new, pages, rename, schema, *offered("COMMAND")):
    main.add_command(project(command))
