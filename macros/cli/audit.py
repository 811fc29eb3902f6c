"""`minutes audit`."""

from pathlib import Path

import click

from macros.language import _
from macros.site import audit as audit_site
from macros.site import open_unlinked


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def audit(folder: Path, site: Path) -> None:
    """Check that the built SITE holds the whole record; if not, report what is missing and exit with 1."""
    audit_site(open_unlinked(folder), site)
    click.echo(_("{site} holds the whole record; every link in it resolves.").format(site=site))
