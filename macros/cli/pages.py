"""`minutes pages`."""

from pathlib import Path

import click

from macros.language import _, ngettext, wording
from macros.record import Stop
from macros.site import generated_beside, open_unlinked, write_files


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where to write.")
@click.pass_obj
def pages(folder: Path, out: Path) -> None:
    """Write the generated pages and the index of the search for a generator other than MkDocs."""
    register = open_unlinked(folder)
    if out.resolve() == folder / "docs":
        raise Stop(
            _("docs/ holds the pages written by hand; MkDocs adds the generated ones by itself, so name another folder")
        )
    files = {path: made.content for path, made in generated_beside(folder / "docs", register).items()}
    try:
        write_files(out, files)
    except FileExistsError as error:
        raise Stop(str(error)) from None
    number = len(files)
    said = ngettext("{folder} holds {number} generated file.", "{folder} holds {number} generated files.", number)
    click.echo(said.format(folder=out, number=wording.number(number)))
