"""`minutes init`."""

from pathlib import Path

import click

from macros.language import _, is_supported, marked, set_locale, wording
from macros.office import NewGroup, data_files
from macros.record import GROUP, Severity, Stop, Unpublishable, faults_of
from macros.record.models import Group, descriptions
from macros.rules import load
from macros.site import replace_folder, replacing, write_files

_NEEDED = (GROUP, "mkdocs.yml", "docs/index.md", "overrides/main.html")
_EXAMPLE = "ABC{month}{year}-{number}"
_MORE_OF = {"publisher_name": "publisher", "licence_url": "licence"}
_ASKED = {
    "publisher_name": marked("The name of that organisation in full"),
    "licence": marked("The name of the licence of the published record"),
    "licence_url": marked("The web address of the licence's text"),
}


@click.command()
@click.option(
    "--name", help="The group's name in full; asked for if not given, as are the next five, which may be empty."
)
@click.option("--short-name")
@click.option("--publisher")
@click.option("--publisher-name")
@click.option("--licence")
@click.option("--licence-url")
@click.option("--action-id", help="Like ABC{month}{year}-{number}; may be left out.")
@click.option("--contact", help="May be left out.")
@click.option("--locale", default="", help="Like cy_GB, if not en_GB; the questions are then asked in its language.")
@click.option("--yes", is_flag=True, help="Remove the current record without asking.")
@click.pass_obj
def init(
    folder: Path, /, yes: bool, action_id: str | None, contact: str | None, locale: str, **given: str | None
) -> None:
    """Remove the record in this folder, and scaffold that of another group."""
    if is_supported(locale):
        if faults := faults_of(locale):
            raise Stop("\n".join(map(str, faults)))
        set_locale(locale)
    _require_project(folder)
    name = given.pop("name")
    name = name if name is not None else str(click.prompt(_question("name")))
    said: dict[str, str] = {}
    for key, value in given.items():
        # Without a publisher or a licence there is no name or address of it.
        is_more = key in _MORE_OF and not said[_MORE_OF[key]]
        said[key] = value or "" if is_more else _optional(value, _question(key), yes)
    action_id = _optional(
        action_id, _("{question}. Like {example}").format(question=_question("action_id"), example=_EXAMPLE), yes
    )
    contact = _optional(contact, _question("contact"), yes)
    group = NewGroup(name=name, action_id=action_id, contact=contact, locale=locale, **said)
    with replacing(folder / "data") as scratch:
        _prepare(scratch, group)
        present = sorted(path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*") if path.is_file())
        _confirm(present, yes)
        replace_folder(scratch / "data", folder / "data")
    removed = _("Removed {files}. data/ is now the record of {group}, without a meeting yet.")
    click.echo(removed.format(files=wording.files(len(present)), group=group.name))
    click.echo(
        _(
            "Next: write down who is who in data/people.yml, create a meeting with 'minutes new' and its date, "
            "and publish with 'make site'."
        )
    )


def _question(key: str) -> str:
    return _(_ASKED[key]) if key in _ASKED else descriptions(Group)[key].rstrip(".")


def _require_project(folder: Path) -> None:
    missing = [name for name in _NEEDED if not (folder / name).is_file()]
    if missing:
        said = _("{folder} is not the folder of a project, because it has no {files}; nothing is changed")
        raise Stop(said.format(folder=folder, files=wording.listed(missing)))


def _optional(given: str | None, question: str, yes: bool) -> str:
    if given is not None or yes:
        return given or ""
    asked = _("{question} (may be empty)").format(question=question)
    return str(click.prompt(asked, default="", show_default=False))


def _prepare(scratch: Path, group: NewGroup) -> None:
    """Write the new record into `scratch` and check it. Raises Stop with the errors if it cannot be published."""
    write_files(scratch, data_files(group))
    try:
        load(scratch)
    except Unpublishable as found:
        wrong = dict.fromkeys(p.message for p in found.problems if p.severity is Severity.ERROR)
        raise Stop("\n".join([*wrong, _("Nothing is changed.")])) from None


def _confirm(present: list[str], yes: bool) -> None:
    click.echo(_("This removes the current record; only what was committed to git can be restored:"))
    for name in present:
        click.echo(f"  {name}")
    if not yes and not click.confirm(_("Remove it?")):
        raise Stop(_("Nothing is changed."))
