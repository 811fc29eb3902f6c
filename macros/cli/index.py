"""`minutes index`."""

from pathlib import Path

import click

from macros.language import ngettext, wording
from macros.site import documents_of, open_unlinked, search_index


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where to write.")
@click.pass_obj
def index(folder: Path, out: Path) -> None:
    """Write the search index, for a site that another generator built: its place is search/index/ there."""
    documents = list(documents_of(open_unlinked(folder), folder))
    with search_index(documents) as made:
        made.move_to(out)
    number = len(documents)
    said = ngettext("{folder} holds {number} record to search.", "{folder} holds {number} records to search.", number)
    click.echo(said.format(folder=out, number=wording.number(number)))
