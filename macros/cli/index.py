"""`minutes index`."""

from pathlib import Path

import click

from macros.cli.telling import opened, stop
from macros.language import ngettext, wording
from macros.pages import search_documents
from macros.pages.handwritten import HandWritten, hand_written
from macros.register.addresses import page_at
from macros.site.indexing import IndexingFailed, make_index


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where to write.")
@click.pass_obj
def index(folder: Path, out: Path) -> None:
    """Write the search index, for a site that another generator built: its place is search/index/ there."""
    documents = search_documents(opened(folder), _by_hand(folder / "docs"))
    try:
        make_index(documents, out)
    except IndexingFailed as failed:
        stop(str(failed))
    number = len(documents)
    said = ngettext("{folder} holds {number} record to search.", "{folder} holds {number} records to search.", number)
    click.echo(said.format(folder=out, number=wording.number(number)))


def _by_hand(docs: Path) -> dict[str, HandWritten]:
    """The pages written by hand, by their address."""
    return {
        page_at(file.relative_to(docs).as_posix().removesuffix("index.md")): hand_written(file.read_text("utf-8"))
        for file in sorted(docs.rglob("*.md"))
    }
