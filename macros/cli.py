"""The command `minutes`: check the record, write its pages, build the site and audit it."""

import os
import shutil
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from macros import wording
from macros.audit import audit as audit_site
from macros.generators import GENERATORS
from macros.models import schema_files
from macros.opening import TODAY, NoDay, open_register
from macros.problems import Problem, Severity, Unpublishable
from macros.register import Register
from macros.site import generated, put_in_place, refuse_taken, refuse_to_replace, write_files


@click.group()
@click.option(
    "--project", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
    help="The project's folder; the present one if not given.",
)  # fmt: skip
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Publish the minutes in this folder."""
    context.obj = project.resolve()


@main.command()
@click.pass_obj
def check(folder: Path) -> None:
    """Check every data file and every rule; exit 1 if the record cannot be published."""
    register = _opened(folder)
    _show(register.archive.problems)
    click.echo(_looked_at(register))


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where to write.")
@click.pass_obj
def pages(folder: Path, out: Path) -> None:
    """Write the generated pages for a generator other than MkDocs."""
    register = _opened(folder)
    if out.resolve() == folder / "docs":
        _stop("docs/ holds the pages written by hand; MkDocs adds the generated ones by itself, so name another folder")
    files = {path: made.text for path, made in generated(register).items()}
    try:
        write_files(out, files)
    except FileExistsError as error:
        _stop(str(error))
    click.echo(f"{out} holds {wording.count(len(files), 'generated file')}.")


@main.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def audit(folder: Path, site: Path) -> None:
    """Prove that the built SITE holds the whole record; exit 1 with what is missing."""
    _audit(_opened(folder), site)


@main.command()
@click.option("--engine", type=click.Choice(sorted(GENERATORS)), default="mkdocs", show_default=True)
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default="site", show_default=True)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Count ages to this day, not the latest meeting's.")
@click.pass_obj
def build(folder: Path, engine: str, site: Path, today: datetime | None) -> None:
    """Build the site aside, audit it, and only then let it replace SITE."""
    if today:
        os.environ[TODAY] = today.date().isoformat()
    register = _opened(folder)
    try:
        refuse_taken(folder / "docs", register)
        refuse_to_replace(folder / site)
        new = _empty_place(folder / "build" / "site")
    except FileExistsError as error:
        _stop(str(error))
    code = GENERATORS[engine](folder, register, new)
    if code:
        _stop(f"{engine} could not build the site; {site} is as it was")
    _audit(register, new)
    put_in_place(new, folder / site)
    click.echo(f"{site} is new. {_looked_at(register)}")


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default="schema", show_default=True)
@click.pass_obj
def schema(folder: Path, out: Path) -> None:
    """Write the JSON Schemas of the data files."""
    (folder / out).mkdir(exist_ok=True)
    for name, text in schema_files().items():
        (folder / out / name).write_text(text, encoding="utf-8", newline="\n")


def _opened(folder: Path) -> Register:
    try:
        return open_register(folder)
    except Unpublishable as stop:
        _show(stop.problems)
        looked_at = wording.count(stop.files, "file")
        _stop(f"Looked at {looked_at}. Nothing is published until every error is mended.")
    except NoDay as error:
        _stop(str(error))


def _audit(register: Register, site: Path) -> None:
    missing = audit_site(register, site)
    if missing:
        click.echo("\n".join(missing))
        _stop(f"the built site is not whole: {wording.count(len(missing), 'fault')}")
    click.echo(f"{site} holds the whole record; every link in it resolves.")


def _show(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        click.echo(str(problem))
    count = Counter(problem.severity for problem in problems)
    said = [wording.count(count[severity], severity.word) for severity in Severity]
    click.echo(wording.sentence(f"{wording.listed(said)}."))


def _looked_at(register: Register) -> str:
    archive = register.archive
    by_status = [f"{n} {wording.action_status(status)}" for status, n in register.counts.items() if n]
    return (
        f"Looked at {wording.count(archive.files, 'file')}: {wording.count(len(archive.meetings), 'meeting')}, "
        f"{wording.count(len(register.actions), 'action')}" + (f" ({wording.listed(by_status)})." if by_status else ".")
    )


def _empty_place(new: Path) -> Path:
    if new.parent.exists() and not new.parent.is_dir():
        raise FileExistsError(f"{new.parent} is a file, but the site is built in a folder of that name; move it away")
    shutil.rmtree(new, ignore_errors=True)
    new.parent.mkdir(exist_ok=True)
    return new


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
