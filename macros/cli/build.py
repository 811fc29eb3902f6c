"""`minutes build`."""

from datetime import datetime
from pathlib import Path

import click

from macros import offered
from macros.cli.reporting import looked_at
from macros.language import _
from macros.site import GENERATORS, publish, site_url, source_date


@click.command()
@click.option("--engine", type=click.Choice(sorted(GENERATORS)), default="mkdocs", show_default=True)
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default="site", show_default=True)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Count ages to this day instead of the day of the latest meeting.",
)
@click.pass_obj
def build(folder: Path, engine: str, site: Path, today: datetime | None) -> None:
    """Build the site in a separate folder, audit it, and only then replace SITE."""
    source_date()
    site_url()  # a wrong setting is refused before anything is done
    register = publish(folder, folder / site, today.date() if today else None, GENERATORS[engine])
    click.echo(_("{site} holds the whole record; every link in it resolves.").format(site=site))
    click.echo(looked_at(register))
    for missing in offered("MISSING"):
        for sentence in missing(register):
            click.echo(sentence)
