"""`minutes index`."""

from pathlib import Path

import click

from macros.language import _
from macros.site.indexing import documents_of, search_index
from macros.site.opening import open_register


@click.command()
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), required=True, help="The built site.")
@click.pass_obj
def index(folder: Path, site: Path) -> None:
    """Put the search index into a SITE that another generator built."""
    with search_index(documents_of(open_register(folder), folder)) as made:
        made.finish(site)
    click.echo(_("{site} can be searched.").format(site=site))
