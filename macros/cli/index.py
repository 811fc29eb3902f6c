"""`minutes index`."""

from pathlib import Path

import click

from macros import wording
from macros.addresses import page_at
from macros.cli.telling import opened, stop
from macros.handwritten import HandWritten, hand_written
from macros.indexing import IndexingFailed, make_index
from macros.pages import search_documents


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
    click.echo(f"{out} holds {wording.count(len(documents), 'record')} to search.")


def _by_hand(docs: Path) -> dict[str, HandWritten]:
    """The pages written by hand, by their address."""
    return {
        page_at(file.relative_to(docs).as_posix().removesuffix("index.md")): hand_written(file.read_text("utf-8"))
        for file in sorted(docs.rglob("*.md"))
    }
