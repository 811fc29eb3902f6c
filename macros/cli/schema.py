"""`minutes schema`."""

from pathlib import Path

import click

from macros.office import REFERENCE, reference
from macros.record.models import schema_files
from macros.site import write


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default="schema", show_default=True)
@click.pass_obj
def schema(folder: Path, out: Path) -> None:
    """Write the JSON Schemas of the data files, and the reference of keys for the guide."""
    for name, text in schema_files().items():
        write(folder / out / name, text)
    write(folder / REFERENCE, reference())
