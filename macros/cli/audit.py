"""`minutes audit`."""

from pathlib import Path

import click

from macros.cli.telling import opened, prove


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def audit(folder: Path, site: Path) -> None:
    """Prove that the built SITE holds the whole record; exit 1 with what is missing."""
    prove(opened(folder), site)
