"""`minutes schema`."""

from pathlib import Path

import click

from macros.office import REFERENCE, reference
from macros.record.models import schema_files


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default="schema", show_default=True)
@click.pass_obj
def schema(folder: Path, out: Path) -> None:
    """Write the JSON Schemas of the data files, and the reference of keys for the guide."""
    (folder / out).mkdir(exist_ok=True)
    for name, text in schema_files().items():
        (folder / out / name).write_text(text, encoding="utf-8", newline="\n")
    (folder / REFERENCE).write_text(reference(), encoding="utf-8", newline="\n")
