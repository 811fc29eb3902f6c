"""`minutes build`."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import click

from macros.cli.telling import looked_at, opened, prove, stop
from macros.language import _
from macros.review.revisions import edition_of
from macros.site.files import put_in_place, refuse_taken, refuse_to_replace
from macros.site.generators import GENERATORS
from macros.site.indexing import IndexingFailed
from macros.site.opening import TODAY, NoDay, day_of_building


@click.command()
@click.option("--engine", type=click.Choice(sorted(GENERATORS)), default="mkdocs", show_default=True)
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default="site", show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day, not the latest meeting's.")
@click.pass_obj
def build(folder: Path, engine: str, site: Path, today: datetime | None) -> None:
    """Build the site aside, audit it, and only then let it replace SITE."""
    if today:
        os.environ[TODAY] = today.date().isoformat()
    register = opened(folder)
    try:
        edition = edition_of(folder, day_of_building())
        refuse_taken(folder / "docs", register)
        refuse_to_replace(folder / site)
        new = _empty_place(folder / "build" / "site")
    except (FileExistsError, NoDay) as error:
        stop(str(error))
    try:
        code = GENERATORS[engine](folder, register, edition, new)
    except IndexingFailed as failed:
        stop(str(failed))
    if code:
        stop(_("{engine} could not build the site; {site} is as it was").format(engine=engine, site=site))
    prove(register, new)
    put_in_place(new, folder / site)
    is_new = _("{site} is new.").format(site=site)
    click.echo(f"{is_new} {looked_at(register)}")


def _empty_place(new: Path) -> Path:
    if new.parent.exists() and not new.parent.is_dir():
        said = _("{file} is a file, but the site is built in a folder of that name; move it away")
        raise FileExistsError(said.format(file=new.parent))
    shutil.rmtree(new, ignore_errors=True)
    new.parent.mkdir(exist_ok=True)
    return new
