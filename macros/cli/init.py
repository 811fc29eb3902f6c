"""`minutes init`."""

import tempfile
from pathlib import Path
from typing import Any

import click

from macros import wording
from macros.archive import GROUP
from macros.cli.telling import stop
from macros.founding import NewGroup, data_files
from macros.loading import load
from macros.models import Group
from macros.problems import Severity, Unpublishable
from macros.site import put_in_place, write_files

_NEEDED = (GROUP, "mkdocs.yml", "docs/index.md", "overrides/main.html")
_SAID = {key: str(field.description).rstrip(".") for key, field in Group.model_fields.items()}


@click.command()
@click.option("--name", prompt=_SAID["name"])
@click.option("--short-name", prompt=_SAID["short_name"])
@click.option("--publisher", prompt=_SAID["publisher"])
@click.option("--publisher-name", prompt="The name of that organisation in full")
@click.option("--licence", prompt="The name of the licence of the published record")
@click.option("--licence-url", prompt="The web address of the licence's text")
@click.option("--action-id", help="Like IAG{month}{year}-{number}; may be left out.")
@click.option("--contact", help="May be left out.")
@click.option("--yes", is_flag=True, help="Ask nothing before the present record is removed.")
@click.pass_obj
def init(folder: Path, /, yes: bool, action_id: str | None, contact: str | None, **said: Any) -> None:
    """Empty the record in this folder, and begin that of another group."""
    _refuse_unless_project(folder)
    action_id = _optional(action_id, f"{_SAID['action_id']}. Like IAG{{month}}{{year}}-{{number}}", yes)
    contact = _optional(contact, _SAID["contact"], yes)
    group = NewGroup(action_id=action_id, contact=contact, **said)
    with tempfile.TemporaryDirectory() as scratch:
        _prepare(Path(scratch), group)
        present = sorted(path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*") if path.is_file())
        _confirm(present, yes)
        put_in_place(Path(scratch) / "data", folder / "data")
    click.echo(
        f"Removed {wording.count(len(present), 'file')}. "
        f"data/ is now the record of {group.name}, without a meeting yet.\n"
        "Next: write down who is who in data/people.yml, begin a meeting with 'minutes new' and its day, "
        "and publish with 'make site'."
    )


def _refuse_unless_project(folder: Path) -> None:
    missing = [name for name in _NEEDED if not (folder / name).is_file()]
    if missing:
        stop(f"{folder} is not a folder of this project, for it has no {wording.listed(missing)}; nothing is changed")


def _optional(given: str | None, question: str, yes: bool) -> str:
    if given is not None or yes:
        return given or ""
    return str(click.prompt(f"{question} (may be empty)", default="", show_default=False))


def _prepare(scratch: Path, group: NewGroup) -> None:
    """Write the new record into `scratch` and read it; says what is wrong and exits 1 where it cannot be published."""
    write_files(scratch, data_files(group))
    try:
        load(scratch)
    except Unpublishable as found:
        wrong = dict.fromkeys(p.message for p in found.problems if p.severity is Severity.ERROR)
        stop("\n".join([*wrong, "Nothing is changed."]))


def _confirm(present: list[str], yes: bool) -> None:
    click.echo(
        "\n".join(
            [
                "This removes the present record; only what was committed to git can be had back:",
                *(f"  {name}" for name in present),
            ]
        )
    )
    if not yes and not click.confirm("Remove it?"):
        stop("Nothing is changed.")
